"""Finds the paragraph and the section of an offset without walking through the whole outline each time."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from generator.model.outline import Heading, Outline, Paragraph
from generator.model.span import Span


class Places:
    """An outline, ready to be asked where an offset stands. Headings are in order and their sections nest."""

    def __init__(self, outline: Outline) -> None:
        """Index the paragraphs and headings by where they begin."""
        self._paragraphs = outline.paragraphs
        self._paragraph_starts = [item.span.start for item in outline.paragraphs]
        self._headings = outline.headings
        self._heading_starts = [item.section.start for item in outline.headings]
        self._by_id = {item.id: item for item in outline.headings}

    def paragraph(self, offset: int) -> Paragraph | None:
        """The paragraph that covers the offset, None in headings, title and signature."""
        place = bisect_right(self._paragraph_starts, offset) - 1
        if place < 0 or offset >= self._paragraphs[place].span.end:
            return None
        return self._paragraphs[place]

    def section(self, span: Span) -> Heading | None:
        """The innermost heading whose section holds the span, None outside all sections."""
        place = bisect_right(self._heading_starts, span.start) - 1
        if place < 0:
            return None
        heading: Heading | None = self._headings[place]
        while heading is not None and not heading.section.holds(span):
            heading = self._by_id.get(heading.parent) if heading.parent else None
        return heading

    def titles(self, heading: Heading | None) -> str:
        """The titles from the first level down to this heading, joined with ` / `."""
        titles: list[str] = []
        while heading is not None:
            titles.append(heading.title)
            heading = self._by_id.get(heading.parent) if heading.parent else None
        return " / ".join(reversed(titles))


class Cover:
    """Spans that may overlap or nest, to be asked whether one of them holds another span."""

    def __init__(self, spans: Iterable[Span]) -> None:
        """Merge the spans, so that each question is a binary search."""
        merged: list[Span] = []
        for span in sorted(spans):
            if merged and span.start <= merged[-1].end:
                merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
            else:
                merged.append(span)
        self._merged = merged
        self._starts = [span.start for span in merged]

    def holds(self, span: Span) -> bool:
        """Whether the span lies inside the covered text."""
        place = bisect_right(self._starts, span.start) - 1
        return place >= 0 and self._merged[place].holds(span)
