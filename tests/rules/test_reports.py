"""The five real reports: required contents, foreign fragments, what is told in each mode."""

from __future__ import annotations

import csv
import json
from datetime import date
from pathlib import Path

import pytest

from generator.model.diagnostic import Audience, Severity
from generator.model.metadata import Ledger, Metadata, Mode, Roster
from generator.model.outcome import Outcome, Verdict
from generator.model.settings import Settings
from generator.model.span import Span
from generator.rules import RuleContext
from tests.rules.scenario import Tried, try_text
from tests.support.goldens import Golden

ROOT = Path(__file__).parent.parent
GOLD = {item["file"]: item for item in json.loads((ROOT / "gold" / "content.json").read_text("utf-8"))["reports"]}
STATUSES = {"full": "section", "inline-only": "inline", "absent": "absent"}
HEADINGS = ROOT / "cases" / "rules" / "headings.tsv"
PUBLIC = {"S01", "S02", "S03", "S04", "S05", "S06", "D01", "D02", "D03", "D04", "T01", "X01", "X02", "X03"}


def tried(path: Path, mode: Mode = Mode.DEMO) -> Tried:
    """A report without anything declared."""
    context = RuleContext(Settings("测试", mode=mode), Roster(), Ledger(), date(2026, 7, 1))
    return try_text(path.read_text(encoding="utf-8"), context, Metadata(), None)


@pytest.fixture(scope="module")
def demo(reports: tuple[Path, ...]) -> dict[str, Tried]:
    return {path.name: tried(path) for path in reports}


def test_the_five_required_contents(demo: dict[str, Tried]) -> None:
    found = {name: [part.status.value for part in item.report.judgement.parts] for name, item in demo.items()}
    wanted = {name: [STATUSES[part["present"]] for part in report["parts"].values()] for name, report in GOLD.items()}
    assert found == wanted


def test_each_content_is_found_where_it_stands(demo: dict[str, Tried]) -> None:
    """The span begins in one of the ranges that people marked, or covers it."""
    for name, item in demo.items():
        for part, gold in zip(item.report.judgement.parts, GOLD[name]["parts"].values(), strict=True):
            if part.span is not None:
                source = item.report.document.to_source(part.span)
                ranges = [Span(place["start"], place["end"]) for place in gold["ranges"]]
                assert any(source.overlaps(place) for place in ranges), (name, part)


def test_foreign_fragments(demo: dict[str, Tried]) -> None:
    found = {name[:3]: item.quotes("C04") for name, item in demo.items()}
    assert found == {"000": ("发改",) * 3, "001": (), "002": ("医疗保障领域",), "003": (), "004": ()}
    assert {item.outcome("C04").audience for item in demo.values()} == {Audience.STAFF}


def test_the_wrong_congress_is_found_in_one_report(demo: dict[str, Tried]) -> None:
    found = {name[:3]: item.quotes("C06") for name, item in demo.items() if item.quotes("C06")}
    assert found == {"003": ("市人大常委会",)}


def test_a_heading_that_does_not_fit_is_left_to_people(demo: dict[str, Tried]) -> None:
    assert {name[:3]: item.outcome("S06").verdict for name, item in demo.items()} == {
        **dict.fromkeys(("000", "001", "002", "003"), Verdict.NOT_APPLICABLE),
        "004": Verdict.UNDECIDED,
    }


def test_nothing_is_an_error_in_demo_mode(demo: dict[str, Tried]) -> None:
    errors = [item for report in demo.values() for item in report.problems if item.severity is Severity.ERROR]
    assert errors == []


def test_official_mode_refuses_them(reports: tuple[Path, ...], golden: Golden) -> None:
    told = []
    for path in reports:
        errors = [item for item in tried(path, Mode.OFFICIAL).problems if item.severity is Severity.ERROR]
        told += [f"{path.name[:3]} {item.code} {item.message}" for item in errors]
    golden.check("rules/official.txt", "\n".join(told) + "\n")


def test_what_is_told_in_demo_mode(demo: dict[str, Tried], golden: Golden) -> None:
    told = [
        f"{name[:3]} {item.severity.value} {item.code} {item.message}"
        for name, report in demo.items()
        for item in report.problems
    ]
    golden.check("rules/demo.txt", "\n".join(told) + "\n")


def test_only_agreed_outcomes_are_public(demo: dict[str, Tried]) -> None:
    outcomes: list[Outcome] = [item for report in demo.values() for item in report.report.judgement.outcomes]
    assert {item.rule for item in outcomes if item.audience is Audience.PUBLIC} == PUBLIC


def test_the_same_report_gets_the_same_answer(reports: tuple[Path, ...]) -> None:
    assert tried(reports[3]) == tried(reports[3])


def test_every_outcome_says_why(demo: dict[str, Tried]) -> None:
    reasons = [item.reason for report in demo.values() for item in report.report.judgement.outcomes]
    assert [reason for reason in reasons if not reason.endswith("。") or "{" in reason] == []


def headings() -> list[dict[str, str]]:
    """Rows of the table of headings."""
    with HEADINGS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("row", headings(), ids=lambda row: row["heading"])
def test_a_heading_names_its_parts(row: dict[str, str]) -> None:
    """Headings of level 2 in a report on 2023 whose uppermost headings name nothing."""
    text = f"甲县乙局2023年度法治政府建设情况报告\n一、总体要求\n（一）{row['heading']}\n全年开展活动12次。\n"
    context = RuleContext(Settings("测试"), Roster(), Ledger(), date(2024, 7, 1))
    report = try_text(text, context, Metadata(), None).report
    found = {part.name.value for part in report.judgement.parts if part.status.value == "section"}
    assert found - {"measures"} == set(row["parts"].split()) - {"-", "measures"}
