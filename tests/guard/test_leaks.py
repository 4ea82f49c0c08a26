"""What must be found and what must not, from tables that a clerk can read."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.guard import scan_text
from tests.benchmark.generated_reports import generate_reports

CASES = Path(__file__).parent.parent / "cases" / "guard"
LEAKS: list[dict[str, Any]] = yaml.safe_load((CASES / "leaks.yml").read_text(encoding="utf-8"))
INNOCENTS: list[str] = yaml.safe_load((CASES / "innocents.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", LEAKS, ids=lambda case: f"{case['code']} {case['text'][:12]!r}")
def test_a_leak_is_found_and_masked(case: dict[str, Any]) -> None:
    found = [(hit.code, hit.masked) for hit in scan_text(case["text"])]
    assert (case["code"], case["shown"]) in found
    assert {code for code, _ in found} == {case["code"]}


@pytest.mark.parametrize("case", LEAKS, ids=lambda case: f"{case['code']} {case['text'][:12]!r}")
def test_a_leak_in_the_middle_of_a_report_is_found(case: dict[str, Any], reports: tuple[Path, ...]) -> None:
    """Secrecy marks that stand alone count only at the top of a file, so those are planted there."""
    text = reports[0].read_text(encoding="utf-8")
    middle = text.index("\n", len(text) // 2) + 1
    place = 0 if case["code"] == "K01" else middle
    planted = text[:place] + case["text"] + "\n" + text[place:]
    assert case["code"] in {hit.code for hit in scan_text(planted)}


def test_every_form_is_planted_at_least_six_times() -> None:
    count = Counter(case["code"] for case in LEAKS)
    assert len(LEAKS) >= 60
    assert {code: number for code, number in count.items() if number < 6} == {}
    assert set(count) == {*(f"P{number:02}" for number in (1, 2, 3, 4, 5, 6, 9, 10, 11)), "K01", "K02"}


@pytest.mark.parametrize("text", INNOCENTS, ids=lambda text: text[:16])
def test_what_may_be_published_raises_no_alarm(text: str) -> None:
    assert scan_text(text) == ()


def test_the_reports_raise_no_alarm(reports: tuple[Path, ...]) -> None:
    assert {path.name: scan_text(path.read_text(encoding="utf-8")) for path in reports} == {
        path.name: () for path in reports
    }


def test_generated_reports_raise_no_alarm() -> None:
    alarms = {report.name: hits for report in generate_reports(200, seed=7) if (hits := scan_text(report.text))}
    assert alarms == {}


def test_a_secrecy_mark_leaves_no_trace() -> None:
    hits = [hit for case in LEAKS if case["code"] == "K01" for hit in scan_text(case["text"])]
    assert {hit.masked for hit in hits} == {""}


def test_a_masked_number_is_not_found_again() -> None:
    shown = [case["shown"] for case in LEAKS if case["code"].startswith("P")]
    assert scan_text("\n".join(shown)) == ()
