"""Glyphs grouped into lines of text."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.intake.layout.sheet import Glyph

_SAME_LINE = 0.45
"""Baselines this far apart, in font sizes, still belong to one line (superscripts, mixed fonts)."""
_DOUBLE = 0.25
"""The same character this near to itself, in font sizes, is a shadow: fake bold."""
_WIDE = 1.5
_WORD = 0.25
_CLASHES = 0.3


@dataclass(slots=True)
class Row:
    """One line of text on a page; `pieces` are `(text, bold)`."""

    left: float
    right: float
    base: float
    size: float
    pieces: list[tuple[str, bool]]

    @property
    def text(self) -> str:
        """The text of the line."""
        return "".join(text for text, _ in self.pieces)


def into_rows(glyphs: Iterable[Glyph]) -> list[Row]:
    """Lines from top to bottom; blanks only where the page has them or where words would run together."""
    ordered = sorted(
        ((index, glyph) for index, glyph in enumerate(glyphs)), key=lambda item: (item[1].base, item[1].left)
    )
    groups: list[list[tuple[int, Glyph]]] = []
    base = size = 0.0
    for index, glyph in ordered:
        if groups and glyph.base - base <= _SAME_LINE * max(size, glyph.size):
            groups[-1].append((index, glyph))
            if glyph.size > size and not glyph.char.isspace():
                base, size = glyph.base, glyph.size
        else:
            groups.append([(index, glyph)])
            base, size = glyph.base, glyph.size
    return [row for group in groups if (row := _row(group)) is not None]


def _row(group: list[tuple[int, Glyph]]) -> Row | None:
    across = sorted(group, key=lambda item: (item[1].left, item[0]))
    if _clashes([glyph for _, glyph in across]):
        across = sorted(group)  # all spans of the line stand at one place: only the drawing order is left
        ordered = [glyph for _, glyph in across]
        spaced = False
    else:
        ordered = _without_doubles([glyph for _, glyph in across])
        spaced = True
    seen = [glyph for glyph in ordered if not glyph.char.isspace()]
    if not seen:
        return None
    return Row(
        left=min(glyph.left for glyph in seen),
        right=max(glyph.right for glyph in seen),
        base=median(glyph.base for glyph in seen),
        size=median(glyph.size for glyph in seen),
        pieces=_pieces(ordered, spaced=spaced),
    )


def _clashes(glyphs: list[Glyph]) -> bool:
    # Different characters on top of each other; the shadows of fake bold are the same character.
    seen = [glyph for glyph in glyphs if not glyph.char.isspace()]
    count = sum(
        right.left - left.left < _DOUBLE * left.size and left.char != right.char
        for left, right in pairwise(seen)
        if left.right - left.left > _DOUBLE * left.size
    )
    return count > _CLASHES * len(seen)


def _without_doubles(glyphs: list[Glyph]) -> list[Glyph]:
    kept: list[Glyph] = []
    for glyph in glyphs:
        near = (last for last in kept[-3:] if abs(glyph.left - last.left) < _DOUBLE * glyph.size)
        shadow = next(
            (last for last in near if last.char == glyph.char and abs(last.base - glyph.base) < glyph.size), None
        )
        if shadow is None or glyph.char.isspace():
            kept.append(glyph)
        else:
            shadow.bold = True
    return kept


def _pieces(glyphs: list[Glyph], *, spaced: bool) -> list[tuple[str, bool]]:
    pieces: list[tuple[str, bool]] = []
    last: Glyph | None = None
    text: list[str] = []
    bold = False
    for glyph in glyphs:
        char = " " if glyph.char.isspace() else glyph.char
        if last is not None and char != " " and not last.char.isspace() and spaced and _apart(last, glyph):
            text.append(" ")
        if glyph.bold != bold and char != " ":
            if text:
                pieces.append(("".join(text), bold))
            text, bold = [], glyph.bold
        text.append(char)
        last = glyph
    if text:
        pieces.append(("".join(text), bold))
    return pieces


def _apart(left: Glyph, right: Glyph) -> bool:
    gap = right.left - left.right
    size = max(left.size, right.size)
    words = left.char.isascii() and left.char.isalpha() and right.char.isascii() and right.char.isalpha()
    return gap > (_WORD if words else _WIDE) * size
