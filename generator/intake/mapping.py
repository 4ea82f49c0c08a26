"""Slices from tokens, and where an offset of the source went."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from generator.model.span import Slice, Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.intake.tokens import Token


def tile(tokens: Iterable[Token]) -> tuple[str, tuple[Slice, ...]]:
    """The cleaned text, and one slice for each token; they tile it and the source."""
    parts: list[str] = []
    slices: list[Slice] = []
    place = 0
    for token in tokens:
        after = place + len(token.new)
        slices.append(Slice(Span(token.start, token.end), Span(place, after), token.kind))
        parts.append(token.new)
        place = after
    return "".join(parts), tuple(slices)


def merge(slices: Iterable[Slice]) -> tuple[Slice, ...]:
    """The same slices, neighbours of one kind as one."""
    merged: list[Slice] = []
    for piece in slices:
        last = merged[-1] if merged else None
        if last is not None and last.repair is piece.repair:
            source, cleaned = Span(last.source.start, piece.source.end), Span(last.cleaned.start, piece.cleaned.end)
            merged[-1] = Slice(source, cleaned, piece.repair)
        else:
            merged.append(piece)
    return tuple(merged)


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
