"""From a document to its indicator table: find, leave out, bind, name."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence

from generator.indicators.binding import Binder, Bound, Name
from generator.indicators.clauses import Clause, find_clauses
from generator.indicators.context import Context, Resolution
from generator.indicators.mask import Masked, find_masked
from generator.indicators.periods import per_unit, period_of
from generator.indicators.quantities import Quantity, find_quantities
from generator.indicators.resolve import resolve
from generator.indicators.shadow import Shadow, cast_shadow
from generator.indicators.verdicts import next_step_at, plan_spans, verdict
from generator.model.diagnostic import Diagnostic
from generator.model.document import Document
from generator.model.fact import Fact, Findings, Layer, LeftOut, Reason
from generator.model.identity import Identity
from generator.model.outline import Outline
from generator.model.span import Span
from generator.text import sentences

_DIGIT = re.compile(r"\d")


def extract(document: Document, outline: Outline, identity: Identity) -> tuple[Findings, tuple[Diagnostic, ...]]:
    """The figures, absences, left-out numbers and recomputations of a report; problems are notes for staff."""
    shadow = cast_shadow(document.text)
    year = identity.year.value if identity.year else None
    markers = tuple(Span(item.span.start, item.span.start + len(item.marker)) for item in outline.headings if item.marker)
    masked = find_masked(shadow, markers)
    hidden = _Cover(masked)
    plans = plan_spans(outline, year)
    skipped = [part for part in (outline.title, outline.addressee, outline.signature, outline.date) if part]
    facts: list[Fact] = []
    left_out = [LeftOut(item.span, item.span.of(document.text), item.reason) for item in masked]
    for line in document.lines():
        if any(part.holds(line) for part in skipped):
            continue
        found = [item for item in find_quantities(shadow, line) if not hidden.hides(item, shadow)]
        if not found:
            continue
        turning = next_step_at(shadow.plain, line, year)
        clauses = find_clauses(shadow, line, found)
        reasons = _reasons(clauses, plans, turning, year)
        left_out += [LeftOut(item.span, item.span.of(document.text), reason) for item, reason in reasons.items()]
        facts += _facts(document, outline, shadow, line, clauses, reasons, year)
    facts.sort(key=lambda item: item.span)
    left_out.sort(key=lambda item: item.span)
    return Findings(facts=tuple(facts), left_out=tuple(left_out)), ()


class _Cover:
    """The masked spans, to be asked whether one of them hides a quantity."""

    def __init__(self, masked: Sequence[Masked]) -> None:
        self._masked = masked
        self._starts = [item.span.start for item in masked]

    def hides(self, quantity: Quantity, shadow: Shadow) -> bool:
        """Whether a masked number overlaps; a fixed phrase in Chinese numerals hides no digits."""
        digits = _DIGIT.search(shadow.plain, quantity.span.start, quantity.span.end) is not None
        place = bisect_right(self._starts, quantity.span.end - 1)
        for item in self._masked[max(0, place - 4) : place]:
            if item.span.overlaps(quantity.span) and (
                not digits or _DIGIT.search(shadow.plain, item.span.start, item.span.end)
            ):
                return True
        return False


def _reasons(
    clauses: Iterable[Clause], plans: Sequence[Span], turning: int, year: int | None
) -> dict[Quantity, Reason]:
    found: dict[Quantity, Reason] = {}
    for clause in clauses:
        for quantity in clause.quantities:
            if quantity.span.start >= turning or any(plan.holds(quantity.span) for plan in plans):
                found[quantity] = Reason.TARGET
            elif reason := verdict(quantity, clause, year):
                found[quantity] = reason
    return found


def _facts(
    document: Document, outline: Outline, shadow: Shadow, line: Span, clauses: tuple[Clause, ...],
    reasons: dict[Quantity, Reason], year: int | None,
) -> list[Fact]:
    paragraph = outline.paragraph_at(line.start)
    where = sentences(document.text, line)
    facts: list[Fact] = []
    for bound in Binder().bind(clauses):
        if bound.quantity in reasons:
            continue
        span = bound.quantity.span
        evidence = next((item for item in where if item.holds(span)), line)
        section = _section(outline, span)
        heading = " / ".join(item.title for item in outline.path(section))
        for name in bound.names:
            context = _context(shadow, bound, name, heading, evidence)
            for resolution in resolve(context)[:1] or (None,):
                facts.append(_fact(document, bound, name, resolution, paragraph.id if paragraph else section or "", section, evidence, year, len(facts) + 1, shadow))
    return facts


def _section(outline: Outline, span: Span) -> str | None:
    inner = [item for item in outline.headings if item.section.holds(span)]
    return min(inner, key=lambda item: len(item.section)).id if inner else None


def _context(shadow: Shadow, bound: Bound, name: Name, heading: str, evidence: Span) -> Context:
    return Context(
        left=name.left, unit=bound.quantity.measure.unit, right=name.right, previous=bound.previous,
        subject=name.subject, heading=heading, sentence="".join(evidence.of(shadow.plain).split()),
    )


def _fact(
    document: Document, bound: Bound, name: Name, resolution: Resolution | None, paragraph: str, section: str | None,
    evidence: Span, year: int | None, number: int, shadow: Shadow,
) -> Fact:
    quantity = bound.quantity
    before = shadow.plain[evidence.start : quantity.span.start]
    return Fact(
        id=f"f-{paragraph.removeprefix('p-')}-{number}",
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
        period=period_of(before, year),
        per=per_unit(name.left),
        section=section,
        paragraph=paragraph,
        evidence=evidence,
        rule=" · ".join(filter(None, (quantity.branch, bound.rule, resolution.rule if resolution else ""))),
    )


_ = defaultdict
