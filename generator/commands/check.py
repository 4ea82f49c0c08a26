"""`gongkai check`: what a clerk must know before publication."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path, PurePosixPath

import click

from generator.commands.chinese import Command
from generator.commands.git import changed_files
from generator.commands.options import content_option, progress_bar, site_of, today_option
from generator.content.discover import attachments_folder, submission
from generator.content.site import read_site
from generator.guard import conceal_path
from generator.model.diagnostic import Diagnostic
from generator.model.report import Report, Unread
from generator.pipeline import Run, gather, read_submission
from generator.reporting.counts import in_telling_order
from generator.reporting.github import github_commands
from generator.reporting.gitlab import gitlab_code_quality
from generator.reporting.history import how_to_take_out
from generator.reporting.problems_json import problems_json
from generator.reporting.receipt import Looked, receipts
from generator.reporting.sarif import sarif
from generator.reporting.terminal import format_problems, summarise
from generator.site.publish_checks import check_built


@dataclass(frozen=True, slots=True)
class Checked:
    """What was read, and every other problem; paths are as the caller sees them.

    `others` go with no report in `files`. `left_out` counts the reports that were checked but are not told of.
    """

    files: tuple[Looked, ...]
    others: tuple[Diagnostic, ...] = ()
    left_out: int = 0
    pages: bool = False
    """Whether a built site was looked at instead of reports."""

    @property
    def problems(self) -> tuple[Diagnostic, ...]:
        """All problems in the order of telling."""
        return in_telling_order((*(problem for file in self.files for problem in file.problems), *self.others))


def _text(checked: Checked) -> str:
    problems = checked.problems
    count = f"{len(checked.files) + checked.left_out} 份报告"
    what = "生成好的网站" if checked.pages else count
    return format_problems(problems) + how_to_take_out(problems) + summarise(problems, what)


def _github(checked: Checked) -> str:
    """The annotations, and what a leak asks for: the log of a proposal is read after the push."""
    return github_commands(checked.problems) + how_to_take_out(checked.problems)


FORMATS: dict[str, Callable[[Checked], str]] = {
    "text": _text,
    "json": lambda checked: problems_json(checked.problems),
    "github": _github,
    "gitlab": lambda checked: gitlab_code_quality(checked.problems),
    "sarif": lambda checked: sarif(checked.problems),
    "markdown": lambda checked: receipts(checked.files, checked.others, left_out=checked.left_out),
}


@click.command(cls=Command, help="检查报告。不给路径时检查整个网站；给出路径时只检查这些文件或文件夹。")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[路径]...")
@content_option
@today_option
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text", help="输出格式。")
@click.option(
    "--changed",
    metavar="分支",
    default=None,
    help="检查整个网站，但只显示与这个分支（如 origin/main）相比有改动的报告，以及其他报告的错误。",
)
@click.option(
    "--site",
    "site_dir",
    type=click.Path(path_type=Path),
    default=None,
    metavar="目录",
    help="检查生成好的网站：网页标签、来源、说明横幅、站点地图等。",
)
def check(  # noqa: PLR0917  (one parameter for each option)
    paths: tuple[Path, ...], content: Path, today: date, form: str, changed: str | None, site_dir: Path | None
) -> int:
    """Print every problem; 1 if there is an unaccepted error, else 0."""
    if site_dir is not None:
        checked = check_pages(site_dir, content)
    else:
        checked = check_files(paths, content, today) if paths else check_site(content, today)
    if changed is not None:
        checked = only_changed(checked, changed_files(changed))
    click.echo(FORMATS[form](checked), nl=False)
    return int(any(problem.blocks for problem in checked.problems))


def check_site(content: Path, today: date) -> Checked:
    """Check every report of the site."""
    corpus = gather(read_site(content.resolve()), today, progress=progress_bar())
    results: list[Report | Unread] = [*corpus.reports, *corpus.unread]
    return Checked(
        tuple(
            Looked(content / item.path, item, _shown(item.diagnostics, content))
            for item in sorted(results, key=lambda item: str(item.path))
        ),
        _shown(corpus.diagnostics, content),
    )


def check_pages(folder: Path, content: Path) -> Checked:
    """Check a built site against the settings of its content folder."""
    try:
        problems = check_built(folder, read_site(content.resolve()).settings)
    except FileNotFoundError:
        message = f"{folder} 中没有生成好的网站"
        raise click.ClickException(message) from None
    return Checked((), _shown(problems, folder), pages=True)


def _shown(problems: Iterable[Diagnostic], content: Path) -> tuple[Diagnostic, ...]:
    """The problems with paths from where the command runs, without anything in them that must not be printed."""
    return in_telling_order(
        replace(problem, file=conceal_path((content / problem.file).as_posix())) if problem.file else problem
        for problem in problems
    )


def check_files(paths: tuple[Path, ...], content: Path, today: date) -> Checked:
    """Check single files or folders, inside or outside a site."""
    site = site_of(content)
    files: list[Looked] = []
    for path in _files(paths):
        inside = site is not None and path.absolute().is_relative_to(site.content)
        item = submission(path.absolute(), site.content if inside and site else path.absolute().parent)
        result = read_submission(item, Run(site if inside else None, today))
        base = path.parent / PurePosixPath(*[".."] * (len(item.path.parts) - 1))
        files.append(Looked(path, result, _shown(result.diagnostics, Path(os.path.normpath(base)))))
    return Checked(tuple(files))


def only_changed(checked: Checked, changed: frozenset[Path]) -> Checked:
    """The reports of which a file is among `changed` (absolute paths); of the others, errors alone are told."""
    kept = tuple(file for file in checked.files if _is_changed(file.place, changed))
    passed = [file for file in checked.files if file not in kept]
    errors = (problem for file in passed for problem in file.problems if problem.blocks)
    return Checked(kept, in_telling_order((*checked.others, *errors)), checked.left_out + len(passed))


def _is_changed(place: Path, changed: frozenset[Path]) -> bool:
    """Whether a report, its metadata file or one of its attachments is among the changed files."""
    report = Path(os.path.abspath(place))  # noqa: PTH100  (links stay links)
    folder = attachments_folder(report)
    return any(file in {report, report.with_suffix(".yml")} or file.is_relative_to(folder) for file in changed)


def _files(paths: tuple[Path, ...]) -> list[Path]:
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            found += sorted(item for item in path.rglob("*") if item.is_file() and item.suffix != ".yml")
        elif path.is_file() or path.is_symlink():
            found.append(path)
        else:
            message = f"找不到文件：{path}"
            raise click.ClickException(message)
    return found
