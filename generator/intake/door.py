"""The one way in: limits on the bytes, the type from the bytes, its reader in a process of its own, cleaning."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from generator.intake import problems
from generator.intake.accounts import accounts
from generator.intake.clean import clean
from generator.intake.limits import DEFAULT, Limits
from generator.intake.office.canary import is_isolated
from generator.intake.office.convert import convert, find_office, office_version
from generator.intake.process.keeper import KEEPER
from generator.intake.readers import IN_PROCESS, READERS, docx, html, legacy, markdown, text
from generator.intake.refusal import Refusal
from generator.model.document import Document, Original, Reading
from generator.model.span import SourceMap

if TYPE_CHECKING:
    from generator.model.diagnostic import Diagnostic

_UNLINKED = frozenset({legacy.MEDIA_TYPE, html.MEDIA_TYPE})
_REFUSALS = frozenset(
    problem.code for problem in (problems.ACCOUNTS, problems.TOO_SHORT, problems.TOO_SCATTERED, problems.TEXT_TOO_LONG)
)


def read_file(
    path: Path, *, root: Path | None = None, limits: Limits = DEFAULT
) -> tuple[Document | None, tuple[Diagnostic, ...]]:
    """Read a report file; None with at least one error if it cannot be read.

    `root` is the folder that a link must not lead out of; None trusts every path.
    """
    try:
        real = path.resolve(strict=True)
        if root is not None and not real.is_relative_to(root.resolve()):
            return None, (problems.OUTSIDE.at(name=path.name),)
        if not real.is_file():
            return None, (problems.UNREADABLE.at(why="不是普通文件"),)
        size = real.stat().st_size
        if size > limits.file:
            return None, (_too_large(size, limits),)
        data = real.read_bytes()
    except (OSError, RuntimeError) as error:  # RuntimeError: a loop of links
        return None, (problems.UNREADABLE.at(why=_why(error)),)
    return read_bytes(data, path.name, limits=limits)


def read_bytes(data: bytes, name: str, *, limits: Limits = DEFAULT) -> tuple[Document | None, tuple[Diagnostic, ...]]:
    """Read the bytes of a report file called `name`; None with at least one error if they cannot be read."""
    if not data:
        return None, (problems.EMPTY.at(),)
    if Path(name).name.startswith("~$"):
        return None, (problems.LOCK_FILE.at(),)
    if len(data) > limits.file:
        return None, (_too_large(len(data), limits),)
    reader = next(reader for reader in READERS if reader.accepts(data, name))
    label = reader.NAME
    try:
        if reader is legacy:
            label, reading, found = _read_legacy(data, limits)
        elif reader.NAME in IN_PROCESS:
            reading, found = reader.read(data, limits)
        else:
            reading, found = KEEPER.read(data, name, limits)
    except Refusal as refusal:
        return None, (refusal.diagnostic,)
    if reading is None:
        return None, found
    if reader.MEDIA_TYPE in _UNLINKED:
        found = tuple(_unlinked(problem) for problem in found)
    original = Original(
        name=Path(name).name,
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        media_type=reader.MEDIA_TYPE if reader is not legacy else legacy.MEDIA_TYPES[legacy.suffix_of(data, limits)],
        reader=label,
        encoding=reading.encoding,
    )
    document, more = _finish(reading, original, limits)
    refusals = tuple(problem for problem in more if problem.code in _REFUSALS)
    return (None, refusals) if refusals else (document, found + more)


def read_text(source: str, name: str, *, limits: Limits = DEFAULT) -> tuple[Document, tuple[Diagnostic, ...]]:
    """Read a report that is a string already; `name` ending in `.md` says that it is Markdown.

    There is always a document; one that shows fewer characters than a report can have comes with an error. Hash and
    size are of its UTF-8 form.
    """
    data = source.encode("utf-8", "surrogatepass")
    reader = markdown if markdown.accepts(b"", name) else text
    original = Original(name, hashlib.sha256(data).hexdigest(), len(data), reader.MEDIA_TYPE, reader.NAME)
    return _finish(Reading(source, markdown=reader is markdown), original, limits)


def _read_legacy(data: bytes, limits: Limits) -> tuple[str, Reading | None, tuple[Diagnostic, ...]]:
    suffix = legacy.suffix_of(data, limits)
    program = find_office()
    if program is None:
        raise Refusal(problems.NEEDS_OFFICE.at())
    if not is_isolated(program, limits):
        raise Refusal(problems.OFFICE_EXPOSED.at())
    made = convert(data, suffix, program, limits)
    reading, found = KEEPER.read(made, "report.docx", limits)
    label = f"{legacy.NAME} (LibreOffice {office_version(program)}, {docx.NAME})"
    return label, reading, found


def _unlinked(problem: Diagnostic) -> Diagnostic:
    # Such an original cannot be cleaned, so it is not offered for download, and what it holds does not block.
    if problem.code != problems.UNLINKED.code:
        return problem
    told = problems.UNLINKED.at(found=problem.message)
    return replace(problem, severity=told.severity, message=told.message, hint=told.hint)


def _finish(reading: Reading, original: Original, limits: Limits) -> tuple[Document, tuple[Diagnostic, ...]]:
    document, diagnostics = clean(reading, original, limits)
    if document is None:
        return _blank(original), diagnostics
    leaked = accounts(reading.text)
    if leaked:
        diagnostics = (problems.ACCOUNTS.at(count=leaked), *diagnostics)
    visible = len("".join(document.text.split()))
    if visible < limits.visible:
        diagnostics = (problems.TOO_SHORT.at(count=visible, least=limits.visible), *diagnostics)
    return document, diagnostics


def _blank(original: Original) -> Document:
    return Document(original, "", "", SourceMap(()))


def _too_large(size: int, limits: Limits) -> Diagnostic:
    return problems.TOO_LARGE.at(size=size / 1e6, limit=limits.file / 1e6)


def _why(error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return "找不到文件"
    if isinstance(error, PermissionError):
        return "没有读取权限"
    return "链接指向自己" if isinstance(error, RuntimeError) else "系统读取时出错"
