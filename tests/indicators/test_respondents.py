"""Whose cases a report means by 行政复议: by whom it is, by its year, by the sentence itself."""

from __future__ import annotations

import pytest

from tests.indicators.marked import analysed, read_marked

WITH_TITLE = "某县{}{}年法治政府建设年度报告\n\n{}\n"


@pytest.mark.parametrize(
    ("author", "year", "sentence", "names"),
    [
        ("人民政府", 2024, "全年收到行政复议申请⟦84件⟧，审结⟦79件⟧。", ["行政复议收到申请件数", "行政复议办结件数"]),
        ("司法局", 2024, "全年收到行政复议申请⟦84件⟧。", ["行政复议收到申请件数"]),
        ("公安局", 2024, "全年收到行政复议申请⟦9件⟧，维持⟦6件⟧。", ["被申请行政复议件数", "被申请行政复议结果件数"]),
        ("公安局", 2019, "全年受理行政复议申请⟦9件⟧。", ["行政复议受理件数"]),
        ("商务局", 2019, "全年受理行政复议申请⟦2件⟧，维持⟦1件⟧。", ["被申请行政复议件数", "被申请行政复议结果件数"]),
        ("税务局", 2019, "全年受理行政复议申请⟦2件⟧。", ["行政复议受理件数"]),
        ("税务局", 2024, "全年受理行政复议申请⟦3件⟧。", ["行政复议受理件数"]),
        ("丙镇人民政府", 2019, "全年办理行政复议案件⟦2件⟧。", ["被申请行政复议件数"]),
        ("教育局", 2024, "全县各级复议机关受理行政复议申请⟦52件⟧。", ["行政复议受理件数"]),
        ("教育局", 2021, "涉我局行政复议案件⟦3件⟧，维持⟦2件⟧。", ["被申请行政复议件数", "被申请行政复议结果件数"]),
        ("教育局", 2024, "行政复议案件按期办结率⟦100%⟧。", ["行政复议案件按期办结率"]),
    ],
)
def test_who_reports_decides(author: str, year: int, sentence: str, names: list[str]) -> None:
    marked = read_marked(WITH_TITLE.format(author, year, sentence))
    report = analysed(marked.text)
    assert [fact.name for span, _ in marked.mentions for fact in report.facts_at(span)] == names


@pytest.mark.parametrize(
    ("author", "respondent"),
    [("某市商务局", False), ("某市某区商务局", True), ("某自治区商务厅", False), ("某市经济开发区城管局", False)],
)
def test_before_2024_departments_of_cities_could_review(author: str, respondent: bool) -> None:  # noqa: FBT001
    marked = read_marked(f"{author}2021年法治政府建设年度报告\n\n受理行政复议申请⟦3件⟧。\n")
    ((span, _),) = marked.mentions
    (fact,) = analysed(marked.text).facts_at(span)
    assert (fact.indicator == "reconsidered-against") is respondent
