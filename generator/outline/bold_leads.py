"""Bold sentences at the beginning of paragraphs: they head them like （一） or 一是 would."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from generator.model.span import Span
from generator.outline.draft import Draft
from generator.outline.families import Family
from generator.outline.lines import Line

_SHORTEST, _LONGEST = 4, 40
_BODY = 25
"""The text after the lead; less is an emphasis, not a heading."""
_DEEPEST = 4


def find_bold_leads(text: str, lines: Sequence[Line], tops: Sequence[Draft], numbered: Sequence[Draft]) -> list[Draft]:
    """The bold leads of `lines`, which begin with no heading of another kind.

    `tops` are the headings that begin lines, without points; a lead stands one level below the last of them.
    `numbered` are all headings with a number; after a point of the same section a lead has the level of points.
    """
    tops = sorted(tops, key=lambda draft: draft.span)
    top_starts = [draft.span.start for draft in tops]
    starts = [draft.span.start for draft in numbered]
    found: list[Draft] = []
    for line in lines:
        words = _lead(text, line)
        first = bisect_left(starts, line.span.start)
        if not words or (first < len(starts) and starts[first] < line.bold):
            continue
        above = bisect_left(top_starts, line.span.start)
        level = min(tops[above - 1].level + 1, _DEEPEST) if above else 1
        before = numbered[first - 1] if first else None
        if (
            before is not None
            and before.family is Family.POINT
            and (not above or starts[first - 1] > top_starts[above - 1])
        ):
            level = before.level
        found.append(
            Draft(
                family=Family.NONE,
                kind="bold",
                number=0,
                marker="",
                level=level,
                rank=level * 10,
                span=Span(line.span.start, line.span.start + len(words)),
                words=words,
                line=line.index,
                inline=False,
                run_in=True,
                clause=False,
            )
        )
    return found


def _lead(text: str, line: Line) -> str:
    """The bold words that end in a full stop or colon, without it; "" if the line begins otherwise."""
    if not _SHORTEST <= line.bold - line.span.start <= _LONGEST + 1 or line.bold + _BODY > line.span.end:
        return ""
    words = text[line.span.start : line.bold]
    bare = words.rstrip("。：: ")
    closed = len(bare) < len(words) or text[line.bold : line.bold + 1] in {"。", "：", ":"}
    return bare if closed and len(bare) >= _SHORTEST and "。" not in bare else ""
