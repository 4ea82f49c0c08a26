"""Figures in tables: row head and column head are the name, the cell is the evidence."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.catalogues.measures import Measure, MeasureKind, measures
from generator.indicators.bound import Bound, Name, Rule
from generator.indicators.clauses import Clause
from generator.indicators.naming import tidied, with_suffix
from generator.indicators.numbers import read_decimal
from generator.indicators.quantities import Branch, Quantity, find_quantities
from generator.indicators.shadow import Shadow
from generator.model.document import Cell, Document, Table
from generator.model.fact import Qualifier
from generator.model.span import Span

_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,15}(?:\.\d{1,8})?")

_UNIT_IN_HEAD = re.compile(
    r"""
      \( (?: 单位: )? (?P<unit> [^()]{1,6} ) \)
    | / (?P<slashed> [^()/]{1,4} ) $
    | 单位: (?P<told> [^()]{1,6} )
    """,
    re.VERBOSE,
)
"""罚款(万元), 案件数/件, 单位:件."""

_NO_FIGURES = re.compile(r"序号|编号|年份|年度$|日期|时间$|电话|文号|代码|邮编|联系|备注|页码|责任人|地址|编码")

_LONGEST_LABEL = 40
"""Cells with more text are prose in a layout table and read as prose."""

_NOTHING = Measure(unit="", kind=MeasureKind.COUNT, suffix="")


@dataclass(frozen=True, slots=True)
class TableQuantity:
    """A quantity of a table, bound to its heads; `cell` is where it stands."""

    bound: Bound
    cell: Span


def prose_cells(document: Document) -> tuple[Span, ...]:
    """The cells that hold sentences rather than labels or numbers."""
    return tuple(
        cell.span for table in document.tables for row in table.rows for cell in row if len(cell.span) > _LONGEST_LABEL
    )


def find_table_quantities(shadow: Shadow, table: Table) -> tuple[TableQuantity, ...]:
    """The figures of a table, row by row."""
    heads = _column_heads(shadow, table)
    caption = _words(shadow, table.caption) if table.caption else ""
    found: list[TableQuantity] = []
    for row in table.rows[_head_rows(shadow, table) :]:
        label: list[str] = []
        for cell in row:
            words = _words(shadow, cell.span)
            if not words or len(cell.span) > _LONGEST_LABEL:
                continue
            head = heads.get(cell.column, "")
            quantity = None if _NO_FIGURES.search(head) else _quantity(shadow, cell, head, "".join(label), caption)
            if quantity is None:
                if not _NUMBER.fullmatch(words):
                    label.append(words)
                continue
            found.append(TableQuantity(_bound(quantity, label, head), cell.span))
    return tuple(found)


def _head_rows(shadow: Shadow, table: Table) -> int:
    """How many rows at the top are heads: as the reader says, else the first row if it holds no numbers."""
    if table.header_rows or not table.rows:
        return table.header_rows
    first = [_words(shadow, cell.span) for cell in table.rows[0]]
    return 0 if any(_NUMBER.search(words) and not re.search(r"\d{4}年", words) for words in first) else 1


def _column_heads(shadow: Shadow, table: Table) -> dict[int, str]:
    """The head of each column; heads above one another are joined, a wide one covers its columns."""
    heads: dict[int, str] = {}
    for row in table.rows[: _head_rows(shadow, table)]:
        for cell in row:
            words = _words(shadow, cell.span)
            for column in range(cell.column, cell.column + cell.columns):
                if words and words not in heads.get(column, ""):
                    heads[column] = heads.get(column, "") + words
    return heads


def _words(shadow: Shadow, span: Span) -> str:
    return "".join(span.of(shadow.plain).split())


def _quantity(shadow: Shadow, cell: Cell, head: str, label: str, caption: str) -> Quantity | None:
    """The quantity of a cell: a number with its measure word, or a bare number whose unit the heads tell."""
    found = find_quantities(shadow, cell.span)
    text = cell.span.of(shadow.plain)
    if len(found) == 1 and found[0].span.start - cell.span.start <= 1 and cell.span.end - found[0].span.end <= 1:
        return found[0]
    number = _NUMBER.fullmatch(text.strip())
    value = read_decimal(number[0]) if number else None
    if value is None:
        return None
    start = cell.span.start + len(text) - len(text.lstrip())
    span = Span(start, start + len(text.strip()))
    for words in (head, label, caption):
        if unit := _told_unit(words):
            return Quantity(span, value, None, None, unit[0], unit[1], Qualifier.NONE, Branch.DIGITS)
    return Quantity(span, value, None, None, "", _NOTHING, Qualifier.NONE, Branch.DIGITS)


def _told_unit(words: str) -> tuple[str, Measure] | None:
    """The unit that a head names in brackets or behind a slash: 罚款（万元）, 案件数/件."""
    for match in _UNIT_IN_HEAD.finditer(words):
        written, scale = match["unit"] or match["slashed"] or match["told"], ""
        if written[:1] in "万亿" and written[1:] in measures():
            scale, written = written[:1], written[1:]
        if measure := measures().get(written):
            return scale + written, measure
    return None


def _bound(quantity: Quantity, label: list[str], head: str) -> Bound:
    row = _without_unit("".join(label))
    column = _without_unit(head)
    if column in {"数量", "数值", "数据", "件数", "合计", "总数", "完成情况", "数", "指标值", "本年", "全年"} and row:
        column = ""
    subject = tidied(row + column)
    name = Name(with_suffix(subject, quantity.measure), subject, "", row + column, "")
    clause = Clause(quantity.span, ("", ""), (quantity,), 0, "")
    return Bound(quantity, (name,), "", Rule.TABLE, clause)


def _without_unit(words: str) -> str:
    return _UNIT_IN_HEAD.sub("", words).strip(":：")
