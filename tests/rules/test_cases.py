"""Tables of cases for every rule that concerns one report, through the real stages."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.catalogues.load import load
from generator.catalogues.rules import Example, all_rules, rules_by_id
from generator.model.outcome import Verdict
from tests.rules.scenario import try_example

FOLDER = Path(__file__).parent.parent / "cases" / "rules"
TABLES = ("title", "structure", "dates", "content", "personal")
CASES = [
    (rule, number, case)
    for table in TABLES
    for rule, cases in load(FOLDER / f"{table}.yml", dict[str, tuple[Example, ...]]).items()
    for number, case in enumerate(cases)
]
ELSEWHERE = {
    "C05": "test_across.py",
    "W14": "test_across.py",
    "W16": "test_across.py",
    "W17": "test_across.py",
    "W03": "test_across.py",
    "W05": "test_across.py",
    "W06": "test_across.py",
    "P07": "test_files.py",
    "P08": "test_files.py",
    "X02": "test_catalogue.py",
    "X03": "test_files.py",
}
"""Rules with cases that no single report can show."""


@pytest.mark.parametrize(("rule", "number", "case"), CASES, ids=[f"{rule}-{number}" for rule, number, _ in CASES])
def test_case(rule: str, number: int, case: Example) -> None:
    del number
    tried = try_example(case)
    found = tried.outcome(rule)
    assert found.verdict is case.verdict, found.reason
    if case.quotes is not None:
        assert tried.quotes(rule) == case.quotes
    told = [item for item in tried.problems if item.code == rule]
    if case.verdict is Verdict.NOT_MET:
        assert told
    if case.severity is not None:
        assert {item.severity for item in told} == {case.severity}
    if case.verdict is Verdict.NOT_APPLICABLE:
        assert told == []


def test_every_rule_has_cases() -> None:
    tried = {rule for rule, _, _ in CASES}
    on_site = {rule.id for rule in all_rules() if rule.check.kind == "site"}
    assert set(rules_by_id()) - tried - on_site == set(ELSEWHERE)


def test_every_rule_is_seen_met_and_not_met() -> None:
    verdicts: dict[str, set[Verdict]] = {}
    for rule, _, case in CASES:
        verdicts.setdefault(rule, set()).add(case.verdict)
    lacking = [rule for rule, seen in verdicts.items() if not {Verdict.MET, Verdict.NOT_MET} <= seen]
    assert lacking == ["S06", "P09", "P11"]  # nobody has to write that part; whose address it is only people know
