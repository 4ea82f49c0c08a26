"""Anchors of sentences: the same on pages, in open data and in the search index."""

from __future__ import annotations

from generator.model.fact import Fact
from generator.model.outline import Paragraph
from generator.model.report import Report
from generator.model.span import Span

HEADING_LEVELS = 2
"""Headings down to this level stand on a line of their own on the page, even if the source runs text after them."""


def sentence_anchor(report: Report, fact: Fact) -> str:
    """The anchor of the sentence that holds a figure: paragraph id and offset of the sentence in the paragraph.

    A figure in a table has the anchor of its row.
    """
    paragraph = next(item for item in report.outline.paragraphs if item.id == fact.paragraph)
    return anchor_of(paragraph, sentence_of(report, paragraph, fact))


def anchor_of(paragraph: Paragraph, sentence: Span) -> str:
    """The anchor of a part of a paragraph."""
    if paragraph.table is not None:
        return paragraph.id
    return f"{paragraph.id}-s{sentence.start - paragraph.span.start}"


def sentence_of(report: Report, paragraph: Paragraph, fact: Fact) -> Span:
    """The part of a figure's evidence that stands in the same block of the page as the figure."""
    start, end = max(fact.evidence.start, paragraph.span.start), min(fact.evidence.end, paragraph.span.end)
    for cut in cuts_of(report, paragraph):
        if start < cut <= fact.span.start:
            start = cut
        elif fact.span.end <= cut < end:
            end = cut
    return Span(start, end)


def cuts_of(report: Report, paragraph: Paragraph) -> tuple[int, ...]:
    """Where the page cuts a paragraph into blocks: before each run-in heading, and after one of level 1 or 2."""
    cuts: set[int] = set()
    for heading in report.outline.headings:
        if heading.run_in and paragraph.span.holds(heading.span):
            cuts.add(heading.span.start)
            if heading.level <= HEADING_LEVELS:
                cuts.add(after_stop(report.document.text, heading.span.end, paragraph.span.end))
    return tuple(sorted(cuts))


def after_stop(text: str, offset: int, limit: int) -> int:
    """The end of a run-in heading with the stop that closes it."""
    return offset + 1 if offset < limit and text[offset] in "。：:；;．." else offset
