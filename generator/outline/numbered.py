"""Headings with a number or a word of order, line by line."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.span import Span
from generator.outline.draft import Draft
from generator.outline.families import Family, Marker, marker_at
from generator.outline.leads import Stretch, body_follows, find_lead
from generator.outline.lines import Line
from generator.outline.points import find_inline
from generator.text.brackets import Enclosures

_ALONE = {"要", "第", "先"}
"""Points that need a neighbour even at the beginning of a line: 首先, 第一， and 一要 are ordinary words too."""


def find_numbered(text: str, lines: Sequence[Line]) -> list[Draft]:
    """The numbered headings of these lines (tables and what is around the body left out), in order."""
    found: list[Draft] = []
    firsts = {line.index: marker_at(text, line.span.start, line.span.end) for line in lines}
    for line in lines:
        enclosed = Enclosures(text, line.span)
        first = firsts[line.index]
        rest = find_inline(text, line.span, first, enclosed)
        if first is not None and first.kind in _ALONE and not _has_neighbour(first, rest, line.index, firsts):
            first, rest = None, find_inline(text, line.span, None, enclosed)
        markers = [*([] if first is None else [first]), *rest]
        found += _drafts(text, line, markers, enclosed, at_start=first is not None)
    return found


def _has_neighbour(first: Marker, rest: Sequence[Marker], line: int, firsts: dict[int, Marker | None]) -> bool:
    """Whether the next number stands in the same line, or the next or the one before at the start of a line nearby."""
    near = [*rest, *(firsts.get(line + step) for step in (-3, -2, -1, 1, 2, 3))]
    wanted = {first.number - 1, first.number + 1}
    return any(
        marker is not None
        and (marker.family, marker.kind) == (first.family, first.kind)
        and (marker.number in wanted or (first.kind == "先" and marker.number != first.number))
        for marker in near
    )


def _drafts(text: str, line: Line, markers: Sequence[Marker], enclosed: Enclosures, *, at_start: bool) -> list[Draft]:
    found: list[Draft] = []
    ends = [*(after.span.start for after in markers[1:]), line.span.end]
    for index, (marker, end) in enumerate(zip(markers, ends, strict=False)):
        inline = index > 0 or not at_start
        # A run-in heading that only introduces points (（二）推进…建设。一是…) has its lead before the first of them.
        alone = not inline and end == line.span.end
        point = marker.family is Family.POINT
        lead = find_lead(text, Stretch(marker.title, end, point, alone, 0 if inline else line.bold), enclosed)
        span = Span(marker.span.start, max(lead.end, marker.span.end))
        found.append(
            Draft(
                family=marker.family,
                kind=marker.kind,
                number=marker.number,
                marker=marker.span.of(text),
                level=marker.family.level,
                rank=marker.family.rank,
                span=span,
                words=text[marker.title : span.end],
                line=line.index,
                inline=inline,
                run_in=inline or body_follows(text, span, line.span.end),
                clause=lead.clause,
            )
        )
    return found
