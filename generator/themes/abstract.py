"""The abstract of a report: its opening sentence, word for word."""

from __future__ import annotations

import re

from generator.model.document import Document
from generator.model.outline import Outline, Paragraph
from generator.model.span import Span
from generator.text import sentences

_ANNOUNCES = re.compile(r"[，,；;。]?\s*现[将就把][^，,。；;]{0,60}(?:如下|汇报|报告|总结)[^，,。；;]{0,6}[：:。]?\s*$")
"""「，现将2023年法治政府建设情况汇报如下：」 at the end of a sentence says only that a report follows."""
_PLATITUDE = re.compile(r"\d{4}\s*年是[^。]*(?:之年|一年|年份)。?")
"""「2023年是全面贯彻党的二十大精神的开局之年。」 stands in every report of that year."""
_SHORTEST = 15
"""A shorter sentence (「一、基本情况。」, a salutation) says nothing about the report."""


def abstract(document: Document, outline: Outline) -> str:
    """The first sentence that says something, without the announcement at its end; "" if there is none.

    Tables and headings are no sentences. Nothing is added and nothing inside is left out.
    """
    for paragraph in outline.paragraphs:
        if paragraph.table is not None:
            continue
        for sentence in sentences(document.text, _without_headings(paragraph, outline)):
            said = sentence.of(document.text)
            if found := _ANNOUNCES.search(said):
                said = said[: found.start()]
            if len(said) >= _SHORTEST and not _PLATITUDE.fullmatch(said):
                return said
    return ""


def _without_headings(paragraph: Paragraph, outline: Outline) -> Span:
    """The paragraph from behind a heading with which it begins."""
    start = paragraph.span.start
    for heading in outline.headings:
        if heading.run_in and not heading.clause and heading.span.start == start:
            start = min(heading.span.end + 1, paragraph.span.end)
    return Span(start, paragraph.span.end)
