"""Makes facts of bound quantities: asks the catalogue, adds period, section and evidence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.indicators.bound import Bound, Name, Rule
from generator.indicators.context import Context, Resolution
from generator.indicators.former import after_change, without_change
from generator.indicators.periods import REACH, per_unit, period_of
from generator.indicators.places import Places
from generator.indicators.quantities import Quantity
from generator.indicators.reading import Line, Reading
from generator.indicators.resolve import resolve
from generator.indicators.respondents import as_respondent, of_reviewers
from generator.indicators.topics import about
from generator.model.document import Document
from generator.model.fact import Fact, Layer
from generator.model.outline import Heading
from generator.model.span import Span
from generator.text import sentences

_LEAD = 200
"""How much of the paragraph before a sentence can still say what the sentence is about."""

_NEAR = 20
"""How far before a change (，较上年同期增长12%) the figure may stand that changed."""

_BARE_NUMBER = re.compile(r"\d(?![\d,.]*年)")
"""抓获36名，查处案件1326，同比上升: a number without a unit is what changed."""

_AGAINST = frozenset({"reconsidered-against", "reconsidered-outcomes"})
"""涉我局行政复议案件3件，维持2件: what goes on in the same sentence is of the same cases."""

_AROUND = 1000
"""How much of a sentence on either side of a quantity its catalogue entry may ask of; sentences are shorter."""


class FactMaker:
    """Makes the facts of one document and counts them by paragraph, for their anchors."""

    def __init__(self, document: Document, reading: Reading, places: Places) -> None:
        """Take what was read and where things stand."""
        self._document = document
        self._reading = reading
        self._places = places
        self._counts: Counter[str] = Counter()
        self._latest: Fact | None = None

    def of(self, line: Line) -> Iterator[Fact]:
        """The facts of a line or table, in order."""
        evidence = _Evidence(self._document.text, line.span)
        for bound in line.bound:
            if bound.quantity not in line.reasons:
                for fact in self._rows(bound, evidence.of(bound.quantity.span)):
                    self._latest = fact
                    yield fact
        for cell in line.cells:
            for fact in self._rows(cell.bound, cell.cell, comparable=cell.comparable):
                yield replace(fact, period=cell.period, in_year=False) if cell.period else fact

    def _rows(self, bound: Bound, evidence: Span, *, comparable: bool = True) -> Iterator[Fact]:
        section = self._places.section(bound.quantity.span)
        for name in bound.names:
            context = context_of(self._reading, bound, name, self._places.titles(section), evidence)
            found = _resolved(context) if comparable else ()
            if per_unit(name.left):  # 每万人拥有律师1.6名 is not the number of lawyers
                found = tuple(item for item in found if item.per)
            found = tuple(item for each in found if (item := self._of_author(each, evidence)))
            found = tuple(item for each in found if (item := self._of_previous(each, bound.quantity, evidence)))
            for resolution in found if len(bound.names) == 1 and found else found[:1] or (None,):
                yield self._fact(bound, name, resolution, section, evidence)

    def _of_author(self, resolution: Resolution, evidence: Span) -> Resolution | None:
        """A figure of 行政复议 as that of the body whose acts are reviewed, where author or sentence tell so."""
        before = self._latest
        told = before is not None and before.evidence == evidence and before.indicator in _AGAINST
        if told or (self._reading.respondent and not of_reviewers(evidence.of(self._reading.shadow.plain))):
            return as_respondent(resolution)
        return resolution

    def _of_previous(self, resolution: Resolution, quantity: Quantity, evidence: Span) -> Resolution | None:
        """What speaks of the comparable figure before it (同比增长12%) with that one's name; None if there is none."""
        if not resolution.of_previous:
            return resolution
        before = self._latest
        if before is None or before.indicator is None or before.evidence != evidence:
            return None
        between = self._document.text[before.span.end : quantity.span.start]
        if len(between) > _NEAR or "；" in between or _BARE_NUMBER.search(between):
            return None
        said = f"{before.name}（{before.dimension}）" if before.dimension else before.name
        return replace(resolution, theme=before.theme or resolution.theme, dimension=f"{said}，{resolution.dimension}")

    def _fact(
        self, bound: Bound, name: Name, resolution: Resolution | None, section: Heading | None, evidence: Span
    ) -> Fact:
        quantity = bound.quantity
        paragraph = self._places.paragraph(quantity.span.start)
        home = paragraph.id if paragraph else section.id if section else ""
        self._counts[home] += 1
        place = quantity.span.start
        before = self._reading.shadow.plain[max(evidence.start, place - REACH) : place]
        period = period_of(before, self._reading.year)
        return Fact(
            id=f"f-{home.removeprefix('p-')}-{self._counts[home]}",
            span=quantity.span,
            mention=quantity.span.of(self._document.text),
            value=quantity.value,
            low=quantity.low,
            high=quantity.high,
            unit=quantity.unit,
            qualifier=quantity.qualifier,
            name=resolution.name if resolution else name.text,
            indicator=resolution.indicator if resolution else None,
            layer=Layer.CANONICAL if resolution else Layer.COMPOSED,
            theme=resolution.theme if resolution else None,
            dimension=resolution.dimension if resolution else self._about(name, quantity, section),
            period=period.text,
            in_year=period.in_year,
            per=per_unit(name.left),
            section=section.id if section else None,
            paragraph=home,
            evidence=evidence,
            rule=rule_of(quantity, bound, resolution),
        )

    def _about(self, name: Name, quantity: Quantity, section: Heading | None) -> str:
        return about(name.text, name.dimension, name.told, self._places.titles(section), quantity.measure)


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


def _resolved(context: Context) -> tuple[Resolution, ...]:
    """The entries that fire; the numbers before and after a change are both asked for by what changed."""
    asked, then = without_change(context)
    found = resolve(asked)
    if not found and (after := after_change(context)):
        return resolve(after)
    if not then:
        return found
    return tuple(replace(each, dimension="，".join(_once((each.dimension, then)))) for each in found)


def _once(dimensions: Iterable[str]) -> Iterable[str]:
    """Each part of the dimensions once: 计划 and 变化前，计划 give 计划，变化前."""
    return dict.fromkeys(part for dimension in dimensions if dimension for part in dimension.split("，"))


def context_of(reading: Reading, bound: Bound, name: Name, heading: str, evidence: Span) -> Context:
    """What the catalogue is told about one row of a quantity."""
    plain, place = reading.shadow.plain, bound.quantity.span
    start, end = max(evidence.start, place.start - _AROUND), min(evidence.end, place.end + _AROUND)
    begin = max(0, evidence.start - _LEAD)
    lead = plain[max(plain.rfind("\n", begin, evidence.start) + 1, begin) : evidence.start]
    return Context(
        left=name.left,
        unit=bound.quantity.measure.unit,
        right=name.right,
        previous=bound.previous,
        given=name.given,
        part=bound.rule is Rule.PART,
        whole=bound.whole,
        subject=name.subject,
        heading=heading,
        sentence="".join(plain[start:end].split()),
        lead="".join(lead.split()),
        at=len("".join(plain[start : place.start].split())),
        author=reading.author,
    )


def rule_of(quantity: Quantity, bound: Bound, resolution: Resolution | None) -> str:
    """Grammar, binding and catalogue entry that made a fact, for readers."""
    return " · ".join(filter(None, (quantity.branch, bound.rule, resolution.rule if resolution else "")))
