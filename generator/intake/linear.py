"""Where readers put what they find: paragraphs, tables and pages become one linear text with structure beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model.document import Cell, Dropped, PageStart, Reading, Style, StyleRun, Table
from generator.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_CAPTION = re.compile(r"\s*附?表\s?(?:[一二三四五六七八九十]|\d|[：:]).{0,60}")
_NUMBER = re.compile(r"[-+]?[\d,，.]+\s?[%％‰]?|[—–-]+|/")
_YEAR = re.compile(r"(?:19|20)\d\d(?:\s?年度?)?")
_MOST_HEADS = 4
_CELL_BLANK = re.compile(r"(?<![\x21-\x7e]) | (?![\x21-\x7e])")
"""A blank in a cell stands for a line end there; between Chinese characters it means nothing."""


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell as a reader finds it: its text in one line, and the grid columns and rows that it covers."""

    text: str
    column: int
    columns: int = 1
    rows: int = 1


class Linear:
    """Collects the linear text of a document."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._styles: list[StyleRun] = []
        self._tables: list[Table] = []
        self._pages: list[PageStart] = []
        self._joins: list[int] = []
        self._keeps: list[int] = []
        self._dropped: list[Dropped] = []
        self._last: Span | None = None
        self._last_text = ""

    @property
    def length(self) -> int:
        """Characters so far."""
        return self._length

    def page(self, number: int) -> None:
        """A page begins here."""
        self._pages.append(PageStart(self._length, number))

    def drop(self, kind: str, text: str, page: int | None = None) -> None:
        """Remember something that is not part of the text."""
        self._dropped.append(Dropped(kind, text, page))

    def paragraph(
        self,
        pieces: Iterable[tuple[str, bool]],
        style: Style | None = None,
        *,
        join: bool | None = None,
    ) -> None:
        """Add a paragraph of `(text, bold)` pieces and a line end; line ends inside it make lines of their own.

        `join` says of the line end after it: True that it cuts a sentence, False that it ends a paragraph, None that
        only the text can tell.
        """
        start, first = self._length, len(self._parts)
        for text, bold in pieces:
            if bold and text.strip():
                self._style(Style.BOLD, self._length, self._length + len(text))
            self._add(text)
        if self._length == start:
            return
        if style is not None:
            self._styles.append(StyleRun(Span(start, self._length), style))
        if join is not None:
            (self._joins if join else self._keeps).append(self._length)
        self._last, self._last_text = Span(start, self._length), "".join(self._parts[first:])
        self._add("\n")

    def table(self, rows: Sequence[Sequence[GridCell]], header_rows: int | None = None) -> None:
        """Add a table; `rows` hold the cells that begin in each row, left to right. None guesses the head."""
        rows = _filled(rows)
        if not rows:
            return
        caption = self._last
        if caption is not None and not (caption.end + 1 == self._length and _CAPTION.fullmatch(self._last_text)):
            caption = None
        start = self._length
        cells: list[tuple[Cell, ...]] = []
        for row in rows:
            line: list[Cell] = []
            for number, cell in enumerate(row):
                if number:
                    self._add("\t")
                text = _CELL_BLANK.sub("", " ".join(cell.text.split()))
                line.append(Cell(Span(self._length, self._length + len(text)), cell.column, cell.columns, cell.rows))
                self._add(text)
            cells.append(tuple(line))
            self._add("\n")
        heads = guess_heads(rows) if header_rows is None else header_rows
        self._tables.append(Table(Span(start, self._length - 1), tuple(cells), heads, caption))
        self._last = None

    def reading(self, encoding: str | None = None) -> Reading:
        """What was collected."""
        return Reading(
            text="".join(self._parts),
            encoding=encoding,
            styles=tuple(self._styles),
            pages=tuple(self._pages),
            tables=tuple(self._tables),
            joins=tuple(self._joins),
            keeps=tuple(self._keeps),
            dropped=tuple(self._dropped),
        )

    def _style(self, style: Style, start: int, end: int) -> None:
        last = self._styles[-1] if self._styles else None
        if last is not None and last.style is style and last.span.end == start:
            self._styles[-1] = StyleRun(Span(last.span.start, end), style)
        else:
            self._styles.append(StyleRun(Span(start, end), style))

    def _add(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)


def _filled(rows: Sequence[Sequence[GridCell]]) -> list[Sequence[GridCell]]:
    # Rows that show nothing are left out, except where a cell from above covers them.
    covered: set[int] = set()
    for number, row in enumerate(rows):
        for cell in row:
            covered.update(range(number + 1, min(number + cell.rows, len(rows))))
    kept = [row for number, row in enumerate(rows) if number in covered or any(cell.text for cell in row)]
    return kept if any(cell.text for row in kept for cell in row) else []


def guess_heads(rows: Sequence[Sequence[GridCell]]) -> int:
    """How many rows at the top are heads: those before the first with a number in it, merged cells taken whole.

    A year is no number. A table without numbers has one head; one whose first row has a number has none.
    """
    heads = next((index for index, row in enumerate(rows) if any(_is_number(cell.text) for cell in row)), 1)
    if not heads or len(rows) == 1:
        return 0
    covered = max((cell.rows for cell in rows[0] if cell.columns < _width(rows)), default=1)
    return min(max(heads if heads <= _MOST_HEADS else 1, min(covered, heads)), len(rows) - 1)


def _width(rows: Sequence[Sequence[GridCell]]) -> int:
    return max((cell.column + cell.columns for row in rows for cell in row), default=1)


def _is_number(text: str) -> bool:
    text = text.strip()
    return _NUMBER.fullmatch(text) is not None and not _YEAR.fullmatch(text)
