"""The order of the stages, written once.

    bytes ─► intake ─► outline ─► identity ─► indicators ─► themes ─► rules ─► Report ─► Corpus

Everything below the top is a pure function; `today` is the one date a run knows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path, PurePosixPath

from generator import identity, indicators, intake, outline, rules, themes
from generator.content.discover import Submission, attachments_folder, find_submissions, orphaned_metadata
from generator.content.metadata import read_metadata
from generator.content.site import Site
from generator.guard import FileScan
from generator.locate import locate
from generator.model.diagnostic import Diagnostic, Problem, Severity
from generator.model.document import Document
from generator.model.metadata import Ledger, Metadata, Roster
from generator.model.outcome import Judgement
from generator.model.report import Corpus, Report, Unread
from generator.model.settings import Settings
from generator.safeguard import concealed, scan_others, scan_submission

Progress = Callable[[int, int, str], None]
"""Called with the number of files done, their total, and the path of the one that comes next."""

AGENCY_UNKNOWN = Problem(
    code="G502",
    name="agency-unknown",
    severity=Severity.ERROR,
    message="无法确定这份报告的{missing}",
    hint="在报告旁的补充信息文件里写明 agency（机关在名册 agencies.yml 中的 id）和 year（报告年度）。",
    wrong="（没有补充信息文件，正文也没有机关全称）",
    right="agency: jiaxian-sfj\nyear: 2024",
)
AGENCY_NOT_IN_ROSTER = Problem(
    code="G505",
    name="agency-not-in-roster",
    severity=Severity.ERROR,
    message="机关 id“{agency}”不在名册 agencies.yml 中",
    hint="核对拼写；如是新机关，先在名册中登记。",
    wrong="agency: jiaxian-sifaju",
    right="agency: jiaxian-sfj",
)
SAME_IDENTITY = Problem(
    code="G503",
    name="same-identity",
    severity=Severity.ERROR,
    message="与另一份报告是同一机关、同一年度：{other}",
    hint="每个机关每年只能有一份报告。保留正确的一份；如果年度或机关写错，改补充信息文件。",
    wrong="两个文件都申报 agency: jiaxian-sfj、year: 2024",
    right="每个机关每年一份",
)
ORPHANED_METADATA = Problem(
    code="G504",
    name="orphaned-metadata",
    severity=Severity.WARNING,
    message="补充信息文件旁边没有同名的报告",
    hint="补充信息文件要与报告同名、同目录，只有后缀是 .yml。",
    wrong="甲县司法局.yml（没有 甲县司法局.docx）",
    right="甲县司法局.docx 与 甲县司法局.yml",
)
ATTACHMENT_MISSING = Problem(
    code="G507",
    name="attachment-missing",
    severity=Severity.ERROR,
    message="补充信息列出的附件不存在或名称不合适：{name}",
    hint="附件放在与报告同名、后缀为 .files 的目录里，名称里不能有斜杠。",
    wrong="attachments: [附表.xlsx]（目录里没有这个文件）",
    right="甲县司法局.files/附表.xlsx",
)


@dataclass(frozen=True, slots=True)
class Run:
    """What a run knows besides the file: `site` is None outside a site (no roster, no ledger, default settings)."""

    site: Site | None
    today: date


def process(  # noqa: PLR0913, PLR0917  (what belongs to one report)
    document: Document,
    problems: tuple[Diagnostic, ...],
    path: PurePosixPath,
    metadata: Metadata,
    run: Run,
    files: tuple[FileScan, ...] = (),
) -> Report:
    """Everything after intake, for one document; `path` is for messages.

    `files` are the guard's scans of the original and of what goes with it, named relative to the report's folder.
    """
    site = run.site
    roster = site.roster if site else Roster()
    agency = roster.agency(metadata.agency)
    if metadata.agency is not None and agency is None and site is not None:
        problems += (AGENCY_NOT_IN_ROSTER.at(agency=metadata.agency),)

    structure, found = outline.find_outline(document)
    problems += found
    who, found = identity.identify(document, structure, metadata, agency, roster)
    problems += found
    agency = agency or roster.agency(who.agency_id)
    figures, found = indicators.extract(document, structure, who)
    problems += found
    matters, found = themes.classify(document, structure, who)
    problems += found

    year = who.year.value if who.year else None
    identifier = f"{agency.id}-{year}" if agency and year else None
    if site is not None and identifier is None:
        declared = metadata.agency is not None  # then the roster lacks it, which is told already
        missing = "、".join(word for word, known in (("机关", agency or declared), ("年度", year)) if not known)
        problems += (AGENCY_UNKNOWN.at(missing=missing),) if missing else ()
    entry = site.ledger.entry(identifier) if site and identifier else None
    who = replace(who, received_on=entry.received if entry else None)

    report = Report(
        id=identifier,
        path=path,
        document=document,
        outline=structure,
        identity=who,
        metadata=metadata,
        agency=agency,
        findings=themes.place_figures(figures, matters),
        themes=matters,
        judgement=Judgement(),
        diagnostics=(),
    )
    context = rules.RuleContext(
        settings=site.settings if site else Settings(name=""),
        roster=roster,
        ledger=site.ledger if site else Ledger(),
        today=run.today,
        files=files,
    )
    problems = rules.grade(problems, report, context.settings)
    judgement, found = rules.judge(replace(report, diagnostics=problems), context)
    names = {scan.name for scan in files}
    placed = (_beside(problem, path, names) for problem in rules.accept((*problems, *found), metadata, path))
    located = (locate(problem, document, path) for problem in placed)
    return replace(report, judgement=judgement, diagnostics=tuple(sorted(concealed(located, document), key=_by_place)))


def _beside(problem: Diagnostic, path: PurePosixPath, names: set[str]) -> Diagnostic:
    """A problem of a file that goes with the report, with that file's path."""
    return replace(problem, file=str(path.parent / problem.file)) if problem.file in names and problem.file else problem


