"""A figure that speaks of another time than the report's year says so on every page that shows it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from generator.catalogues.rules import Example
from generator.model.metadata import AgencyEntry, Ledger, Metadata, Roster
from generator.model.outcome import Verdict
from generator.model.report import Corpus
from generator.model.settings import Settings
from generator.pages.render import render_pages
from tests.rules.scenario import REGIONS, try_example

TODAY = date(2026, 7, 1)
AGENCY = AgencyEntry("jia-b", "甲县农具推广局", "jia", "department")
TEXT = """甲县农具推广局2024年度法治政府建设情况报告
一、主要举措和成效
组织应急演练12次。近三年，组织应急演练40次。修剪行道树36棵。
"""
_ROW = re.compile(r"<tr>.*?</tr>")
_TAG = re.compile(r"<[^>]*>")


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    """Address → Markdown of all pages of a site with one report."""
    example = Example(Verdict.MET, text=TEXT, metadata=Metadata(year=2024), today=TODAY)
    report = replace(try_example(example).report, id="jia-b-2024", agency=AGENCY)
    corpus = Corpus((report,), Roster(REGIONS, (AGENCY,)), Settings("公开"), Ledger(), TODAY)
    return {file.path: file.data.decode() for file in render_pages(corpus)}


def rows(page: str, word: str) -> list[str]:
    """The rows of a page's tables that hold the word, as text."""
    return [_TAG.sub("|", row).replace("||", "|") for row in _ROW.findall(page) if word in row]


def shown(pages: dict[str, str], address: str) -> str:
    return next(text for path, text in pages.items() if path.startswith(address) and path.endswith(".md"))


@pytest.mark.parametrize(
    ("number", "period", "tag"), [("12次", "2024", "可比"), ("40次", "近三年", "另期"), ("36棵", "2024", "原文")]
)
def test_the_report_says_which_figures_are_compared(pages: dict[str, str], number: str, period: str, tag: str) -> None:
    (row,) = rows(shown(pages, "reports/jia-b-2024/"), number)
    assert [cell for cell in row.split("|") if cell][-3:] == [number, period, tag]


def test_the_agency_says_it_beside_the_figure(pages: dict[str, str]) -> None:
    (row,) = rows(shown(pages, "agencies/jia-b/"), "40次")
    assert "".join(row.split("|")).endswith("12次、40次（近三年）")


def test_the_indicator_names_the_period(pages: dict[str, str]) -> None:
    (row,) = rows(shown(pages, "indicators/drills/"), "40次")
    assert row.strip("|").split("|")[-1] == "近三年"
