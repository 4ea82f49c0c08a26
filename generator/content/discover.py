"""Finds the report files of a content folder and the metadata file beside each."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

METADATA_SUFFIX = ".yml"
ATTACHMENTS_SUFFIX = ".files"
"""A folder named like the report with this suffix holds its attachments."""


@dataclass(frozen=True, slots=True)
class Submission:
    """A report file and its metadata file (None if there is none); `path` is relative to the content folder."""

    path: PurePosixPath
    file: Path
    metadata_file: Path | None


def find_submissions(content: Path) -> tuple[Submission, ...]:
    """All files below `content/reports/` that are not metadata, in order of their path. Hidden files are passed over.

    Symbolic links are listed, not followed into folders; `generator.intake` refuses those that lead out.
    Attachments (files in a folder named like `<report>.files`) are not reports.
    """
    return tuple(_walk(content / "reports", content))


def _walk(folder: Path, content: Path) -> Iterator[Submission]:
    if not folder.is_dir():
        return
    with os.scandir(folder) as listing:
        entries = sorted(listing, key=lambda entry: entry.name)
    for entry in entries:
        path = Path(entry.path)
        if entry.name.startswith((".", "~$")) or entry.name.endswith((METADATA_SUFFIX, "~")):
            continue
        if entry.is_dir(follow_symlinks=False):
            if not entry.name.endswith(ATTACHMENTS_SUFFIX):
                yield from _walk(path, content)
        else:
            yield submission(path, content)


def submission(file: Path, content: Path) -> Submission:
    """The submission of one report file; `file` need not lie in the content folder."""
    beside = file.with_suffix(METADATA_SUFFIX)
    try:
        relative = file.relative_to(content)
    except ValueError:
        relative = file
    return Submission(PurePosixPath(*relative.parts), file, beside if beside.is_file() else None)


def attachments(item: Submission) -> tuple[Path, ...]:
    """The files in the folder `<report>.files` beside a report, in order of their path; hidden ones are passed over.

    A folder that is a link holds nothing; a link in it is listed, and the guard refuses one that leads out.
    """
    folder = attachments_folder(item.file)
    if not folder.is_dir() or folder.is_symlink():
        return ()
    files = (path for path in folder.rglob("*") if path.is_file() or path.is_symlink())
    return tuple(sorted(path for path in files if not path.name.startswith((".", "~$"))))


def other_files(content: Path) -> tuple[Path, ...]:
    """Every file of the content folder that goes with no report: settings, roster, ledger, hand-written pages.

    Lock files of Word and WPS (`~$…`) are passed over; nothing of them is published.
    """
    taken: set[Path | None] = set()
    for item in find_submissions(content):
        taken |= {item.file, item.metadata_file, *attachments(item)}
    found = (path for path in content.rglob("*") if path.is_file() and not path.is_symlink())
    return tuple(sorted(path for path in found if path not in taken and not path.name.startswith("~$")))


def attachments_folder(report: Path) -> Path:
    """Where the attachments of a report file lie: `<name>.files/` beside it."""
    return report.with_suffix(ATTACHMENTS_SUFFIX)


def orphaned_metadata(content: Path) -> tuple[Path, ...]:
    """Metadata files beside which no report lies."""
    known = {item.metadata_file for item in find_submissions(content)}
    found = sorted((content / "reports").rglob(f"*{METADATA_SUFFIX}")) if (content / "reports").is_dir() else []
    return tuple(path for path in found if path not in known and not path.name.startswith("."))
