"""Makes facts of bound quantities: asks the catalogue, adds period, section and evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.indicators.binding import Bound, Name
from generator.indicators.context import Context, Resolution
from generator.indicators.periods import per_unit, period_of
from generator.indicators.places import Places
from generator.indicators.quantities import Quantity
from generator.indicators.reading import Line, Reading
from generator.indicators.resolve import resolve
from generator.model.document import Document
from generator.model.fact import Fact, Layer
from generator.model.span import Span
from generator.text import sentences


_PER_NAME = re.compile(r"均|每")


def make_facts(
    document: Document, reading: Reading, line: Line, places: Places, counts: dict[str, int]
) -> Iterator[Fact]:
    """The facts of a line or table. `counts` counts the facts of each paragraph, for their anchors."""
    evidence = _Evidence(document.text, line.span)
    for bound in line.bound:
        if bound.quantity not in line.reasons:
            yield from _rows(document, reading, bound, evidence.of(bound.quantity.span), places, counts)
    for cell in line.cells:
        yield from _rows(document, reading, cell.bound, cell.cell, places, counts)


class _Evidence:
    """The sentences of a line, found when first asked for."""

    def __init__(self, text: str, line: Span) -> None:
        self._sentences = sentences(text, line)
        self._line = line
        self._next = 0

    def of(self, span: Span) -> Span:
        """The sentence that holds the span; spans are asked for in order or nearly so."""
        while self._next and self._sentences[self._next].start > span.start:
            self._next -= 1
        while self._next + 1 < len(self._sentences) and self._sentences[self._next].end < span.end:
            self._next += 1
        found = self._sentences[self._next] if self._sentences else self._line
        return found if found.holds(span) else self._line


def context_of(reading: Reading, bound: Bound, name: Name, heading: str, evidence: Span) -> Context:
    """What the catalogue is told about one row of a quantity."""
    return Context(
        left=name.left,
        unit=bound.quantity.measure.unit,
        right=name.right,
        previous=bound.previous,
        subject=name.subject,
        heading=heading,
        sentence="".join(evidence.of(reading.shadow.plain).split()),
    )


def _rows(
    document: Document, reading: Reading, bound: Bound, evidence: Span, places: Places, counts: dict[str, int]
) -> Iterator[Fact]:
    section = places.section(bound.quantity.span)
    paragraph = places.paragraph(bound.quantity.span.start)
    home = paragraph.id if paragraph else section.id if section else ""
    for name in bound.names:
        per = per_unit(name.left)
        found = resolve(context_of(reading, bound, name, places.titles(section), evidence))
        if per:  # 每万人拥有律师1.6名 is not the number of lawyers
            found = tuple(item for item in found if _PER_NAME.search(item.name))
        for resolution in found if len(bound.names) == 1 and found else found[:1] or (None,):
            counts[home] = counts.get(home, 0) + 1
            identifier = f"f-{home.removeprefix('p-')}-{counts[home]}"
            yield _fact(document, reading, bound, name, resolution, identifier, home, section.id if section else None, evidence)


def _fact(
    document: Document, reading: Reading, bound: Bound, name: Name, resolution: Resolution | None, identifier: str,
    paragraph: str, section: str | None, evidence: Span,
) -> Fact:
    quantity = bound.quantity
    before = reading.shadow.plain[evidence.start : quantity.span.start]
    return Fact(
        id=identifier,
        span=quantity.span,
        mention=quantity.span.of(document.text),
        value=quantity.value,
        low=quantity.low,
        high=quantity.high,
        unit=quantity.unit,
        qualifier=quantity.qualifier,
        name=resolution.name if resolution else name.text,
        indicator=resolution.indicator if resolution else None,
        layer=Layer.CANONICAL if resolution else Layer.COMPOSED,
        theme=resolution.theme if resolution else None,
        dimension=resolution.dimension if resolution else name.dimension,
        period=period_of(before, reading.year),
        per=per_unit(name.left),
        section=section,
        paragraph=paragraph,
        evidence=evidence,
        rule=rule_of(quantity, bound, resolution),
    )


def rule_of(quantity: Quantity, bound: Bound, resolution: Resolution | None) -> str:
    """Grammar, binding and catalogue entry that made a fact, for readers."""
    return " · ".join(filter(None, (quantity.branch, bound.rule, resolution.rule if resolution else "")))
