"""A stretch of the report without blanks, with the way back: names may be spaced out (甲 县 乙 局)."""

from __future__ import annotations

from generator.model.span import Span

_LONGEST = 20_000
"""Longer than any report whose line ends were lost; what a hostile file has beyond is not read for names."""


class Compact:
    """The characters of `span` of a text that are no blanks; of a span that no report has, the first 20,000.

    `text` is what patterns are matched against, `span(start, end)` leads a range of it back to the whole text.
    """

    __slots__ = ("_offsets", "text")

    def __init__(self, text: str, span: Span) -> None:
        """Read `span` of `text`."""
        self._offsets = tuple(
            offset
            for offset, character in enumerate(text[span.start : min(span.end, span.start + _LONGEST)], span.start)
            if not character.isspace()
        )
        self.text = "".join(text[offset] for offset in self._offsets)

    def span(self, start: int, end: int) -> Span:
        """Where the characters `start` to `end` (exclusive, at least one) of the compact text stand."""
        return Span(self._offsets[start], self._offsets[end - 1] + 1)
