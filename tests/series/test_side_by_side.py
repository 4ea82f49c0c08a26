"""What may stand side by side: the same indicator and dimension, in units that mean the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from generator.catalogues.measures import measures
from generator.catalogues.rules import Example
from generator.catalogues.same_units import counted_in
from generator.model.metadata import AgencyEntry, Ledger, Metadata, Roster
from generator.model.outcome import Verdict
from generator.model.report import Corpus, Report
from generator.model.settings import Settings
from generator.pages.charts import figure_bars
from generator.series.alike import most_alike
from generator.series.figures import by_indicator, over_years
from tests.rules.scenario import REGIONS, try_example

TODAY = date(2026, 7, 1)
AGENCIES = tuple(AgencyEntry(f"jia-{name}", f"甲县{name}局", "jia", "department") for name in ("b", "c", "d"))


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        ("项", "个"), ("个", "个"), ("家", "个"), ("名", "人"), ("人", "人"), ("场次", "次"), ("户次", "家次"),
        ("人次", "人次"), ("批", "批"), ("页", "页"), ("%", "%"), ("元", "元"), ("个百分点", "百分点"),
    ],
)  # fmt: skip
def test_units_that_mean_the_same(unit: str, expected: str) -> None:
    assert counted_in(unit) == expected


def test_only_known_units_are_the_same_as_others() -> None:
    known = measures()
    standing_for = {unit: counted_in(unit) for unit in known}
    assert all(counted_in(common) == common for common in standing_for.values())
    assert {unit for unit, common in standing_for.items() if "次" in unit and common == "个"} == set()


def a_report(agency: AgencyEntry, year: int, sentence: str) -> Report:
    text = f"甲县农具推广局{year}年度法治政府建设情况报告\n一、主要举措和成效\n{sentence}\n"
    example = Example(Verdict.MET, text=text, metadata=Metadata(year=year), today=TODAY)
    return replace(try_example(example).report, id=f"{agency.id}-{year}", agency=agency)


def a_corpus(*sentences: str) -> Corpus:
    reports = tuple(a_report(agency, 2024, sentence) for agency, sentence in zip(AGENCIES, sentences, strict=False))
    return Corpus(reports, Roster(REGIONS, AGENCIES), Settings("公开"), Ledger(), TODAY)


def test_a_chart_draws_one_dimension_in_like_units() -> None:
    corpus = a_corpus("组织应急演练12次。", "组织应急演练8场。", "组织应急演练15场次，参加演练300人次。")
    dimension, bars = figure_bars(by_indicator(corpus)["drills"])
    assert (dimension, [(bar.text, bar.number) for bar in bars]) == (
        "",
        [("12次", Decimal(12)), ("8场", Decimal(8)), ("15场次", Decimal(15))],
    )


def test_the_whole_is_not_drawn_beside_a_part() -> None:
    corpus = a_corpus("推出“一件事”66项。", "推出个人“一件事”8项。", "推出“一件事”34个。")
    dimension, bars = figure_bars(by_indicator(corpus)["one-thing-items"])
    assert (dimension, [bar.text for bar in bars]) == ("", ["66项", "34个"])


@pytest.mark.parametrize("when", ["2023年", "近三年", "上半年", "2021年以来"])
def test_another_time_is_neither_drawn_nor_compared(when: str) -> None:
    corpus = a_corpus("组织应急演练12次。", f"{when}，组织应急演练40次。", "截至目前，组织应急演练8场。")
    _, bars = figure_bars(by_indicator(corpus)["drills"])
    assert [bar.text for bar in bars] == ["12次", "8场"]
    reports = [
        a_report(AGENCIES[0], 2024, f"{when}，组织应急演练12次。"),
        a_report(AGENCIES[0], 2023, "组织应急演练9场。"),
    ]
    (row,) = (row for row in over_years(reports, (2024, 2023)) if row.indicator == "drills")
    assert (len(row.cells[0]), row.change) == (1, "")


def test_rows_stand_by_theme_and_then_as_the_newest_report_names_them() -> None:
    agency = AGENCIES[0]
    reports = [
        a_report(agency, 2024, "组织应急演练12次。推出“一件事”34个。开展法治培训3场。"),
        a_report(agency, 2023, "政府常务会议学法4次。推出“一件事”20个。"),
    ]
    rows = [(row.theme, row.name, tuple(map(len, row.cells))) for row in over_years(reports, (2024, 2023))]
    assert rows == [
        ("T0", "法治培训场次", (1, 0)),
        ("T0", "政府常务会议学法次数", (0, 1)),
        ("T1", "一件事事项数", (1, 1)),
        ("T5", "应急演练次数", (1, 0)),
    ]


def test_years_are_compared_in_like_units() -> None:
    agency = AGENCIES[0]
    reports = [a_report(agency, 2024, "组织应急演练12次。"), a_report(agency, 2023, "组织应急演练9场。")]
    (row,) = (row for row in over_years(reports, (2024, 2023)) if row.indicator == "drills")
    assert row.change == "增加3次"


def test_the_example_of_the_comparison_page_shares_most() -> None:
    corpus = a_corpus(
        "组织应急演练12次。", "推出“一件事”34个，组织应急演练8场。", "推出“一件事”66项，组织应急演练15场次。"
    )
    pair = most_alike(corpus)
    assert pair is not None
    assert (pair.one.id, pair.other.id, pair.shared) == ("jia-c", "jia-d", 2)


def test_without_anything_in_common_there_is_no_example() -> None:
    assert most_alike(a_corpus("组织应急演练12次。", "推出“一件事”34个。")) is None
