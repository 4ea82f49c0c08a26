"""Half-open ranges of code points, and the slices that lead from the cleaned text back to the source."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range `[start, end)` of code points in one text, usually the cleaned one."""

    start: int
    end: int

    def __len__(self) -> int:
        """Number of code points covered."""
        return self.end - self.start

    def of(self, text: str) -> str:
        """The part of `text` that this span covers."""
        return text[self.start : self.end]

    def holds(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end

    def moved(self, by: int) -> Span:
        """The same span `by` code points further on."""
        return Span(self.start + by, self.end + by)


class RepairKind(StrEnum):
    """Why a stretch of the source does not stand on the page as it is.

    Public repairs are listed on the report's page; the blank ones are only in the repairs file, since blanks
    inside a line carry no meaning in these reports (GB/T 9704 knows none).
    """

    PAGE_BREAK = "page_break"
    """A paragraph or sentence cut by a page break was joined."""
    TITLE_JOIN = "title_join"
    """The lines of a title were joined."""
    BOLD_MARK = "bold_mark"
    """A `**` left over from a conversion was dropped."""
    BOOKMARK = "bookmark"
    """A `[bookmark: …]` or field code left over from a word processor was dropped."""
    MARKUP = "markup"
    """Markdown or HTML syntax of a `.md` report: it became structure, or was dropped."""
    CONTROL = "control"
    """A control, bidi, zero-width or private-use character was dropped or made visible."""
    BLANK = "blank"
    """Indents, blanks at line ends, empty lines, no-break and ideographic blanks, line ends."""


@dataclass(frozen=True, slots=True)
class Slice:
    """One stretch of the source and what stands for it in the cleaned text.

    `repair` is None where the source is kept as it is; then both spans have the same length and the same text.
    The slices of a document tile both texts in order, without gaps.
    """

    source: Span
    cleaned: Span
    repair: RepairKind | None


@dataclass(frozen=True, slots=True)
class SourceMap:
    """The slices of a document, ready to be asked where a span of the cleaned text came from."""

    slices: tuple[Slice, ...]
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Remember where the slices begin, so that each question is a binary search."""
        object.__setattr__(self, "_starts", tuple(piece.cleaned.start for piece in self.slices))

    def to_source(self, span: Span) -> Span:
        """The source range of a span of the cleaned text.

        It begins at the source of the span's first character and ends after the source of its last one: a repair
        inside is included, one at the borders is not. An empty span leads to an empty one.
        """
        start = self._place(span.start)
        if not len(span):
            return Span(start, start)
        last = self._piece(span.end - 1)
        if last.repair is None:
            return Span(start, last.source.start + (span.end - last.cleaned.start))
        return Span(start, last.source.end)

    def to_cleaned(self, offset: int) -> int:
        """The offset in the cleaned text of a place in the source; of a place in a repair, where the repair stands."""
        starts = [piece.source.start for piece in self.slices]
        index = bisect_right(starts, offset) - 1
        if index < 0:
            return 0
        piece = self.slices[index]
        if piece.repair is None:
            return min(piece.cleaned.start + (offset - piece.source.start), piece.cleaned.end)
        return piece.cleaned.start

    def _piece(self, offset: int) -> Slice:
        # Dropped stretches are empty in the cleaned text and stand before the slice that has their offset, so the
        # last slice that begins at or before the offset is the one that holds the character.
        return self.slices[bisect_right(self._starts, offset) - 1]

    def _place(self, offset: int) -> int:
        if not self.slices:
            return 0
        piece = self._piece(offset)
        if piece.repair is None:
            return piece.source.start + (offset - piece.cleaned.start)
        return piece.source.start
