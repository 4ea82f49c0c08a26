"""The composed names of the annotated sentences and paragraphs are names that a reader accepts."""

from __future__ import annotations

import pytest

from generator.indicators import extract
from generator.indicators.places import Places
from generator.indicators.reading import read
from generator.indicators.topics import about
from generator.model.fact import Fact, Layer
from tests.gold.score import SOFT_THRESHOLD, softness
from tests.indicators.annotated import CASES, Annotated, annotated_cases
from tests.indicators.marked import analysed, read_marked


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


def _cases() -> list[tuple[str, str]]:
    _, *rows = (CASES / "names.tsv").read_text(encoding="utf-8").splitlines()
    return [(cause, sentence) for cause, sentence in (row.split("\t") for row in rows)]


@pytest.mark.parametrize(("cause", "sentence"), _cases())
def test_names_are_composed(cause: str, sentence: str) -> None:
    """What is composed where no catalogue entry fires, asked of the binder, so that a new entry changes no case."""
    marked = read_marked(sentence)
    analysis = analysed(marked.text)
    reading = read(analysis.document, analysis.outline, analysis.identity)
    names = {bound.quantity.span: bound.names[0].text for line in reading.lines for bound in line.bound}
    assert [names[span] for span, _ in marked.mentions] == [name for _, name in marked.mentions], cause


def _topics() -> list[tuple[str, str]]:
    _, *rows = (CASES / "topics.tsv").read_text(encoding="utf-8").splitlines()
    return [(cause, text.replace("↵", "\n")) for cause, text in (row.split("\t") for row in rows)]


@pytest.mark.parametrize(("cause", "text"), _topics())
def test_what_a_name_is_about_stands_behind_it(cause: str, text: str) -> None:
    """Asked as facts ask, so that a new entry changes no case; ↵ in a case ends a line."""
    marked = read_marked(text)
    analysis = analysed(marked.text)
    reading = read(analysis.document, analysis.outline, analysis.identity)
    places = Places(analysis.outline)
    shown = {}
    for bound in (bound for line in reading.lines for bound in line.bound):
        name, span = bound.names[0], bound.quantity.span
        titles = places.titles(places.section(span))
        topic = about(name.text, name.dimension, name.told, titles, bound.quantity.measure)
        shown[analysis.place(span)] = f"{name.text}（{topic}）" if topic else name.text
    assert [shown.get(span) for span, _ in marked.mentions] == [name for _, name in marked.mentions], cause
