"""Figures in tables: row head and column head are the name, the cell is the evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

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

_UNIT_COLUMN = re.compile(r"(?:计量|统计)?单位|量纲")
"""A column of units, unless it holds agencies."""

_NO_FIGURES = re.compile(r"序号|编号|年份|年度$|日期|时间$|电话|文号|代码|邮编|联系|备注|页码|责任人|地址|编码")

_NO_FIGURES_ROW = re.compile(r"(?:序号|编号|年份|年度|(?:联系)?电话|传真|文号|邮政编码|邮编|(?:.{2,4}时间|.{0,4}日期))")

_SAYS_NOTHING = re.compile(
    r"数量|数值|数据|件数|合计|总数|完成(?:情况|数)|数|指标值|(?:本|当)年(?:度|数)?|全年|本期(?:数)?|实际(?:数)?"
)
"""Heads that name nothing by themselves."""

_YEAR = re.compile(r"((?:19|20)\d{2})年(?:度|全年)?|^(上年度?|去年|上一年度?|(?:上年|去年)?同期)(?=数?(?:\(|$))")
"""A column of a year; a year that is not the report's is part of the name."""

_BODY = re.compile(
    r"(?:局|委|办|厅|院|大队|支队|中队|所|站|镇|乡|街道|街道办事处|村|社区|县|区|市|政府|公司|学校|部门)$"
)
"""A row of one body among several: its figures are not those of the agency that reports."""

_LONGEST_LABEL = 40
"""Cells with more text are prose in a layout table and read as prose."""

_NOTHING = Measure(unit="", kind=MeasureKind.COUNT, suffix="")


@dataclass(frozen=True, slots=True)
class TableQuantity:
    """A quantity of a table, bound to its heads.

    `cell` is where it stands; `period` is the year that its column names, "" where that is the report's own or none.
    What another year or one body among several counted is not `comparable`: it gets no name of the catalogue.
    """

    bound: Bound
    cell: Span
    period: str = ""
    comparable: bool = True


def prose_cells(document: Document) -> tuple[Span, ...]:
    """The cells that hold sentences rather than labels or numbers."""
    return tuple(
        cell.span for table in document.tables for row in table.rows for cell in row if len(cell.span) > _LONGEST_LABEL
    )


def find_table_quantities(shadow: Shadow, table: Table, year: int | None) -> tuple[TableQuantity, ...]:
    """The figures of a table, row by row. `year` is the report's, None if unknown."""
    return tuple(_Reader(shadow, table, year).figures())


@dataclass(frozen=True, slots=True)
class _Column:
    """What the heads of a column say: its name without unit and year, the unit, and a year that is another one."""

    name: str = ""
    unit: tuple[str, Measure] | None = None
    period: str = ""
    figures: bool = True


