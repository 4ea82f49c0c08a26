"""A view of a text without the accidents of typing: no blanks, no line ends inside a sentence, one form of marks."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.model.span import Span
from generator.text import fold

_MARKS = str.maketrans(",|\t:;()[]", "，，，：；（）（）")
"""Marks in full width; a table cell ends like a clause."""

_INVISIBLE = frozenset(" \r\v\f\u00ad\u1680\u200b\u200c\u200d\u200e\u200f\u2060\u205f\ufeff*#>") | {
    chr(code) for code in range(0x2000, 0x200B)
}
"""Blanks, zero-width characters, and the marks of Markdown that may stand inside a name or a number."""

_ENDS = frozenset("。！？；：.!?”』」）】")
_BLANK_LINE = re.compile(r"\n[ \t\u3000\u00a0]*\r?\n")


@dataclass(frozen=True, slots=True)
class Folded:
    """The folded text and, for each of its characters, the offset in the original.

    `breaks` are the offsets in the folded text before which a line end was dropped: a sentence may go on there, or a
    heading may end.
    """

    text: str
    offsets: tuple[int, ...]
    breaks: frozenset[int]

    def original(self, start: int, end: int) -> Span:
        """The span in the original of `text[start:end]`, which must not be empty."""
        return Span(self.offsets[start], self.offsets[end - 1] + 1)


def fold_text(text: str) -> Folded:
    """Fold a text; a line end stays where a sentence, a table row or a paragraph before an empty line ends."""
    paragraphs = {match.start() for match in _BLANK_LINE.finditer(text)}
    tabular = {number for number, row in _lines(text) if "\t" in row or row.count("|") > 1 or row.count(",") > 1}
    kept: list[str] = []
    offsets: list[int] = []
    breaks: set[int] = set()
    row = 0
    for offset, character in enumerate(fold(text).translate(_MARKS)):
        if character in _INVISIBLE:
            continue
        if character == "\n":
            ends = not kept or kept[-1] in _ENDS or offset in paragraphs or row in tabular
            row += 1
            if not ends:
                breaks.add(len(kept))
                continue
        kept.append(character)
        offsets.append(offset)
    return Folded("".join(kept), tuple(offsets), frozenset(breaks))


def _lines(text: str) -> enumerate[str]:
    return enumerate(text.split("\n"))
