"""Which heading stands under which."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.span import Span
from generator.outline.draft import Draft
from generator.outline.families import Family


def find_parents(text: str, drafts: Sequence[Draft], lines: dict[int, Span]) -> tuple[int | None, ...]:
    """For each heading (in order of the text) the index of the one above it, None at the top.

    Numbered headings follow the rank of their family. Points (一是) stand under whatever is open when their series
    begins, so that they may hang under 一、 as well as under （1）. What begins inside a line ends with the line.
    `lines` gives the span of each line by its index.
    """
    parents: list[int | None] = []
    opened: list[int] = []
    for index, draft in enumerate(drafts):
        while opened and _ends_with_line(drafts[opened[-1]]) and drafts[opened[-1]].line != draft.line:
            opened.pop()
        if draft.inline:
            _close_inline(drafts, opened, draft)
        elif draft.family is Family.POINT:
            _close_series(drafts, opened, draft)
        else:
            while opened and not _holds(text, drafts[opened[-1]], draft, lines):
                opened.pop()
        parents.append(opened[-1] if opened else None)
        opened.append(index)
    return tuple(parents)


def _ends_with_line(draft: Draft) -> bool:
    return draft.inline and not draft.open


def _close_inline(drafts: Sequence[Draft], opened: list[int], draft: Draft) -> None:
    """A marker inside a line goes on with its series in this line, or with one that an earlier line left open."""
    same = [place for place, index in enumerate(opened) if drafts[index].series == draft.series]
    here = [place for place in same if drafts[opened[place]].line == draft.line]
    if here:
        del opened[here[-1] :]
    elif same and draft.number > 1 and draft.family is Family.POINT:
        del opened[same[-1] :]
    elif draft.family is not Family.POINT and draft.rank < Family.THREE.rank:
        while opened and drafts[opened[-1]].rank >= draft.rank:
            opened.pop()


def _close_series(drafts: Sequence[Draft], opened: list[int], draft: Draft) -> None:
    """A point at the beginning of a line goes on with its series if one is open; else it stands under the last."""
    same = [place for place, index in enumerate(opened) if drafts[index].series == draft.series]
    if same:
        del opened[same[-1] :]


def _holds(text: str, above: Draft, draft: Draft, lines: dict[int, Span]) -> bool:
    if above.family is Family.POINT:
        # 一是加强学习：⏎1.… holds the items that its colon announces; （一） and 一、 always close a point.
        announced = text[lines[above.line].end - 1] in "：:"
        return announced and draft.rank >= Family.THREE.rank
    return above.rank < draft.rank