class _Reader:
    """Reads one table."""

    def __init__(self, shadow: Shadow, table: Table, year: int | None) -> None:
        self._shadow = shadow
        self._year = year
        count = self._head_rows(table)
        self._rows = table.rows[count:]
        heads = self._heads(table, count)
        self._columns = {column: self._column(head) for column, head in heads.items()}
        self._units = next((column for column, head in heads.items() if self._holds_units(column, head)), None)
        self._unit_of_table = _told_unit(self._words(table.caption)) if table.caption else None

    def figures(self) -> Iterator[TableQuantity]:
        """The figures row by row."""
        for row in self._rows:
            told = next((_unit_named(self._words(cell.span)) for cell in row if cell.column == self._units), None)
            label: list[str] = []
            for cell in row:
                words = self._words(cell.span)
                if not words or len(cell.span) > _LONGEST_LABEL or cell.column == self._units:
                    continue
                column = self._columns.get(cell.column, _Column())
                quantity = self._quantity(cell, column.unit or told) if column.figures else None
                if quantity is None or _NO_FIGURES_ROW.fullmatch("".join(label)):
                    if not _NUMBER.fullmatch(words):
                        label.append(words)
                    continue
                head = _without_unit("".join(label))
                bound = _bound(quantity, "" if _SAYS_NOTHING.fullmatch(head) and column.name else head, column.name)
                of_one_body = column.name and _BODY.search(head) is not None
                comparable = not (column.period or of_one_body)
                yield TableQuantity(bound, cell.span, column.period, comparable)

    def _head_rows(self, table: Table) -> int:
        """How many rows at the top are heads: as the reader says, else the first row if it holds no numbers."""
        if table.header_rows or not table.rows:
            return table.header_rows
        first = [self._words(cell.span) for cell in table.rows[0]]
        return 0 if any(_NUMBER.search(words) and not re.search(r"\d{4}年", words) for words in first) else 1

    def _heads(self, table: Table, count: int) -> dict[int, str]:
        """The head of each column; heads above one another are joined, a wide one covers its columns."""
        heads: dict[int, str] = {}
        for row in table.rows[:count]:
            for cell in row:
                words = self._words(cell.span)
                for column in range(cell.column, cell.column + cell.columns):
                    if words and words not in heads.get(column, ""):
                        heads[column] = heads.get(column, "") + words
        return heads

    def _column(self, head: str) -> _Column:
        year = _YEAR.search(head)
        other = year is not None and (year[2] is not None or int(year[1]) != self._year)
        name = _without_unit(_YEAR.sub("", head) if year else head)
        figures = _NO_FIGURES.search(head) is None or (year is not None and _NO_FIGURES.search(name) is None)
        return _Column(
            "" if _SAYS_NOTHING.fullmatch(name) else name, _told_unit(head), year[0] if year and other else "", figures
        )

    def _holds_units(self, column: int, head: str) -> bool:
        """Whether a column headed 单位 holds measure words, not agencies."""
        if not _UNIT_COLUMN.fullmatch(head):
            return False
        cells = [self._words(cell.span) for row in self._rows for cell in row if cell.column == column]
        return any(_unit_named(words) for words in cells)

    def _words(self, span: Span) -> str:
        return "".join(span.of(self._shadow.plain).split())

    def _quantity(self, cell: Cell, told: tuple[str, Measure] | None) -> Quantity | None:
        """The quantity of a cell: a number with its measure word, or a bare number whose unit is told elsewhere."""
        found = find_quantities(self._shadow, cell.span)
        text = cell.span.of(self._shadow.plain)
        if len(found) == 1 and found[0].span.start - cell.span.start <= 1 and cell.span.end - found[0].span.end <= 1:
            bare = found[0].branch is Branch.BARE and told  # 1.2万 in a row of 人次
            return replace(found[0], unit=found[0].unit + told[0], measure=told[1]) if bare and told else found[0]
        number = _NUMBER.fullmatch(text.strip())
        value = read_decimal(number[0]) if number else None
        if value is None:
            return None
        start = cell.span.start + len(text) - len(text.lstrip())
        span = Span(start, start + len(text.strip()))
        unit, measure = told or self._unit_of_table or ("", _NOTHING)
        return Quantity(span, value, None, None, unit, measure, Qualifier.NONE, Branch.DIGITS)


def _told_unit(words: str) -> tuple[str, Measure] | None:
    """The unit that a head names in brackets or behind a slash: 罚款（万元）, 案件数/件."""
    found = (_unit_named(match["unit"] or match["slashed"] or match["told"]) for match in _UNIT_IN_HEAD.finditer(words))
    return next((unit for unit in found if unit), None)


def _unit_named(written: str) -> tuple[str, Measure] | None:
    """A measure word that stands alone, with 万 or 亿 before it and its measure; None if the words are none."""
    scale = written[:1] if written[:1] in ("万", "亿") and written[1:] in measures() else ""
    measure = measures().get(written[len(scale) :]) or measures().get(written.replace("(次)", "次").replace("/", ""))
    return (scale + measure.unit, measure) if measure else None


def _bound(quantity: Quantity, row: str, column: str) -> Bound:
    words = row + column
    subject = tidied(words)
    name = Name(with_suffix(subject, quantity.measure), subject, "", words, "")
    clause = Clause(quantity.span, ("", ""), (quantity,), 0, "")
    return Bound(quantity, (name,), "", Rule.TABLE, clause)


def _without_unit(words: str) -> str:
    return _UNIT_IN_HEAD.sub("", words).strip(":：")
