"""Finds the structure of a report: title, headings, paragraphs, points, signature. Nothing is ever renumbered."""

from __future__ import annotations

from generator.model.diagnostic import Diagnostic
from generator.model.document import Document
from generator.model.outline import Heading, Outline
from generator.model.span import Span
from generator.outline.draft import Draft
from generator.outline.head import find_head
from generator.outline.identifiers import section_ids
from generator.outline.lines import Line, read_lines
from generator.outline.nesting import find_parents
from generator.outline.numbered import find_numbered
from generator.outline.numbering import check_numbering
from generator.outline.page_remains import check_remains
from generator.outline.paragraphs import find_paragraphs
from generator.outline.sections import find_ends
from generator.outline.tail import find_tail
from generator.outline.unnumbered import find_unnumbered

__all__ = ["find_outline"]


def find_outline(document: Document) -> tuple[Outline, tuple[Diagnostic, ...]]:
    """The outline of `document` with what is wrong about its numbering and around it; an empty text has no parts."""
    text = document.text
    lines = read_lines(document)
    head = find_head(text, lines)
    tail = find_tail(text, lines, head.start)
    body = lines[head.start : tail.end]
    drafts, parents = _drafts(text, [line for line in body if line.table is None])
    ends = find_ends(text, drafts, parents, body)
    headings = _headings(drafts, parents, ends)
    outline = Outline(
        title=head.title,
        addressee=head.addressee,
        headings=headings,
        paragraphs=find_paragraphs(text, lines, headings, head.taken | tail.taken),
        signature=tail.signature or head.signature,
        date=tail.date or head.date,
        document_number=head.number,
    )
    return outline, (*check_remains(lines, head, tail), *check_numbering(drafts, parents))


def _drafts(text: str, lines: list[Line]) -> tuple[list[Draft], tuple[int | None, ...]]:
    numbered = find_numbered(text, lines)
    drafts = sorted([*numbered, *find_unnumbered(text, lines, numbered)], key=lambda draft: draft.span)
    return drafts, find_parents(text, drafts, {line.index: line.span for line in lines})


def _headings(drafts: list[Draft], parents: tuple[int | None, ...], ends: list[int]) -> tuple[Heading, ...]:
    ids = section_ids(drafts, parents)
    return tuple(
        Heading(
            id=identifier,
            level=draft.level,
            marker=draft.marker,
            title=draft.words,
            span=draft.span,
            section=Span(draft.span.start, end),
            run_in=draft.run_in,
            parent=None if parent is None else ids[parent],
            clause=draft.clause,
        )
        for draft, parent, end, identifier in zip(drafts, parents, ends, ids, strict=True)
    )
