"""Sentences with numbers in ⟦ ⟧, read by the real engine: what the catalogue is told of them, and what fires."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from generator.catalogues.functions import load_functions
from generator.identity import identify
from generator.indicators import extract
from generator.indicators.context import Context
from generator.indicators.facts import context_of
from generator.indicators.places import Places
from generator.indicators.reading import read
from generator.intake import read_text
from generator.model.document import Document
from generator.model.fact import Fact
from generator.model.identity import Basis, Identity, Known
from generator.model.metadata import Metadata, Roster
from generator.model.outline import Outline
from generator.model.span import Span
from generator.outline import find_outline
from generator.text import sentences

_MARKED = re.compile(r"⟦([^⟦⟧]+)⟧(?:\{([^{}]*)\})?")


@dataclass(frozen=True, slots=True)
class Marked:
    """A text without its marks; `mentions` are the marked spans with what stands in {} behind them ("" if nothing)."""

    text: str
    mentions: tuple[tuple[Span, str], ...]


def read_marked(marked: str) -> Marked:
    """The text behind the marks, e.g. `受理申请⟦36件⟧{行政复议受理件数}。`."""
    pieces: list[str] = []
    mentions: list[tuple[Span, str]] = []
    length = last = 0
    for match in _MARKED.finditer(marked):
        before = marked[last : match.start()]
        pieces += (before, match[1])
        start = length + len(before)
        length = start + len(match[1])
        mentions.append((Span(start, length), match[2] or ""))
        last = match.end()
    return Marked("".join((*pieces, marked[last:])), tuple(mentions))


@dataclass(frozen=True, slots=True)
class Analysed:
    """A text after the stages before indicators; `shift` is how far a heading put before it moves its offsets."""

    document: Document
    outline: Outline
    identity: Identity
    shift: int

    def facts_at(self, span: Span) -> tuple[Fact, ...]:
        """The rows of the indicator table whose number overlaps the span."""
        findings, _ = extract(self.document, self.outline, self.identity)
        return tuple(fact for fact in findings.facts if self.place(fact.span).overlaps(span))

    def contexts_at(self, span: Span) -> tuple[Context, ...]:
        """What the catalogue is told of the number at the span."""
        places = Places(self.outline)
        reading = read(self.document, self.outline, self.identity)
        found: list[Context] = []
        for line in reading.lines:
            parts = sentences(self.document.text, line.span)
            for bound in line.bound:
                if not self.place(bound.quantity.span).overlaps(span):
                    continue
                evidence = next((part for part in parts if part.holds(bound.quantity.span)), line.span)
                heading = places.titles(places.section(bound.quantity.span))
                found += [context_of(reading, bound, name, heading, evidence) for name in bound.names]
        return tuple(found)

    def place(self, span: Span) -> Span:
        """Where a span of the document stands in the text as it was given."""
        return self.document.to_source(span).moved(-self.shift)


def analysed(text: str, heading: str = "", author: str = "") -> Analysed:
    """The text after intake, outline and identity, under a heading and by a body with a function if these are given."""
    before = f"一、{heading}\n" if heading else ""
    document, _ = read_text(before + text, "例句.txt")
    outline, _ = find_outline(document)
    identity, _ = identify(document, outline, Metadata(), None, Roster(()))
    if author:
        (name,) = (item.names[0] for item in load_functions().functions if item.id == author)
        identity = replace(identity, agency=Known(f"某县{name}局", Basis.DECLARED))
    return Analysed(document, outline, identity, len(before))
