"""The examples of the catalogue are true, and the catalogue is complete."""

from __future__ import annotations

from collections import Counter

import pytest

from generator.catalogues.checks import OnSite
from generator.catalogues.rules import Example, Rule, all_rules
from generator.model.outcome import Verdict
from tests.rules.scenario import try_example

IDS = {
    "T": 6,
    "S": 10,
    "D": 8,
    "C": 15,
    "X": 3,
    "P": 11,
    "K": 5,
    "W": 23,
    "A": 16,
    "H": 2,
}
EXAMPLES = [(rule, example) for rule in all_rules() for example in rule.examples]


@pytest.mark.parametrize(
    ("rule", "example"),
    EXAMPLES,
    ids=[f"{rule.id}-{number}-{example.verdict}" for number, (rule, example) in enumerate(EXAMPLES)],
)
def test_an_example_gets_its_verdict(rule: Rule, example: Example) -> None:
    tried = try_example(example)
    found = tried.outcome(rule.id)
    assert found.verdict is example.verdict, found.reason
    if example.quotes is not None:
        assert tried.quotes(rule.id) == example.quotes
    told = [item for item in tried.problems if item.code == rule.id]
    if example.verdict is Verdict.NOT_MET:
        assert told
    if example.severity is not None:
        assert {item.severity for item in told} == {example.severity}


def test_every_id_of_the_table_is_there() -> None:
    assert Counter(rule.id[0] for rule in all_rules()) == IDS
    assert [rule.id for rule in all_rules()] == [
        f"{group}{number:02}" for group, last in IDS.items() for number in range(1, last + 1)
    ]


def test_rules_on_reports_have_examples_of_both_kinds() -> None:
    """Rules decided across reports, on files or on the site are tried elsewhere."""
    elsewhere = {"C05", "X03", "P07", "P08", "W03", "W05", "W06", "W14", "W16", "W17"}
    lacking = [
        rule.id
        for rule in all_rules()
        if not isinstance(rule.check, OnSite)
        and rule.id not in elsewhere
        and not {Verdict.MET, Verdict.NOT_MET} <= {example.verdict for example in rule.examples}
    ]
    assert lacking == ["S06", "P09", "P11"]  # nothing is asked there; whose address it is only people know


def test_rules_that_speak_to_a_clerk_show_a_wrong_and_a_right_example() -> None:
    lacking = [
        rule.id
        for rule in all_rules()
        if not isinstance(rule.check, OnSite) and not (rule.hint and rule.wrong and rule.right)
    ]
    assert lacking == []
