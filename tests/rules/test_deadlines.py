"""Due dates, working days, and what the board says of an agency."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
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
from generator.rules.workdays import is_working_day, working_days_after
from tests.rules.scenario import REGIONS, try_example

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
    assert working_days_after(date(2019, 12, 31), date(2020, 1, 10)) is None
