"""Tokens grouped into lines, and what happens to the blanks inside one."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.intake.tokens import Sort
from generator.model.span import RepairKind, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.intake.tokens import Token


@dataclass(slots=True)
class Line:
    """A line of the source: its tokens, then the tokens of the gap after it, line ends first among them.

    `row` says that the line is the row of a table, where tabs are borders and nothing is joined. `text` is what is
    left of the line, without blanks at its ends.
    """

    tokens: list[Token] = field(default_factory=list)
    gap: list[Token] = field(default_factory=list)
    row: bool = False
    join: RepairKind | None = None
    """Why the next line goes on in this one, None if it does not; `glue` comes between them."""
    glue: str = ""

    @property
    def text(self) -> str:
        """The cleaned line."""
        return "".join(token.new for token in self.tokens)

    @property
    def span(self) -> Span:
        """Where the line stands in the source, its line end excluded."""
        return Span(self.tokens[0].start, self.tokens[-1].end) if self.tokens else Span(0, 0)


def into_lines(tokens: Iterable[Token], rows: Iterable[Span]) -> tuple[list[Token], list[Line]]:
    """The tokens before the first visible line, and the visible lines with the gaps that follow them.

    Lines that show nothing are part of the gap before them. `rows` are the spans of the tables in the source, in
    order.
    """
    tables = iter(rows)
    table = next(tables, None)
    head: list[Token] = []
    lines: list[Line] = []
    for current in _split(tokens):
        end = current.pop() if current and current[-1].sort is Sort.END else None
        begin = current[0].start if current else end.start if end else 0
        while table is not None and table.end <= begin:
            table = next(tables, None)
        row = table is not None and table.start <= begin
        visible = any(_shows(token, row=row) for token in current)
        if visible:
            lines.append(Line(current, row=row))
        gap = lines[-1].gap if lines else head
        if not visible:
            gap.extend(current)
        if end is not None:
            gap.append(end)
    return head, lines


def _shows(token: Token, *, row: bool) -> bool:
    if token.sort is Sort.TEXT or token.sort is Sort.STARS:
        return bool(token.new)
    return row and token.sort is Sort.BLANK and "\t" in token.new


def _split(tokens: Iterable[Token]) -> Iterator[list[Token]]:
    current: list[Token] = []
    for token in tokens:
        current.append(token)
        if token.sort is Sort.END:
            yield current
            current = []
    if current:
        yield current


def trim(line: Line) -> None:
    """Drop the blanks at the ends of a line and make those inside it ordinary; the tabs of table rows stay."""
    tokens = line.tokens
    if line.row:
        _trim_cells(tokens)
        return
    first = next((index for index, token in enumerate(tokens) if token.new and token.sort is not Sort.BLANK), 0)
    last = next(
        index for index in range(len(tokens) - 1, -1, -1) if tokens[index].new and tokens[index].sort is not Sort.BLANK
    )
    left = ""
    for index, token in enumerate(tokens):
        if token.sort is not Sort.BLANK:
            left = token.new[-1] if token.new else left
            continue
        right = next((other.new[0] for other in tokens[index + 1 : index + 4] if other.new), "")
        wanted = _blank(token.new, left, right) if first < index < last else ""
        if wanted != token.new:
            token.drop(RepairKind.BLANK, wanted)


def _blank(source: str, left: str, right: str) -> str:
    # A blank beside a digit or Latin letter stays, one between Chinese characters has no meaning; wide gaps (columns
    # of names, 第一条　为了) keep one.
    beside = _is_latin(left) or _is_latin(right)
    if source == "\xa0":
        return " " if _is_latin(left) and _is_latin(right) else ""
    return " " if beside or len(source) > 1 or source in "\u3000\t" else ""


def _trim_cells(tokens: list[Token]) -> None:
    # Keeps the tabs, and one blank between the words of a cell.
    seen = [token for token in tokens if token.new]
    for index, token in enumerate(seen):
        if token.sort is not Sort.BLANK:
            continue
        before, after = seen[index - 1] if index else None, seen[index + 1] if index + 1 < len(seen) else None
        inside = (
            before is not None
            and before.sort is not Sort.BLANK
            and after is not None
            and (after.sort is not Sort.BLANK)
        )
        wanted = "\t" * token.new.count("\t") or (" " if inside else "")
        if wanted != token.new:
            token.drop(RepairKind.BLANK, wanted)


def drop_blanks(line: Line) -> None:
    """Drop the blanks inside a line of the title, those between Latin words or numbers excepted."""
    for index, token in enumerate(line.tokens):
        if token.sort is Sort.BLANK and token.new == " ":
            left = next((other.new[-1] for other in reversed(line.tokens[:index]) if other.new), "")
            right = next((other.new[0] for other in line.tokens[index + 1 :] if other.new), "")
            if not (_is_latin(left) and _is_latin(right)):
                token.drop(RepairKind.BLANK)


def _is_latin(char: str) -> bool:
    return bool(char) and char.isascii()
