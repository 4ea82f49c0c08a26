"""Slices from tokens, and where an offset of the source went."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from generator.model.span import Slice, Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.intake.tokens import Token


def tile(tokens: Iterable[Token]) -> tuple[str, tuple[Slice, ...]]:
    """The cleaned text and the slices that tile it and the source; neighbours of one kind become one slice."""
    parts: list[str] = []
    slices: list[Slice] = []
    place = 0
    for token in tokens:
        source, cleaned = Span(token.start, token.end), Span(place, place + len(token.new))
        last = slices[-1] if slices else None
        if last is not None and last.repair is token.kind:
            slices[-1] = Slice(Span(last.source.start, source.end), Span(last.cleaned.start, cleaned.end), token.kind)
        else:
            slices.append(Slice(source, cleaned, token.kind))
        parts.append(token.new)
        place = cleaned.end
    return "".join(parts), tuple(slices)


class Mapping:
    """Where offsets of the source stand in the cleaned text."""

    def __init__(self, slices: tuple[Slice, ...]) -> None:
        self._slices = slices
        self._starts = [piece.source.start for piece in slices]

    def offset(self, offset: int) -> int:
        """The place in the cleaned text of an offset of the source; dropped text stands at what follows it."""
        if not self._slices:
            return 0
        piece = self._slices[max(0, bisect_right(self._starts, offset) - 1)]
        if piece.repair is None:
            return piece.cleaned.start + min(offset - piece.source.start, len(piece.source))
        return piece.cleaned.start if offset <= piece.source.start else piece.cleaned.end

    def span(self, span: Span) -> Span:
        """The place in the cleaned text of a span of the source; empty if all of it was dropped."""
        start, end = self.offset(span.start), self.offset(span.end)
        return Span(start, max(start, end))
