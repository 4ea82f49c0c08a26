"""Every figure of the site in long format, as CSV and JSON, and the JSON twin of each indicator's page.

The format is versioned by `FORMAT` (SemVer: a new column is a minor step, a changed meaning a major one):

- 1.0.0: `dimension` of a composed row is always empty.
- 2.0.0: there it says what a vague name is about; a composed row has the theme of its text; `in_year` is new.

The page 关于 tells readers of the current one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.catalogues.indicators import indicator_catalogue
from generator.model.fact import Qualifier
from generator.model.report import Corpus, SiteFile
from generator.opendata.compact import json_bytes
from generator.opendata.tabular import Column, csv_bytes
from generator.series.figures import Figure, by_indicator, figures_of

FORMAT = "2.0.0"

FIGURE_COLUMNS = (
    Column("report", "string", "报告编号"),
    Column("agency_id", "string", "机关编号，不明为空"),
    Column("agency", "string", "机关名称，不明为空"),
    Column("region_code", "string", "地区代码（GB/T 2260），不明为空"),
    Column("region", "string", "地区名称，不明为空"),
    Column("year", "integer", "报告年度，不明为空"),
    Column("indicator", "string", "指标编号；原文指标为空"),
    Column("name", "string", "指标名称"),
    Column("layer", "string", "canonical＝口径统一、可比；composed＝原文指标，不可比"),
    Column("theme", "string", "主题 T0–T9：指标的主题；原文指标是所在段落的主题，不明为空"),
    Column("dimension", "string", "范围，全部为空；原文指标的名称太泛时，是它所说的事"),
    Column("value", "number", "数值；区间为空"),
    Column("low", "number", "区间下限；不是区间为空"),
    Column("high", "number", "区间上限；不是区间为空"),
    Column("unit", "string", "单位，照原文"),
    Column("qualifier", "string", "none、approx、at_least、at_most、range"),
    Column("per", "string", "均、每等；总数为空"),
    Column("period", "string", "期间，不明为空"),
    Column("in_year", "boolean", "期间是否就是报告年度：不是的（其他年度、几年合计、年中一段）不能与各年数值对照"),
    Column("mention", "string", "原文写法"),
    Column("sentence", "string", "所在句子"),
    Column("link", "string", "所在句子的地址（相对网站根）"),
    Column("rule", "string", "提取规则"),
)


def indicator_files(corpus: Corpus) -> Iterator[SiteFile]:
    """`data/indicators.csv` and `.json`, and `indicators/<id>/indicator.json` for each indicator of the catalogue."""
    rows = [figure_row(figure) for figure in figures_of(corpus)]
    cells = ([row[column.name] for column in FIGURE_COLUMNS] for row in rows)
    yield SiteFile("data/indicators.csv", csv_bytes(FIGURE_COLUMNS, cells))
    yield SiteFile("data/indicators.json", json_bytes({"format": FORMAT, "figures": rows}))
    reported = by_indicator(corpus)
    for entry in indicator_catalogue().entries:
        twin = {
            "format": FORMAT,
            "id": entry.id,
            "name": entry.name,
            "aliases": list(entry.aliases),
            "definition": entry.definition,
            "theme": entry.theme,
            "do_not_merge": dict(entry.do_not_merge),
            "figures": [figure_row(figure) for figure in reported.get(entry.id, [])],
        }
        yield SiteFile(f"indicators/{entry.id}/indicator.json", json_bytes(twin))


def figure_row(figure: Figure) -> dict[str, Any]:
    """One row of the long format; numbers are decimal strings, None where there is none."""
    report, fact = figure.report, figure.fact
    ranged = fact.qualifier is Qualifier.RANGE
    region = report.identity.region
    return {
        "report": report.id,
        "agency_id": report.agency.id if report.agency else None,
        "agency": report.agency.name if report.agency else None,
        "region_code": region.code,
        "region": region.county or region.city or region.province,
        "year": figure.year,
        "indicator": fact.indicator,
        "name": fact.name,
        "layer": fact.layer.value,
        "theme": fact.theme,
        "dimension": fact.dimension or None,
        "value": None if ranged or fact.value is None else format(fact.value, "f"),
        "low": format(fact.low, "f") if ranged and fact.low is not None else None,
        "high": format(fact.high, "f") if ranged and fact.high is not None else None,
        "unit": fact.unit,
        "qualifier": fact.qualifier.value,
        "per": fact.per or None,
        "period": fact.period,
        "in_year": fact.in_year,
        "mention": fact.mention,
        "sentence": figure.sentence,
        "link": f"reports/{report.id}/#{figure.anchor}",
        "rule": fact.rule,
    }
