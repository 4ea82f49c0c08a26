"""Rules from the paths that a page draws."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from generator.intake.layout.sheet import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

_STRAIGHT = 0.3
"""Share of `thin` by which a line may be off the vertical or horizontal."""


def rules_of(path: list[tuple[float, float]], *, stroked: bool, thin: float) -> Iterator[Rule]:
    """The rules that a path of straight lines draws: its lines if stroked, or itself if it is a thin filled bar.

    `thin` is the width below which a bar is a line, in the unit of the path.
    """
    left, right = min(x for x, _ in path), max(x for x, _ in path)
    top, bottom = min(y for _, y in path), max(y for _, y in path)
    if right - left <= thin or bottom - top <= thin:
        middle_x, middle_y = (left + right) / 2, (top + bottom) / 2
        if right - left >= bottom - top:
            yield Rule(left, middle_y, right, middle_y)
        else:
            yield Rule(middle_x, top, middle_x, bottom)
        return
    if not stroked:
        return
    for (x1, y1), (x2, y2) in pairwise(path):
        if abs(x1 - x2) <= _STRAIGHT * thin or abs(y1 - y2) <= _STRAIGHT * thin:
            yield Rule(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))
