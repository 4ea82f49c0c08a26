"""Every number of the annotated sentences and paragraphs is read as annotated, and no other number is a figure."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from generator.indicators import extract
from generator.model.fact import Fact
from tests.indicators.annotated import Annotated, annotated_cases
from tests.indicators.marked import analysed

Told = tuple[int, int, tuple[Decimal, ...], str, str]
"""Where a mention begins and ends, its value or both ends of its range, its unit and its qualifier."""


def _expected(case: Annotated) -> list[Told]:
    return [
        (item.start, item.end, tuple(map(Decimal, re.split(r"(?<=\d)-", item.value))), item.unit, item.qualifier)
        for item in case.mentions
    ]


def _found(text: str) -> list[Told]:
    analysis = analysed(text)
    findings, _ = extract(analysis.document, analysis.outline, analysis.identity)
    return list(dict.fromkeys(map(_told, findings.facts)))


def _told(fact: Fact) -> Told:
    numbers = (fact.value,) if fact.value is not None else (fact.low, fact.high)
    return (fact.span.start, fact.span.end, tuple(map(Decimal, map(str, numbers))), fact.unit, str(fact.qualifier))


@pytest.mark.parametrize("case", annotated_cases(), ids=lambda case: case.text[:16])
def test_numbers(case: Annotated) -> None:
    assert _found(case.text) == _expected(case)
