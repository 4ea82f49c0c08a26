"""The structure of a report: headings, paragraphs, and the parts around the body."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.span import Span


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: a span inside a line, not a line; 25 of the 44 （一） headings of the first five reports are run in.

    `level` follows the family of the marker: 1 for 一、 2 for （一） 3 for 1. and 一是 4 for （1）; an unnumbered
    heading has the level of its siblings and marker "". `span` begins with the marker and ends with the heading's
    last character (a closing 。 is outside); `title` is the part after the marker. `section` begins with `span` and
    ends with the last character that belongs to the heading, subsections included. `run_in` says that text follows
    in the same paragraph; `clause` that a point (一是…，…；) has no lead sentence and its first clause serves as
    the heading. `id` comes from the numbering path and is an ASCII anchor, e.g. `s-2-1`, a point `s-2-1-d3`.
    """

    id: str
    level: int
    marker: str
    title: str
    span: Span
    section: Span
    run_in: bool
    parent: str | None
    clause: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: one line of the cleaned text that is not only a heading, title, addressee, signature or date.

    `span` covers the whole line with its run-in headings; `section` is the id of the innermost heading whose section
    holds the whole paragraph, None outside all sections. `id` is `p-` and 8 hex digits of a hash of the text, with
    `-2` … for repeats: it does not move when another paragraph is edited. `points` cut the span at the run-in
    headings inside it; a paragraph without any is one point. `table` is the index of the document's table to which
    the line belongs, None for text.
    """

    id: str
    span: Span
    section: str | None
    points: tuple[Point, ...]
    table: int | None = None


@dataclass(frozen=True, slots=True)
class Point:
    """A paragraph, or the part of it that one run-in heading (一是…) governs: the smallest unit with its own theme.

    `heading` is the id of the innermost heading that holds the whole point, None outside all sections.
    """

    span: Span
    heading: str | None


@dataclass(frozen=True, slots=True)
class Outline:
    """What stands where. All spans count in the cleaned text; None means that the report has no such part."""

    title: Span | None
    addressee: Span | None
    headings: tuple[Heading, ...]
    paragraphs: tuple[Paragraph, ...]
    signature: Span | None
    date: Span | None
    document_number: Span | None = None
    """The report's own 发文字号, if it stands above or below the title; cited ones are not meant."""

    def heading(self, identifier: str | None) -> Heading | None:
        """The heading with this id, None if there is none."""
        return next((heading for heading in self.headings if heading.id == identifier), None)

    def path(self, identifier: str | None) -> tuple[Heading, ...]:
        """The headings from level 1 down to the one with this id; empty for None."""
        found: list[Heading] = []
        while (heading := self.heading(identifier)) is not None:
            found.append(heading)
            identifier = heading.parent
        return tuple(reversed(found))

    def paragraph_at(self, offset: int) -> Paragraph | None:
        """The paragraph that covers an offset of the cleaned text, None between paragraphs."""
        return next((item for item in self.paragraphs if item.span.start <= offset < item.span.end), None)
