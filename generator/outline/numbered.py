"""Headings with a number or a word of order, line by line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from generator.model.span import Span
from generator.outline.draft import Draft
from generator.outline.families import Family, Marker, marker_at
from generator.outline.leads import Stretch, body_follows, find_lead
from generator.outline.lines import Line
from generator.outline.marks import mark_before
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
    return _counted(_with_items(text, lines, found, firsts))


def _counted(drafts: Sequence[Draft]) -> list[Draft]:
    """Give 最后 and the like the number after the word before them."""
    found: list[Draft] = []
    last = 0
    for draft in drafts:
        number = draft.number
        if draft.kind == "先":
            number = last = 1 if draft.number == 1 else last + 1
        found.append(replace(draft, number=number) if number != draft.number else draft)
    return found


def _with_items(
    text: str, lines: Sequence[Line], drafts: Sequence[Draft], firsts: dict[int, Marker | None]
) -> list[Draft]:
    """Mark sentences that are items of a list, not headings above a text: 一是学习不够。⏎二是宣传不够。"""
    following = {line.index: firsts[after.index] for line, after in pairwise(lines)}
    last = lines[-1].index if lines else 0
    ends = {line.index: text[line.span.end - 1] for line in lines}
    found: list[Draft] = []
    for draft in drafts:
        after = following.get(draft.line)
        sibling = after is not None and (
            (after.family, after.kind) == draft.series or after.family.rank < draft.family.rank
        )
        if not draft.run_in and ends[draft.line] in set("。；;") and (sibling or draft.line == last):
            found.append(replace(draft, run_in=True, clause=True))
        else:
            found.append(draft)
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


def _goes_on_list(text: str, found: Sequence[Draft], marker: Marker) -> bool:
    """Whether the point before is a clause that ends in ； so that both belong to one sentence."""
    before = found[-1] if found else None
    return (
        before is not None
        and before.clause
        and before.series == (marker.family, marker.kind)
        and mark_before(text, marker.span.start) in set("；;，,")
    )


def _drafts(text: str, line: Line, markers: Sequence[Marker], enclosed: Enclosures, *, at_start: bool) -> list[Draft]:
    found: list[Draft] = []
    ends = [*(after.span.start for after in markers[1:]), line.span.end]
    for index, (marker, end) in enumerate(zip(markers, ends, strict=False)):
        inline = index > 0 or not at_start
        # A run-in heading that only introduces points (（二）推进…建设。一是…) has its lead before the first of them.
        alone = not inline and end == line.span.end
        point = marker.family is Family.POINT
        listed = point and _goes_on_list(text, found, marker)
        stretch = Stretch(marker.title, end, point, alone, listed, 0 if inline else line.bold)
        lead = find_lead(text, stretch, enclosed)
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
