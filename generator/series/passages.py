"""Paragraphs on the same matter, across agencies and years."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from generator.model.outcome import PartName
from generator.model.outline import Heading
from generator.model.report import Corpus, Report
from generator.model.span import Span
from generator.model.theme import ThemeTag

EXCERPT = 110
"""Characters of an excerpt: three lines on a phone."""


class SectionKind(StrEnum):
    """What a passage is in its report: work done, a shortcoming, or a plan."""

    MEASURES = "measures"
    SHORTCOMINGS = "shortcomings"
    PLAN = "plan"


_KINDS = {PartName.SHORTCOMINGS: SectionKind.SHORTCOMINGS, PartName.NEXT_YEAR_PLAN: SectionKind.PLAN}


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph or point of a report under one theme and, where known, one sub-topic."""

    report: Report
    tag: ThemeTag
    kind: SectionKind

    @property
    def year(self) -> int:
        """The report year."""
        if self.report.identity.year is None:
            raise ValueError(self.report.path)
        return self.report.identity.year.value

    @property
    def excerpt(self) -> str:
        """The beginning of the passage, cut at a mark where there is one near the end."""
        text = self.tag.span.of(self.report.document.text)
        if len(text) <= EXCERPT:
            return text
        cut = max(text.rfind(mark, EXCERPT // 2, EXCERPT) for mark in "。；，")
        return f"{text[: cut + 1 if cut > 0 else EXCERPT]}…"

    @property
    def figures(self) -> tuple[str, ...]:
        """The mentions of the figures in the passage."""
        return tuple(fact.mention for fact in self.report.findings.facts if self.tag.span.holds(fact.span))


def passages_of(report: Report) -> Iterator[Passage]:
    """The passages of a report in order of the text; one with two themes comes twice."""
    parts = [(part.span, _KINDS[part.name]) for part in report.judgement.parts if part.name in _KINDS and part.span]
    for tag in report.themes.tags:
        kind = next((kind for span, kind in parts if span.holds(tag.span)), SectionKind.MEASURES)
        yield Passage(report, tag, kind)


def by_topic(corpus: Corpus) -> dict[tuple[str, str | None], list[Passage]]:
    """All passages by theme and sub-topic (None: no sub-topic is sure), newest year first, then report id."""
    found: dict[tuple[str, str | None], list[Passage]] = {}
    for report in corpus.reports:
        for passage in passages_of(report):
            found.setdefault((passage.tag.theme, passage.tag.topic), []).append(passage)
    return found


def section_of(report: Report, span: Span) -> Heading | None:
    """The innermost heading of level 1 or 2 whose section holds the span: the section of the page."""
    holding = [item for item in report.outline.headings if item.level <= 2 and item.section.holds(span)]  # noqa: PLR2004
    return max(holding, key=lambda item: item.span.start, default=None)
