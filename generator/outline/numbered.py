"""Headings with a number or a word of order, line by line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.model.span import Span
from generator.outline.draft import Draft
from generator.outline.families import Family, Marker
from generator.outline.leads import Stretch, body_follows, find_lead
from generator.outline.lines import Line
from generator.outline.marks import mark_before
from generator.outline.neighbours import Neighbours
from generator.outline.points import find_inline
from generator.text.brackets import Enclosures


def find_numbered(text: str, lines: Sequence[Line]) -> list[Draft]:
    """The numbered headings of these lines (tables and what is around the body left out), in order."""
    near = Neighbours(text, lines)
    found: list[Draft] = []
    for line in lines:
        enclosed = Enclosures(text, line.span)
        first = near.marker(line.index)
        rest = find_inline(text, line.span, first, enclosed)
        if first is not None and not near.is_likely(first, rest, line.index):
            first, rest = None, find_inline(text, line.span, None, enclosed)
        markers = [*([] if first is None else [first]), *rest]
        found += _drafts(text, line, markers, enclosed, near if first is not None else None)
    return _counted([_settled(near, draft) for draft in found])


def _settled(near: Neighbours, draft: Draft) -> Draft:
    """What the lines around a heading tell about it."""
    if near.is_item(draft):
        return replace(draft, run_in=True, clause=True)
    if near.is_open(draft):
        return replace(draft, open=True, clause=False)
    return draft


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


def _goes_on_list(text: str, found: Sequence[Draft], marker: Marker) -> bool:
    """Whether the point before is a clause that ends in ； so that both belong to one sentence."""
    before = found[-1] if found else None
    return (
        before is not None
        and before.clause
        and before.series == (marker.family, marker.kind)
        and mark_before(text, marker.span.start) in set("；;，,")
    )


def _drafts(
    text: str, line: Line, markers: Sequence[Marker], enclosed: Enclosures, near: Neighbours | None
) -> list[Draft]:
    """The headings of one line; `near` knows the other lines, None if no marker begins this one."""
    found: list[Draft] = []
    ends = [*(after.span.start for after in markers[1:]), line.span.end]
    for index, (marker, end) in enumerate(zip(markers, ends, strict=False)):
        inline = index > 0 or near is None
        # A run-in heading that only introduces points (（二）推进…建设。一是…) has its lead before the first of them.
        alone = not inline and end == line.span.end
        titled = alone and near is not None and near.heads_text(marker, line)
        point = marker.family is Family.POINT
        listed = point and _goes_on_list(text, found, marker)
        stretch = Stretch(marker.title, end, point, alone, listed, titled, 0 if inline else line.bold)
        lead = find_lead(text, stretch, enclosed)
        span = Span(marker.span.start, lead.end if lead.end > marker.title else marker.span.end)
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
                clause=lead.clause or (not body_follows(text, span, end) and _is_listed(markers, index, found)),
            )
        )
    return found


def _is_listed(markers: Sequence[Marker], index: int, found: Sequence[Draft]) -> bool:
    """Whether a number without text of its own is one of a list inside a line: 1.普法不够；2.力量薄弱。

    The same number goes on after it, or one of the same list stands before it; `found` are those of the line so far.
    """
    family = markers[index].family
    goes_on = index + 1 < len(markers) and markers[index + 1].family is family
    went_on = bool(found) and found[-1].family is family and found[-1].clause
    return family.rank >= Family.THREE.rank and (goes_on or went_on)
