"""Pages become paragraphs and tables in reading order."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.intake.joining import starts_anew
from generator.intake.layout.furniture import remove_furniture
from generator.intake.layout.rows import Row, into_rows
from generator.intake.layout.ruled import RuledTable, find_tables
from generator.intake.linear import GridCell
from generator.model.document import Style

if TYPE_CHECKING:
    from generator.intake.layout.sheet import Sheet
    from generator.intake.linear import Linear

_INDENT, _SHORT, _SHORT_BY_RULE = 1.2, 1.7, 4.0
"""In characters: an indent, a line that ends early, and how early a line may end because of line-breaking rules."""
_OTHER_SIZE = 0.2
_TITLE_SIZE = 1.2
_TITLE_ROWS = 12
_LOOSE = 1.6
_CENTRED = 1.0
_FEW_INDENTS = 0.03
_HEADING = re.compile(r"[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）")
_FINAL = "。！？；：…!?;:”）》」』〕"
_SAME_COLUMN = 3.0


@dataclass(slots=True)
class _Placed:
    """A row or a table with its page and that page's margins."""

    page: int
    sheet: Sheet
    left: float = 0.0
    right: float = 0.0
    row: Row | None = None
    table: RuledTable | None = None

    @property
    def top(self) -> float:
        if self.table is not None:
            return self.table.top
        return self.row.base if self.row is not None else 0.0


def compose(sheets: list[Sheet], out: Linear, scale: float = 1.0) -> None:
    """Write the text of the pages; `scale` is the unit of their lengths in points."""
    rows: list[list[Row]] = []
    tables: list[list[RuledTable]] = []
    for sheet in sheets:
        found, rest = find_tables(sheet.rules, sheet.glyphs, scale)
        tables.append(found)
        rows.append(into_rows(rest))
    taken = remove_furniture(sheets, rows)
    body = _body_size(rows)
    margins = _margins(rows, body)
    items: list[_Placed] = []
    for page, sheet in enumerate(sheets):
        left, right = margins[page]
        placed = [_Placed(page, sheet, left, right, row=row) for row in rows[page]]
        placed += [_Placed(page, sheet, left, right, table=table) for table in tables[page]]
        items += sorted(placed, key=lambda item: item.top)
        for kind, text in (*sheet.dropped, *taken[page]):
            out.drop(kind, text, sheet.number)
    _write(_joined_tables(items, scale), sheets, out, body)


def _body_size(rows: list[list[Row]]) -> float:
    sizes: Counter[float] = Counter()
    for page in rows:
        for row in page:
            sizes[round(row.size * 2) / 2] += len(row.text)
    return max(sizes, key=lambda size: (sizes[size], size), default=1.0) or 1.0


def _margins(rows: list[list[Row]], body: float) -> list[tuple[float, float]]:
    # Left and right edge of the text, page by page: odd and even pages, and scans, differ. A page with too little
    # text to know takes the margins of the other pages of its side.
    own: list[tuple[float, float] | None] = []
    for page in rows:
        usual = [row for row in page if abs(row.size - body) <= _OTHER_SIZE * body]
        wide = [row for row in usual if len(row.text) > 8]  # noqa: PLR2004 — signatures and dates say nothing
        own.append((min(row.left for row in wide), _edge(wide)) if len(wide) > 1 else None)
    result = []
    for index, found in enumerate(own):
        side = [pair for place, pair in enumerate(own) if pair is not None and place % 2 == index % 2]
        every = side or [pair for pair in own if pair is not None] or [(0.0, 1.0)]
        left, right = min(pair[0] for pair in every), max(pair[1] for pair in every)
        if found is None:
            result.append((left, right))
        else:  # a page of indented lines only, or of short ones, has its side's margins
            close = found[0] - left > _INDENT * body and found[0] - left < 3 * body
            result.append((left if close else found[0], right if right - found[1] < 3 * body else found[1]))
    return result


