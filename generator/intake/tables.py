"""Tables drawn with bars in Markdown."""

from __future__ import annotations

from itertools import pairwise

from generator.model.document import Cell, Table
from generator.model.span import Span


def bar_cells(text: str, start: int, end: int) -> list[Span]:
    r"""The cells of the row `text[start:end]`, without the blanks around them; `\|` is no border."""
    borders = [place for place in range(start, end) if text[place] == "|" and text[place - 1 : place] != "\\"]
    first = next((place for place in range(start, end) if not text[place].isspace()), start)
    last = next((place for place in range(end - 1, start - 1, -1) if not text[place].isspace()), end - 1)
    edges = [start - 1, *borders, end]
    if borders and borders[0] == first:
        edges.pop(0)
    if borders and borders[-1] == last and len(edges) > 2:  # noqa: PLR2004 — one cell needs two edges
        edges.pop()
    return [_trimmed(text, left + 1, right) for left, right in pairwise(edges)]


def bar_table(rows: list[list[Span]], span: Span) -> Table:
    """A table of rows of cells, the first of them its head."""
    cells = tuple(tuple(Cell(cell, column) for column, cell in enumerate(row)) for row in rows)
    return Table(span, cells, header_rows=1)


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
