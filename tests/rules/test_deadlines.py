"""Due dates, working days, and what the board says of an agency."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.catalogues.rules import Example
from generator.model.metadata import Ledger, Metadata, Roster
from generator.model.outcome import Verdict
from generator.model.report import Corpus
from generator.model.settings import Settings
from generator.rules import due_date, standing
from generator.rules.workdays import HolidayYear, holiday_years, is_working_day, working_days_after
from tests.rules.scenario import REGIONS, try_example

STATUTORY = {2019: 11, 2020: 11 + 2, 2021: 11, 2022: 11, 2023: 11, 2024: 11, 2025: 13, 2026: 13}
CASES: dict[str, list[dict[str, Any]]] = yaml.safe_load(
    (Path(__file__).parent.parent / "cases" / "rules" / "deadlines.yml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("case", CASES["due"], ids=lambda case: f"{case['kind']}-{case['year']}")
def test_due_date(case: dict[str, Any]) -> None:
    due = due_date(case["kind"], case["year"])
    assert (due.last_day if due else None) == case["last_day"]


def test_the_basis_is_that_of_the_time() -> None:
    bases = {year: due.basis for year in (2017, 2023) if (due := due_date("department", year))}
    assert [basis[:12] for basis in bases.values()] == ["《法治政府建设实施纲要（", "《法治政府建设与责任落实"]


@pytest.mark.parametrize("case", CASES["standing"], ids=lambda case: f"{case['label']}-{case['year']}")
def test_standing(case: dict[str, Any]) -> None:
    metadata = Metadata(published_on=case.get("published"))
    example = Example(Verdict.MET, agency_kind=case["kind"], metadata=metadata, today=case["today"])
    report = try_example(example).report
    assert report.agency is not None
    agency = replace(report.agency, since=case.get("since"), until=case.get("until"))
    reports = () if case.get("missing") else (replace(report, agency=agency),)
    corpus = Corpus(reports, Roster(REGIONS, (agency,)), Settings("测试"), Ledger(), case["today"])
    place = standing(corpus, agency, case["year"])
    assert (place.label, place.open) == (case["label"], case.get("open", False))


def test_working_days_follow_the_notices() -> None:
    assert is_working_day(date(2025, 2, 8))  # a Saturday that was worked
    assert not is_working_day(date(2025, 2, 4))
    assert not is_working_day(date(2022, 12, 31))  # part of the New Year holiday of 2023
    assert working_days_after(date(2025, 2, 6), date(2025, 3, 5)) == 20
    assert working_days_after(date(2025, 3, 5), date(2025, 3, 5)) == 0
    assert working_days_after(date(2018, 12, 31), date(2019, 1, 10)) is None


@pytest.mark.parametrize(("year", "days"), list(STATUTORY.items()))
def test_a_notice_moves_days_and_gives_no_more_than_the_law(year: int, days: int) -> None:
    """全国年节及纪念日放假办法 gives 11 days, 13 since 2025; two more in 2020 (国办发明电〔2020〕1号)."""
    notice = holiday_years()[year]
    off = [first + timedelta(days=day) for first, last in notice.holidays for day in range((last - first).days + 1)]
    assert sum(day.weekday() < 5 for day in off) - len(notice.weekends_worked) == days


@pytest.mark.parametrize("notice", holiday_years().values(), ids=lambda notice: str(notice.year))
def test_a_notice_is_consistent(notice: HolidayYear) -> None:
    """Days off in order, each worked weekend a weekend and no day off, the document number in the source."""
    days = [day for period in notice.holidays for day in period]
    assert days == sorted(days)
    off = [day for first, last in notice.holidays for day in notice.weekends_worked if first <= day <= last]
    assert off == []
    assert [day for day in notice.weekends_worked if day.weekday() < 5] == []
    assert re.search(r"国办发明电〔20\d\d〕\d+号", notice.source)