def _edge(rows: list[Row]) -> float:
    # Most lines reach the right margin; a mark that hangs over it does not move it.
    rights = sorted(row.right for row in rows)
    return rights[len(rights) * 3 // 4]


def _write(items: list[_Placed], sheets: list[Sheet], out: Linear, body: float) -> None:
    indented = _uses_indents(items, body)
    spacing = _spacing(items)
    pieces: list[tuple[str, bool]] = []
    style: Style | None = None
    previous: _Placed | None = None
    seen_body = False
    page = -1
    for number, item in enumerate(items):
        anew = previous is None or item.table is not None or _is_new(previous, item, body, spacing, indented=indented)
        turned = item.page != page
        if pieces and (anew or turned):
            out.paragraph(pieces, style, join=_border(previous, item, anew=anew))
            pieces = []
        if turned:
            for turn in range(page + 1, item.page + 1):
                out.page(sheets[turn].number)
            page = item.page
        if item.table is not None:
            out.table(item.table.rows)
            previous = None
            continue
        if item.row is None:
            continue
        if not pieces:
            large = item.row.size > _TITLE_SIZE * body and not seen_body and number < _TITLE_ROWS
            style = Style.TITLE if large else None
            seen_body = seen_body or (not large and len(item.row.text) > 20)  # noqa: PLR2004 — a line of text
        else:
            pieces.append((_glue(pieces[-1][0], item.row.text), False))
        pieces += item.row.pieces
        previous = item
    if pieces:
        out.paragraph(pieces, style, join=False)
    for turn in range(page + 1, len(sheets)):
        out.page(sheets[turn].number)


def _is_new(before: _Placed, item: _Placed, body: float, spacing: float, *, indented: bool) -> bool:
    last, row = before.row, item.row
    if last is None or row is None or _is_set_apart(before) or _is_set_apart(item):
        return True
    indent = (row.left - item.left) / body
    short = (before.right - last.right) / body
    ended = last.text.rstrip()[-1:] in _FINAL
    other_size = abs(last.size - row.size) > _OTHER_SIZE * max(last.size, row.size)
    if other_size or indent > _INDENT:
        return True
    if short > _SHORT and not (indented and not ended and short < _SHORT_BY_RULE):
        return True
    text = row.text.strip()
    if last.text.rstrip()[-1:] in "。：" and (_HEADING.match(text) or not indented) and starts_anew(text):
        return True
    loose = before.page == item.page and row.base - last.base > _LOOSE * spacing
    return loose and (ended or not indented)


def _border(before: _Placed | None, item: _Placed, *, anew: bool) -> bool | None:
    # What is known of a line end: that it is none, that it is one, or that only the text can tell. A paragraph that
    # ends without any mark was perhaps cut in the file that the pages were made from.
    if not anew:
        return True
    if before is None or before.row is None or item.row is None or _is_set_apart(before) or _is_set_apart(item):
        return False
    return False if before.row.text.rstrip()[-1:] in _FINAL else None


def _is_set_apart(item: _Placed) -> bool:
    # Centred or right-aligned, as titles, signatures and dates are.
    row = item.row
    if row is None:
        return False
    before, after = row.left - item.left, item.right - row.right
    centred = before > 2.6 * row.size and abs(before - after) < _CENTRED * row.size
    flushed = before > (item.right - item.left) * 0.4
    return centred or flushed


def _uses_indents(items: list[_Placed], body: float) -> bool:
    rows = [item for item in items if item.row is not None]
    indents = sum(_INDENT < (item.row.left - item.left) / body < 3 for item in rows if item.row is not None)  # noqa: PLR2004
    return indents > max(2, len(rows) * _FEW_INDENTS)


def _spacing(items: list[_Placed]) -> float:
    gaps: Counter[float] = Counter()
    for before, item in pairwise(items):
        if before.row is not None and item.row is not None and before.page == item.page:
            gaps[round(item.row.base - before.row.base, 0)] += 1
    return max(gaps, key=lambda gap: (gaps[gap], -gap), default=1.0) or 1.0


def _glue(left: str, right: str) -> str:
    words = left[-1:].isascii() and left[-1:].isalpha() and right[:1].isascii() and right[:1].isalpha()
    return " " if words else ""


def _joined_tables(items: list[_Placed], scale: float) -> list[_Placed]:
    # A table at the top of a page with the columns of the one that ends the page before is its continuation.
    result: list[_Placed] = []
    for item in items:
        last = result[-1] if result else None
        if (
            item.table is not None
            and last is not None
            and last.table is not None
            and item.page > last.page
            and _same_columns(last.table, item.table, scale)
        ):
            _append(last.table, item.table)
            last.page = item.page
        else:
            result.append(item)
    return result


def _same_columns(one: RuledTable, other: RuledTable, scale: float) -> bool:
    near = _SAME_COLUMN / scale
    mirrored = other.left - one.left  # odd and even pages may be shifted
    return len(one.columns) == len(other.columns) and all(
        abs(left + mirrored - right) <= near for left, right in zip(one.columns, other.columns, strict=True)
    )


def _append(table: RuledTable, more: RuledTable) -> None:
    rows = more.rows
    heads = 0
    while heads < len(rows) - 1 and heads < len(table.rows) and _texts(rows[heads]) == _texts(table.rows[heads]):
        heads += 1
    if heads and re.search(r"\d", "".join(_texts(rows[heads - 1]))) and heads == len(rows):
        heads = 0
    rows = rows[heads:]
    if not rows:
        return
    height = len(table.rows)
    first = []
    for cell in rows[0]:
        above = _covering(table.rows, cell.column, height - 1)
        tall = above is not None and (above[2].rows > 1 or cell.rows > 1) and above[2].columns == cell.columns
        if not cell.text.strip() and above is not None and tall and above[2].text.strip():
            line, place, upper = above
            table.rows[line][place] = GridCell(upper.text, upper.column, upper.columns, upper.rows + cell.rows)
        else:
            first.append(cell)
    table.rows += [first, *rows[1:]]


def _covering(rows: list[list[GridCell]], column: int, line: int) -> tuple[int, int, GridCell] | None:
    for number, row in enumerate(rows):
        for place, cell in enumerate(row):
            if cell.column == column and number <= line < number + cell.rows and number + cell.rows == len(rows):
                return number, place, cell
    return None


def _texts(row: list[GridCell]) -> list[str]:
    return [re.sub(r"\s+", "", cell.text) for cell in row]
