"""Everything that is read in a text before names become facts: masked numbers, quantities, bindings, explicit zeros."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from generator.indicators.absences import Zero, find_zeros
from generator.indicators.binding import Binder
from generator.indicators.bound import Bound
from generator.indicators.clauses import Clause, find_clauses
from generator.indicators.departments import functions_of
from generator.indicators.mask import Masked, find_masked
from generator.indicators.places import Cover
from generator.indicators.quantities import Quantity, find_quantities
from generator.indicators.respondents import is_respondent
from generator.indicators.shadow import Shadow, cast_shadow
from generator.indicators.tables import TableQuantity, find_table_quantities, prose_cells
from generator.indicators.verdicts import next_step_at, plan_spans, verdict
from generator.model.document import Document
from generator.model.fact import Reason
from generator.model.identity import Identity
from generator.model.outline import Outline
from generator.model.span import Span

_REACH = 200
"""How far back in a sentence an aim still speaks of a number, in characters."""

_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Line:
    """What was read in a paragraph: `bound` are its quantities with names, `reasons` those that are no figures."""

    span: Span
    bound: tuple[Bound, ...] = ()
    cells: tuple[TableQuantity, ...] = ()
    reasons: dict[Quantity, Reason] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read in a document.

    `year` is the report's, None if unknown; `respondent`: its author never reviews; `author`: its author's functions.
    """

    shadow: Shadow
    year: int | None
    respondent: bool
    author: frozenset[str]
    masked: tuple[Masked, ...]
    lines: tuple[Line, ...]
    zeros: tuple[Zero, ...]


def read(document: Document, outline: Outline, identity: Identity) -> Reading:
    """Read a document line by line; title, addressee, signature and date hold no figures."""
    shadow = cast_shadow(document.text)
    year = identity.year.value if identity.year else None
    markers = (Span(item.span.start, item.span.start + len(item.marker)) for item in outline.headings if item.marker)
    masked = find_masked(shadow, tuple(markers))
    hidden = _Hidden(masked)
    plans = Cover(plan_spans(outline, year))
    apart = Cover(part for part in (outline.title, outline.addressee, outline.signature, outline.date) if part)
    tables = Cover(table.span for table in document.tables)
    lines: list[Line] = []
    zeros: list[Zero] = []
    prose = [line for line in document.lines() if not apart.holds(line) and not tables.holds(line)]
    for line in sorted((*prose, *prose_cells(document))):
        turning = next_step_at(shadow.plain, line, year)
        if not plans.holds(line):
            zeros += (zero for zero in find_zeros(shadow, line) if zero.span.start < turning)
        found = [item for item in find_quantities(shadow, line) if not hidden.hides(item, shadow)]
        if found:
            clauses = find_clauses(shadow, line, found)
            reasons = _reasons(clauses, plans, turning, year)
            lines.append(Line(line, Binder().bind(clauses), reasons=reasons))
    lines += (Line(table.span, cells=find_table_quantities(shadow, table, year)) for table in document.tables)
    return Reading(
        shadow,
        year,
        is_respondent(identity),
        functions_of(identity),
        masked,
        tuple(sorted(lines, key=lambda line: line.span)),
        tuple(zeros),
    )


def _reasons(clauses: Iterable[Clause], plans: Cover, turning: int, year: int | None) -> dict[Quantity, Reason]:
    found: dict[Quantity, Reason] = {}
    said, sentence = "", -1
    for clause in clauses:
        if clause.sentence != sentence:
            said, sentence = "", clause.sentence
        for number, quantity in enumerate(clause.quantities):
            if quantity.span.start >= turning or plans.holds(quantity.span):
                found[quantity] = Reason.TARGET
            elif reason := verdict(clause, number, said, year):
                found[quantity] = reason
        said = f"{said},{clause.bare}"[-_REACH:]
    return found


class _Hidden:
    """The masked numbers, to be asked whether one of them hides a quantity."""

    def __init__(self, masked: Sequence[Masked]) -> None:
        self._masked = masked
        self._starts = [item.span.start for item in masked]

    def hides(self, quantity: Quantity, shadow: Shadow) -> bool:
        """Whether a masked number overlaps; a fixed phrase in Chinese numerals hides no digits."""
        span = quantity.span
        digits = _DIGIT.search(shadow.plain, span.start, span.end) is not None
        place = bisect_right(self._starts, span.end - 1) - 1
        while place >= 0 and self._masked[place].span.end > span.start:
            other = self._masked[place].span
            if not digits or _DIGIT.search(shadow.plain, other.start, other.end):
                return True
            place -= 1
        return False
