"""What the lines around a heading tell about it: a title above text, an item of a list, a point that goes on below."""

from __future__ import annotations

from collections.abc import Sequence

from generator.outline.draft import Draft
from generator.outline.families import Marker, marker_at
from generator.outline.leads import body_follows
from generator.outline.lines import Line

_NEAR = 4
"""Paragraphs that the text of a point may have before the next point."""
_LONGEST_TITLE = 60
_ORDINARY = {"要", "第", "先"}
"""Points that need a neighbour even at the beginning of a line: 首先, 第一， and 一要 are ordinary words too."""


class Neighbours:
    """The markers at the beginnings of the lines of a body, ready to be asked about each other."""

    def __init__(self, text: str, lines: Sequence[Line]) -> None:
        """Read the markers of `lines` of `text`."""
        self._text = text
        self._ends = {line.index: line.span.end for line in lines}
        self._markers = {line.index: marker_at(text, line.span.start, line.span.end) for line in lines}

    def marker(self, line: int) -> Marker | None:
        """The marker that begins the line with this index, None if none does or the line is not of the body."""
        return self._markers.get(line)

    def is_likely(self, first: Marker, rest: Sequence[Marker], line: int) -> bool:
        """Whether 首先, 第一， or 一要 at the beginning of `line` counts: its neighbour is in the line or near it."""
        if first.kind not in _ORDINARY:
            return True
        near = [*rest, *(self.marker(line + step) for step in (-3, -2, -1, 1, 2, 3))]
        wanted = {first.number - 1, first.number + 1}
        return any(
            marker is not None
            and (marker.family, marker.kind) == (first.family, first.kind)
            and (marker.number in wanted or (first.kind == "先" and marker.number != first.number))
            for marker in near
        )

    def heads_text(self, first: Marker, line: Line) -> bool:
        """Whether a line that is one sentence is the title of the text below it: 一是简政放权。⏎取消审批事项18项。

        It is not if the item before it has no such text either, since then 一是…。⏎二是…。 is a list and what follows
        it is not part of the last item.
        """
        below = line.index + 1
        if len(line.span) > _LONGEST_TITLE or below not in self._ends or self._markers[below] is not None:
            return False
        before = self.marker(line.index - 1)
        return before is None or (before.family, before.kind) != (first.family, first.kind)

    def is_item(self, draft: Draft) -> bool:
        """Whether a sentence that fills its line is an item of a list: 一是学习不够。⏎二是宣传不够。"""
        if draft.run_in or self._text[self._ends[draft.line] - 1] not in "。；;":
            return False
        after = self.marker(draft.line + 1)
        if after is None:
            return draft.line + 1 not in self._ends
        return (after.family, after.kind) == draft.series or after.family.rank < draft.family.rank

    def is_open(self, draft: Draft) -> bool:
        """Whether a first point ends its line and has its text below: …责任。一是强化领导。⏎召开会议…⏎二是示范引领。"""
        if not draft.inline or draft.number != 1 or body_follows(self._text, draft.span, self._ends[draft.line]):
            return False
        if self.marker(draft.line + 1) is not None:
            return False
        near = (self.marker(draft.line + step) for step in range(2, 2 + _NEAR))
        return any(
            marker is not None and (marker.family, marker.kind) == draft.series and marker.number == draft.number + 1
            for marker in near
        )