def gather(site: Site, today: date, *, leave_out: bool = False, progress: Progress | None = None) -> Corpus:
    """Read every report of a site. With `leave_out` reports with errors are withheld instead of blocking the build."""
    submissions = find_submissions(site.content)
    reports: list[Report] = []
    unread: list[Unread] = []
    for number, item in enumerate(submissions):
        if progress:
            progress(number, len(submissions), str(item.path))
        result = read_submission(item, Run(site, today))
        if isinstance(result, Report):
            reports.append(result)
        else:
            unread.append(result)
    if progress:
        progress(len(submissions), len(submissions), "")
    reports = _refuse_same_identity(reports)
    corpus = Corpus(
        reports=tuple(sorted((item for item in reports if not (leave_out and item.blocked)), key=_by_year)),
        roster=site.roster,
        settings=site.settings,
        ledger=site.ledger,
        today=today,
        withheld=tuple(sorted((item for item in reports if leave_out and item.blocked), key=_by_year)),
        unread=tuple(unread),
        diagnostics=(*_orphans(site), *scan_others(site)),
    )
    return rules.judge_corpus(corpus)


def _orphans(site: Site) -> Iterable[Diagnostic]:
    for path in orphaned_metadata(site.content):
        yield replace(ORPHANED_METADATA.at(), file=path.relative_to(site.content).as_posix(), line=1, column=1)


def read_submission(item: Submission, run: Run) -> Report | Unread:
    """Read one report file with its metadata file; links that lead out of the content folder are refused."""
    shown = item.path.with_suffix(".yml").as_posix()
    metadata, complaints = read_metadata(item.metadata_file, shown)
    # A file outside the site may be looked at with the site's roster; the bounds are those of the site's own files.
    root = run.site.content if run.site and item.file.is_relative_to(run.site.content) else None
    document, problems = intake.read_file(item.file, root=root)
    scans = scan_submission(item, document, root) if item.file.is_file() else ()
    if document is None:
        found = tuple(_of_whole_file(problem, item.path) for problem in (*problems, *complaints))
        settings = run.site.settings if run.site else None
        for scan in scans:
            told = replace(scan, unchecked="") if scan.name == item.file.name else scan  # why it is unread is told
            found += rules.judge_file(told, str(item.path.parent / scan.name), settings)
        return Unread(item.path, found)
    problems += _missing_attachments(item, metadata)
    return process(document, (*problems, *complaints), item.path, metadata, run, scans)


def _missing_attachments(item: Submission, metadata: Metadata) -> tuple[Diagnostic, ...]:
    folder = attachments_folder(item.file)
    return tuple(
        ATTACHMENT_MISSING.at(name=name)
        for name in metadata.attachments
        if PurePosixPath(name).name != name or name.startswith(".") or not _is_plain_file(folder / name)
    )


def _is_plain_file(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def _of_whole_file(problem: Diagnostic, path: PurePosixPath) -> Diagnostic:
    """A problem of a file that has no text to point at: it stands at the file's beginning."""
    if problem.file is not None:
        return problem
    return replace(problem, file=str(path), line=problem.line or 1, column=problem.column or 1)


def all_diagnostics(corpus: Corpus) -> Iterable[Diagnostic]:
    """Every problem of a corpus, file by file."""
    items: list[Report | Unread] = [*corpus.reports, *corpus.withheld, *corpus.unread]
    for item in sorted(items, key=lambda item: str(item.path)):
        yield from item.diagnostics
    yield from corpus.diagnostics


def _refuse_same_identity(reports: list[Report]) -> list[Report]:
    seen = Counter(item.id for item in reports if item.id)
    marked = []
    for item in reports:
        if item.id and seen[item.id] > 1:
            others = "、".join(str(other.path) for other in reports if other.id == item.id and other is not item)
            problem = locate(SAME_IDENTITY.at(other=others), item.document, item.path)
            item = replace(item, diagnostics=(problem, *item.diagnostics))  # noqa: PLW2901  (the marked report goes on)
        marked.append(item)
    return marked


def _by_place(problem: Diagnostic) -> tuple[str, int, int, str]:
    return (problem.file or "", problem.line or 0, problem.column or 0, problem.code)


def _by_year(report: Report) -> tuple[int, str]:
    year = report.identity.year
    return (-(year.value if year else 0), report.id or str(report.path))
