"""A page as both PDF and OFD can give it.

Lengths are in points or millimetres, alike within a document; y grows downwards.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Glyph:
    """One character: left and right edge, baseline, font size."""

    char: str
    left: float
    right: float
    base: float
    size: float
    bold: bool = False


@dataclass(slots=True)
class Rule:
    """A drawn line, horizontal or vertical, from one point to another with `left <= right` and `top <= bottom`."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def horizontal(self) -> bool:
        """Whether the rule is wider than high."""
        return self.right - self.left >= self.bottom - self.top


@dataclass(slots=True)
class Sheet:
    """One page: its glyphs in drawing order, its rules, and its pictures as shares of the page's area."""

    number: int
    width: float
    height: float
    glyphs: list[Glyph] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    pictures: list[float] = field(default_factory=list)
    invisible: int = 0
    """Glyphs that are there but not seen; they are in `glyphs` only where the page is `searchable`."""
    searchable: bool = False
    """Whether all text is unseen: what a machine read from a picture, so that it can be searched."""
    implausible: int = 0
    """Glyphs whose character is not known."""
    lost: int = 0
    """Stretches of text that show nothing because their font is not in the file."""
    dropped: list[tuple[str, str]] = field(default_factory=list)
    """Kind and text of what the reader itself left out, e.g. watermarks."""
