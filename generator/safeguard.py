"""The guard at work on a site: every file that would be published is scanned, and nothing it finds is printed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from generator import intake, rules
from generator.content.discover import Submission, attachments, other_files
from generator.content.site import Site
from generator.guard import FileScan, Reader, conceal, scan_bytes, scan_text
from generator.intake.limits import DEFAULT
from generator.model.diagnostic import Diagnostic
from generator.model.document import Document

_GUARDED = ("P", "K")


def scan_submission(item: Submission, document: Document | None, root: Path | None) -> tuple[FileScan, ...]:
    """The guard's scans of the original, of the metadata file and of every attachment; each named within the folder.

    An original that was read is not read a second time. `root` is the folder that no link must lead out of, None
    trusts every path.
    """
    source = document.source if document else None
    files: list[tuple[Path, Reader]] = [(item.file, lambda _data, _name: source)]
    files += [(path, read_text) for path in (item.metadata_file, *attachments(item)) if path is not None]
    return tuple(_scan(path, path.relative_to(item.file.parent).as_posix(), read, root) for path, read in files)


def scan_others(site: Site) -> Iterable[Diagnostic]:
    """What the guard finds in hand-written pages, settings and every other file that goes with no report."""
    for path in other_files(site.content):
        name = path.relative_to(site.content).as_posix()
        yield from rules.judge_file(_scan(path, name, read_text, site.content), name, site.settings)


def _scan(path: Path, name: str, read: Reader, root: Path | None) -> FileScan:
    real = path.resolve()
    if root is not None and not real.is_relative_to(root.resolve()):
        return FileScan(name, unchecked="是指向别处的链接")
    if real.stat().st_size > DEFAULT.file:
        return FileScan(name, unchecked="文件太大")
    return replace(scan_bytes(real.read_bytes(), path.name, read), name=name)


def read_text(data: bytes, name: str) -> str | None:
    """The whole text of a file of any kind, None if it cannot be read."""
    document, _ = intake.read_bytes(data, name)
    return document.source if document else None


def concealed(problems: Iterable[Diagnostic], document: Document) -> tuple[Diagnostic, ...]:
    """The problems of a report without a word that must not be printed.

    What the guard found may stand in the quotations and messages of other problems, too.
    """
    found = tuple(problems)
    if rules.stops(found):
        return tuple(problem for problem in found if problem.code == rules.STOPS)
    if not any(problem.code.startswith(_GUARDED) for problem in found):
        return found
    spans = [hit.span for hit in scan_text(document.text)]
    return tuple(
        problem
        if problem.code.startswith(_GUARDED)
        # A quotation may end in the middle of a number, where nobody would know it as one.
        else replace(
            problem,
            message=conceal(problem.message),
            quote="" if problem.span and any(problem.span.overlaps(span) for span in spans) else problem.quote,
        )
        for problem in found
    )
