"""From a document to its indicator table: find, leave out, bind, name, recompute."""

from __future__ import annotations

from generator.indicators.arithmetic import recompute
from generator.indicators.facts import FactMaker
from generator.indicators.places import Places
from generator.indicators.reading import read
from generator.model.diagnostic import Diagnostic
from generator.model.document import Document
from generator.model.fact import Absence, Findings, LeftOut
from generator.model.identity import Identity
from generator.model.outline import Outline


def extract(document: Document, outline: Outline, identity: Identity) -> tuple[Findings, tuple[Diagnostic, ...]]:
    """The figures, explicit zeros, left-out numbers and recomputations of a report, each in order of the text.

    The diagnostics are notes for staff: arithmetic of the report that does not agree. The name, layer and theme of
    a figure come from the catalogue of indicators where an entry fires, else the name is composed from the sentence.
    """
    places = Places(outline)
    reading = read(document, outline, identity)
    maker = FactMaker(document, reading, places)
    facts = sorted((fact for line in reading.lines for fact in maker.of(line)), key=lambda fact: fact.span)
    left_out = [LeftOut(item.span, item.span.of(document.text), item.reason) for item in reading.masked]
    left_out += [
        LeftOut(quantity.span, quantity.span.of(document.text), reason)
        for line in reading.lines
        for quantity, reason in line.reasons.items()
    ]
    absences = []
    for zero in reading.zeros:
        paragraph = places.paragraph(zero.span.start)
        absences.append(Absence(zero.span, zero.name, paragraph.id if paragraph else ""))
    recomputations, notes = recompute(facts)
    findings = Findings(
        facts=tuple(facts),
        absences=tuple(absences),
        left_out=tuple(sorted(left_out, key=lambda item: item.span)),
        recomputations=recomputations,
    )
    return findings, notes
