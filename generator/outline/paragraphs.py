"""Paragraphs and the points inside them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from generator.model.outline import Heading, Paragraph, Point
from generator.model.span import Span
from generator.outline.identifiers import paragraph_ids
from generator.outline.lines import Line


def find_paragraphs(
    text: str, lines: Sequence[Line], headings: Sequence[Heading], taken: frozenset[int]
) -> tuple[Paragraph, ...]:
    """The paragraphs of a document: every line but the `taken` ones (title, signature …) and whole-line headings."""
    starts = [heading.span.start for heading in headings]
    whole = {heading.span.start for heading in headings if not heading.run_in}
    kept = [line for line in lines if line.index not in taken and line.span.start not in whole]
    holders = _holders(headings, [line.span for line in kept])
    ids = paragraph_ids(line.span.of(text) for line in kept)
    found: list[Paragraph] = []
    for line, holder, identifier in zip(kept, holders, ids, strict=True):
        first, last = bisect_left(starts, line.span.start), bisect_left(starts, line.span.end)
        inside = headings[first:last]
        if inside and inside[0].span.start == line.span.start and inside[0].section.end >= line.span.end:
            holder = inside[0].id  # noqa: PLW2901  (the run-in heading holds its whole line)
        found.append(
            Paragraph(
                id=identifier,
                span=line.span,
                section=holder,
                points=_points(text, line.span, inside, holder),
                table=line.table,
            )
        )
    return tuple(found)


def _holders(headings: Sequence[Heading], spans: Sequence[Span]) -> list[str | None]:
    """For each span (in order) the innermost heading that begins before it and holds it."""
    found: list[str | None] = []
    opened: list[Heading] = []
    following = 0
    for span in spans:
        while following < len(headings) and headings[following].span.start < span.start:
            heading = headings[following]
            while (
                opened and opened[-1].section.end < heading.section.end and opened[-1].section.end <= heading.span.start
            ):
                opened.pop()
            opened.append(heading)
            following += 1
        while opened and opened[-1].section.end < span.end:
            opened.pop()
        found.append(opened[-1].id if opened else None)
    return found


def _points(text: str, span: Span, inside: Sequence[Heading], holder: str | None) -> tuple[Point, ...]:
    """Cut a line where run-in headings begin and end; each piece with the innermost heading that holds it."""
    cuts = {span.start, span.end}
    for heading in inside:
        cuts |= {heading.span.start, min(heading.section.end, span.end)}
    borders = sorted(cuts)
    found: list[Point] = []
    opened: list[Heading] = []
    following = 0
    for start, end in pairwise(borders):
        while following < len(inside) and inside[following].span.start <= start:
            opened.append(inside[following])
            following += 1
        while opened and opened[-1].section.end < end:
            opened.pop()
        piece = Span(start, end)
        if piece.of(text).strip():
            found.append(Point(piece, opened[-1].id if opened else holder))
    return tuple(found) or (Point(span, holder),)


def heading_before(headings: Sequence[Heading], offset: int) -> Heading | None:
    """The last heading that begins at or before an offset, None if there is none."""
    index = bisect_right([heading.span.start for heading in headings], offset)
    return headings[index - 1] if index else None
