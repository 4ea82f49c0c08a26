"""Text that was broken at a fixed width, as old terminals and copied web pages have it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from generator.intake.joining import starts_anew

_WIDEST, _NARROWEST = 60, 16
_FEWEST_LINES = 8
_NEAR = 2
_INDENTED_LINES = 3
_WIDER = 10
"""One line in so many may be wider than the width: a title, a table, an address of a web page."""


@dataclass(frozen=True, slots=True)
class Wrapped:
    """A line as wrapping sees it: its text, whether it was indented, and whether an empty line follows it."""

    text: str
    indented: bool
    blank_after: bool


def find_wraps(lines: list[Wrapped]) -> frozenset[int]:
    """Indices of the lines that go on in the next one because the text has a fixed width; empty if it has none.

    A text has one if at least half of its lines are within 2 characters of one width of 16 to 60 characters, and hardly
    any is wider: headings of one length above long paragraphs are no fixed width.
    """
    if len(lines) < _FEWEST_LINES or sum(len(line.text) <= 2 * _WIDEST for line in lines) * 2 < len(lines):
        return frozenset()
    widths = [_width(line.text) for line in lines]
    counts = Counter(widths)
    width = max(counts, key=lambda one: (sum(counts[one + near] for near in (-2, -1, 0, 1, 2)), counts[one]))
    full = sum(abs(one - width) <= _NEAR for one in widths)
    wider = sum(one > width + _NEAR for one in widths)
    if not _NARROWEST <= width <= _WIDEST or full * 2 < len(lines) or wider * _WIDER > len(lines):
        return frozenset()
    indents = sum(line.indented for line in lines) >= _INDENTED_LINES
    blanks = sum(line.blank_after for line in lines) * 2 > len(lines)
    return frozenset(
        index
        for index, (line, after) in enumerate(pairwise(lines))
        if widths[index] >= width - _NEAR - 1
        and (blanks or not line.blank_after)
        and not (indents and after.indented)
        and not starts_anew(after.text)
    )


def _width(text: str) -> int:
    # In Chinese characters; two ASCII characters take the room of one, as they do in the bytes of GBK.
    return (len(text.encode("gbk", "replace")) + 1) // 2
