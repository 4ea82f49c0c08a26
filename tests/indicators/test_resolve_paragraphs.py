"""Paragraphs as many kinds of bodies write them, each number with the name that it must get."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.indicators import extract
from tests.indicators.marked import analysed, read_marked

CASES = Path(__file__).resolve().parent.parent / "cases" / "indicators" / "named.txt"
PARAGRAPHS = [line for line in CASES.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


def names_of(text: str) -> list[str]:
    """For each number its canonical names, or - where the catalogue has none; two rates of one number with ；."""
    sentence = analysed(text)
    findings, _ = extract(sentence.document, sentence.outline, sentence.identity)
    told: dict[int, list[str]] = {}
    for fact in findings.facts:
        told.setdefault(fact.span.start, []).append(fact.name if fact.indicator else "-")
    return ["；".join(names) for names in told.values()]


@pytest.mark.parametrize("paragraph", PARAGRAPHS, ids=lambda paragraph: paragraph[:16])
def test_names(paragraph: str) -> None:
    marked = read_marked(paragraph)
    assert names_of(marked.text) == [name for _, name in marked.mentions]
