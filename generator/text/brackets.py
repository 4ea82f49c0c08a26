"""What stands inside quotation marks and brackets."""

from __future__ import annotations

import re
from bisect import bisect_right

from generator.model.span import Span
from generator.text.widths import fold

_MARKS = re.compile(r"[“”‘’「」『』（）()《》〈〉【】〔〕\[\]]")
_CLOSES = {
    "”": "“",
    "’": "‘",
    "」": "「",
    "』": "『",
    ")": "(",
    "》": "《",
    "〉": "〈",
    "】": "【",
    "〕": "〔",
    "]": "[",
}


class Enclosures:
    """The outermost pairs of marks in a stretch of text; half and full width brackets close each other.

    A mark without its partner encloses nothing, so that one missing ” does not swallow the rest of a paragraph.
    """

    __slots__ = ("_starts", "spans")

    def __init__(self, text: str, span: Span) -> None:
        """Find the pairs of `span` of `text`, in one pass."""
        self.spans = _outermost(_pairs(text, span))
        """The pairs in order, the marks included; they do not overlap."""
        self._starts = tuple(pair.start for pair in self.spans)

    def hold(self, offset: int) -> bool:
        """Whether the character at `offset` stands between the marks of a pair (the marks themselves do not)."""
        index = bisect_right(self._starts, offset) - 1
        return index >= 0 and self.spans[index].start < offset < self.spans[index].end - 1


def _pairs(text: str, span: Span) -> list[Span]:
    pairs: list[Span] = []
    opened: list[tuple[str, int]] = []
    waiting: dict[str, int] = {}
    for match in _MARKS.finditer(text, span.start, span.end):
        mark = fold(match[0])
        wanted = _CLOSES.get(mark)
        if wanted is None:
            opened.append((mark, match.start()))
            waiting[mark] = waiting.get(mark, 0) + 1
        elif waiting.get(wanted):
            while True:
                last, start = opened.pop()
                waiting[last] -= 1
                if last == wanted:
                    break
            pairs.append(Span(start, match.end()))
    return pairs


def _outermost(pairs: list[Span]) -> tuple[Span, ...]:
    found: list[Span] = []
    for pair in sorted(pairs, key=lambda pair: (pair.start, -pair.end)):
        if not found or pair.start >= found[-1].end:
            found.append(pair)
    return tuple(found)
