"""The composed names of the annotated sentences and paragraphs are names that a reader accepts."""

from __future__ import annotations

import pytest

from generator.indicators import extract
from generator.model.fact import Fact, Layer
from tests.gold.score import SOFT_THRESHOLD, softness
from tests.indicators.annotated import Annotated, annotated_cases
from tests.indicators.marked import analysed


def _accepted(fact: Fact, names: tuple[str, ...]) -> bool:
    """Whether the name is near one of the accepted ones; a bare rate (办结率) may say in front what it is of."""
    return any(softness(fact.name, name) >= SOFT_THRESHOLD or fact.name.endswith(name) for name in names)


@pytest.mark.parametrize("case", annotated_cases(), ids=lambda case: case.text[:16])
def test_composed_names(case: Annotated) -> None:
    analysis = analysed(case.text)
    findings, _ = extract(analysis.document, analysis.outline, analysis.identity)
    composed = {(fact.span.start, fact.span.end): fact for fact in findings.facts if fact.layer is Layer.COMPOSED}
    wrong = [
        (item.mention, fact.name, item.rows)
        for item in case.mentions
        if len(item.rows) == 1
        and (fact := composed.get((item.start, item.end))) is not None
        and not _accepted(fact, item.rows[0])
    ]
    assert wrong == []
