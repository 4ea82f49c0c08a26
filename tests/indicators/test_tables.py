"""Figures in tables: heads make the name, a column of units tells the unit, other years and bodies stand apart."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from generator.identity import identify
from generator.indicators import extract
from generator.intake import read_text
from generator.model.fact import Fact
from generator.model.metadata import Metadata, Roster
from generator.outline import find_outline

HEAD = "# 某县2024年法治政府建设年度报告\n\n一、数据\n\n"


@dataclass(frozen=True, slots=True)
class Case:
    """A table as Markdown without its line of dashes, and what is told of each figure in it."""

    name: str
    rows: tuple[str, ...]
    expected: tuple[str, ...]


CASES = (
    Case(
        "a column of units",
        ("项目 | 计量单位 | 数量", "执法检查 | 次 | 1,326", "罚没款 | 万元 | 287.45", "持证率 | % | 98.5"),
        ("1326 次 行政执法检查次数*", "287.45 万元 罚没金额*", "98.5 % 持证率"),
    ),
    Case(
        "units behind the numbers",
        ("指标 | 数值 | 单位", "受理行政复议申请 | 36 | 件", "平均审理天数 | 28 | 天"),
        ("36 件 行政复议受理件数*", "28 天 平均审理天数"),
    ),
    Case(
        "units in brackets",
        ("类别 | 案件数（件） | 罚款（万元）", "合计 | 135 | 39.7"),
        ("135 件 案件数", "39.7 万元 罚没金额*"),
    ),
    Case(
        "units in the cells",
        ("指标 | 完成情况", "普法活动 | 36场次", "调解成功率 | 不低于97%"),
        ("36 场次 普法活动场次*", "97 % 调解成功率"),
    ),
    Case(
        "no figures in these columns and rows",
        (
            "序号 | 项目 | 数量（件） | 联系电话 | 备注",
            "1 | 受理行政复议申请 | 36 | 0371 | 3件",
            "2 | 编号 | 7 | 0371 | 无",
        ),
        ("36 件 行政复议受理件数*",),
    ),
    Case(
        "a column headed 单位 may hold agencies",
        ("单位 | 案件数（件）", "城管局 | 120", "农业农村局 | 15"),
        ("120 件 城管局案件数", "15 件 农业农村局案件数"),
    ),
    Case(
        "one body of several is not the agency",
        ("部门 | 罚款（万元）", "城管局 | 36.5", "合计 | 39.7"),
        ("36.5 万元 城管局罚款金额", "39.7 万元 罚没金额*"),
    ),
    Case(
        "another year is not this year",
        ("项目 | 2024年（件） | 2023年（件） | 去年同期", "受理行政复议申请 | 36 | 31 | 30"),
        ("36 件 行政复议受理件数*", "31 件 受理行政复议申请件数 2023年", "30  受理行政复议申请 去年同期"),
    ),
    Case(
        "上年 in a name is no year",
        ("类别 | 上年结转（件） | 审结（件）", "行政处罚 | 3 | 35"),
        ("3 件 行政处罚上年结转件数", "35 件 行政处罚审结件数"),
    ),
)


def _told(fact: Fact) -> str:
    """Value, unit, name, * for a name of the catalogue, the period unless it is the report's year."""
    period = "" if fact.period == "2024" else f" {fact.period}"
    return f"{fact.value} {fact.unit} {fact.name}{'*' if fact.indicator else ''}{period}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_figures(case: Case) -> None:
    head, *rows = (f"| {row} |" for row in case.rows)
    dashes = "|" + " --- |" * (case.rows[0].count("|") + 1)
    document, _ = read_text(HEAD + "\n".join((head, dashes, *rows)) + "\n", "报告.md")
    outline, _ = find_outline(document)
    identity, _ = identify(document, outline, Metadata(), None, Roster(()))
    findings, _ = extract(document, outline, identity)
    assert tuple(map(_told, findings.facts)) == case.expected
