"""Heading numbers inside a line: 一是…；二是…, and numbered items whose line ends were lost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.model.span import Span
from generator.outline.families import CANDIDATE, Family, Marker, marker_at
from generator.outline.marks import mark_before
from generator.text.brackets import Enclosures

_STRONG = set("。；：！？;:!?”’\n")
"""After one of these a new point may begin without further proof."""


def find_inline(text: str, span: Span, first: Marker | None, enclosed: Enclosures) -> tuple[Marker, ...]:
    """The markers inside `span` of one line, in order, quotations and brackets left out.

    `first` is the marker that begins the line, None if none does; it is not among the results. 一是 stands for itself
    after a full stop, semicolon or colon. After a comma, and for all other families (1. （1） ① 其一 第一， 首先， and
    一、 （一） in the middle of a line), a marker counts only together with a neighbour of its series, the number
    before or after it, in the same line.
    """
    found = list(_candidates(text, span, enclosed))
    sure = [marker.kind == "是" and mark_before(text, marker.span.start) in _STRONG for marker in found]
    if first is not None:
        found, sure = [first, *found], [True, *sure]
    _confirm_series(found, sure)
    return tuple(marker for marker, kept in zip(found, sure, strict=True) if kept and marker is not first)


def _candidates(text: str, span: Span, enclosed: Enclosures) -> Iterator[Marker]:
    reach = span.start
    for match in CANDIDATE.finditer(text, span.start, span.end):
        offset = match.start(str(match.lastgroup))
        glued = match.lastgroup == "glued"
        if offset < reach or match.start() < span.start or not (glued or match["before"]):
            continue
        marker = marker_at(text, offset, span.end)
        if marker is None or marker.title >= span.end or enclosed.hold(offset):
            continue
        if not glued and not _may_follow(text, match["before"], match.start(), marker):
            continue
        reach = marker.title
        yield marker


def _may_follow(text: str, before: str, at: int, marker: Marker) -> bool:
    """Whether a marker of this family may stand after this character."""
    if before in "，," or before.isspace():
        return marker.family is Family.POINT or (before.isspace() and text[at - 1] in _STRONG)
    if before in "”’）)》":
        return marker.family is Family.POINT
    return True


def _confirm_series(found: Sequence[Marker], sure: list[bool]) -> None:
    """Mark the members of series: a member has a neighbour with the number before or after its own."""
    last: dict[tuple[Family, str], int] = {}
    for index, marker in enumerate(found):
        series = (marker.family, marker.kind)
        before = last.get(series)
        last[series] = index
        if before is None:
            continue
        follows = marker.number == found[before].number + 1
        grows = marker.kind == "先" and marker.number > found[before].number
        if (follows or grows) and (sure[before] or found[before].number == 1 or marker.kind == "是"):
            sure[index] = sure[before] = True
