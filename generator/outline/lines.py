"""The lines of a document with what is known about each as a whole."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.model.document import Document, Style
from generator.model.span import Span

_BLANKS = re.compile(r"\s+")
_HEADINGS = {Style.TITLE: 0, Style.HEADING_1: 1, Style.HEADING_2: 2, Style.HEADING_3: 3, Style.HEADING_4: 4}


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the cleaned text.

    `text` is without blanks, for patterns; `table` is the index of its table; `heading` is the level that the file
    format gives the whole line (0 for its title style), None if it is no heading there. `bold` is where a bold run
    that begins the line ends, the line's start if none does.
    """

    index: int
    span: Span
    text: str
    table: int | None
    heading: int | None
    bold: int


def read_lines(document: Document) -> tuple[Line, ...]:
    """The lines of `document`, in order."""
    spans = document.lines()
    by_start = {span.start: index for index, span in enumerate(spans)}
    tables: dict[int, int] = {}
    for number, table in enumerate(document.tables):
        first = by_start.get(table.span.start)
        while first is not None and first < len(spans) and spans[first].start < table.span.end:
            tables[first] = number
            first += 1
    headings: dict[int, int] = {}
    bolds: dict[int, int] = {}
    for run in document.styles:
        if run.style in _HEADINGS:
            headings[run.span.start] = _HEADINGS[run.style]
        elif run.style is Style.BOLD:
            bolds[run.span.start] = run.span.end
    return tuple(
        Line(
            index=index,
            span=span,
            text=_BLANKS.sub("", span.of(document.text)),
            table=tables.get(index),
            heading=headings.get(span.start),
            bold=min(bolds.get(span.start, span.start), span.end),
        )
        for index, span in enumerate(spans)
    )
