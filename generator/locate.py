"""Gives a problem its file, line and column in the source."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from pathlib import PurePosixPath

from generator.model.diagnostic import Diagnostic
from generator.model.document import Document
from generator.model.span import Span

_QUOTE = 40
"""Longest quotation in a message, in characters: fits one line of a terminal beside the place."""

WITH_LINES = frozenset({"text/plain", "text/markdown"})
"""Media types whose source is the file itself: an editor shows the same lines."""


def locate(problem: Diagnostic, document: Document, path: PurePosixPath) -> Diagnostic:
    """The problem with file, line, column (from 1, in the source as decoded), place and quotation filled in.

    One that already names a file (a metadata file, say) stays as it is. A problem of the whole file stands at 1:1.
    Where people see no lines, the place is the page (PDF, OFD) or else the number of the paragraph (Word, web pages).
    """
    if problem.file is not None:
        return problem
    if problem.span is None:
        return replace(problem, file=str(path), line=1, column=1)
    start = document.to_source(problem.span).start
    line, column = line_and_column(document.source, start)
    quote = problem.quote
    if quote is None:
        quote = problem.span.of(document.text).replace("\n", " ")
        quote = quote if len(quote) <= _QUOTE else quote[: _QUOTE - 1] + "…"
    place = problem.place or _place(document, problem.span, line)
    return replace(problem, file=str(path), line=line, column=column, quote=quote, place=place)


def _place(document: Document, span: Span, line: int) -> str:
    if document.original.media_type in WITH_LINES:
        return ""
    page = bisect_right([page.offset for page in document.pages], span.start)
    return f"第 {document.pages[page - 1].number} 页" if page else f"第 {line} 段"


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    """Line and column (from 1) of an offset; CR LF, LF and a lone CR each end a line."""
    before = text[:offset].replace("\r\n", "\n").replace("\r", "\n")
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1


def offset_of(text: str, line: int, column: int) -> int | None:
    """The offset of a line and column (from 1); None if the text has no such place."""
    offset = 0
    for number, row in enumerate(text.splitlines(keepends=True), 1):
        if number == line:
            return offset + column - 1 if 1 <= column <= len(row) else None
        offset += len(row)
    return None
