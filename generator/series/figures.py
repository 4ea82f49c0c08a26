"""Figures of many reports, by indicator and by agency."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.catalogues.same_units import counted_in
from generator.model.fact import Fact, Layer, Qualifier
from generator.model.report import Corpus, Report
from generator.series.anchors import sentence_anchor
from generator.text.scale import plain_unit


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure with its report: what a row of any table of figures needs.

    `anchor` is the sentence's anchor on the report's page; `number` the value in the plain unit `unit` (万 and 亿
    multiplied out), None for a range; `counted_in` the unit that stands for all that mean the same (项 and 个): figures
    of one indicator are comparable if it is equal.
    """

    report: Report
    fact: Fact
    anchor: str
    number: Decimal | None
    unit: str
    counted_in: str

    @property
    def year(self) -> int:
        """The report year."""
        if self.report.identity.year is None:
            raise ValueError(self.report.path)
        return self.report.identity.year.value

    @property
    def sentence(self) -> str:
        """The sentence that states the figure."""
        return self.fact.evidence.of(self.report.document.text)


def figures_of(corpus: Corpus) -> Iterator[Figure]:
    """Every figure of the collection: newest year first, then report id, then order of the text."""
    for report in corpus.reports:
        for fact in report.findings.facts:
            yield make_figure(report, fact)


def make_figure(report: Report, fact: Fact) -> Figure:
    """One figure."""
    factor, unit = plain_unit(fact.unit)
    number = None if fact.value is None or fact.qualifier is Qualifier.RANGE else fact.value * factor
    return Figure(report, fact, sentence_anchor(report, fact), number, unit, counted_in(unit))


def by_indicator(corpus: Corpus) -> dict[str, list[Figure]]:
    """The comparable figures of each indicator that was reported at all."""
    found: dict[str, list[Figure]] = {}
    for figure in figures_of(corpus):
        if figure.fact.layer is Layer.CANONICAL and figure.fact.indicator is not None:
            found.setdefault(figure.fact.indicator, []).append(figure)
    return found


@dataclass(frozen=True, slots=True)
class Row:
    """An indicator of one agency over the years.

    `cells` has a tuple of figures for each year of the table, empty where the report does not mention it. `change`
    compares the two newest years in words, "" where that would not be honest.
    """

    name: str
    indicator: str
    theme: str
    dimension: str
    cells: tuple[tuple[Figure, ...], ...]
    change: str


def over_years(reports: list[Report], years: tuple[int, ...]) -> tuple[Row, ...]:
    """The comparable figures of one agency, a row for each indicator and dimension.

    They stand by theme, then in the order in which the first of the `reports` names the indicators, then the next.
    `years` are the columns; reports of other years are left out.
    """
    rows: dict[tuple[str, str], dict[int, list[Figure]]] = {}
    for report in reports:
        for fact in report.findings.facts:
            if fact.indicator is not None and report.identity.year and report.identity.year.value in years:
                cells = rows.setdefault((fact.indicator, fact.dimension), {})
                cells.setdefault(report.identity.year.value, []).append(make_figure(report, fact))
    made = []
    named = list(dict.fromkeys(indicator for indicator, _ in rows))
    for (indicator, dimension), cells in rows.items():
        any_fact = next(iter(cells.values()))[0].fact
        columns = tuple(tuple(cells.get(year, ())) for year in years)
        made.append(Row(any_fact.name, indicator, any_fact.theme or "", dimension, columns, _change(columns)))
    return tuple(sorted(made, key=lambda row: (row.theme, named.index(row.indicator))))


def _change(columns: tuple[tuple[Figure, ...], ...]) -> str:
    """The change between the two newest neighbouring years: only single exact values of whole years in one unit."""
    if len(columns) < 2 or any(len(cell) != 1 for cell in columns[:2]):  # noqa: PLR2004  (two years)
        return ""
    new, old = columns[0][0], columns[1][0]
    exact = all(
        item.fact.in_year and item.fact.qualifier is Qualifier.NONE and not item.fact.per for item in (new, old)
    )
    if not exact or new.number is None or old.number is None or new.counted_in != old.counted_in:
        return ""
    difference = new.number - old.number
    if difference == 0:
        return "持平"
    unit = "个百分点" if new.unit == "%" else new.unit
    return f"{'增加' if difference > 0 else '减少'}{abs(difference).normalize():f}{unit}"
