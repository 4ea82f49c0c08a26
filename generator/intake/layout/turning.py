"""Pages whose text runs sideways: glyphs and rules are turned so that the text stands upright."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.intake.layout.sheet import Glyph, Rule

if TYPE_CHECKING:
    from generator.intake.layout.sheet import Sheet

_TILT = 0.09  # radians: five degrees
_QUARTERS = 4


@dataclass(slots=True)
class Mark:
    """A character before its page is upright: its box, the origin on its baseline, and how its line runs.

    `quarter` counts quarter turns clockwise, None stands for a slant, as watermarks have it.
    """

    char: str
    left: float
    top: float
    right: float
    bottom: float
    x: float
    y: float
    size: float
    bold: bool
    quarter: int | None


def quarter_of(angle: float) -> int | None:
    """Quarter turns clockwise of a direction in radians clockwise from left-to-right; None for a slant."""
    turns = angle / (math.pi / 2)
    nearest = round(turns)
    return nearest % _QUARTERS if abs(turns - nearest) * math.pi / 2 <= _TILT else None


def put_upright(sheet: Sheet, marks: list[Mark]) -> None:
    """Fill the glyphs of a sheet; text in other directions than most of it is dropped, and recorded as such."""
    counts = Counter(mark.quarter for mark in marks if mark.quarter is not None and not mark.char.isspace())
    main = counts.most_common(1)[0][0] if counts else 0
    width, height = sheet.width, sheet.height
    other: list[str] = []
    for mark in marks:
        if mark.quarter != main:
            other.append(mark.char)
            continue
        left, top = _turned(mark.left, mark.top, main, width, height)
        right, bottom = _turned(mark.right, mark.bottom, main, width, height)
        _, base = _turned(mark.x, mark.y, main, width, height)
        del top, bottom
        sheet.glyphs.append(Glyph(mark.char, min(left, right), max(left, right), base, mark.size, mark.bold))
    if main:
        sheet.rules = [_rule(rule, main, width, height) for rule in sheet.rules]
        if main % 2:
            sheet.width, sheet.height = height, width
    text = "".join(other).strip()
    if text:
        sheet.dropped.append(("watermark", text))


def _turned(x: float, y: float, quarter: int, width: float, height: float) -> tuple[float, float]:
    if quarter == 1:
        return y, width - x
    if quarter == 2:  # noqa: PLR2004 — quarter turns
        return width - x, height - y
    if quarter == 3:  # noqa: PLR2004
        return height - y, x
    return x, y


def _rule(rule: Rule, quarter: int, width: float, height: float) -> Rule:
    x1, y1 = _turned(rule.left, rule.top, quarter, width, height)
    x2, y2 = _turned(rule.right, rule.bottom, quarter, width, height)
    return Rule(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))
