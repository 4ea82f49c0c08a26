"""What stands beside the text of a report: its themes, and links to the same matter in other reports."""

from __future__ import annotations

from dataclasses import dataclass

from generator.catalogues.themes import theme_names, themes
from generator.model.report import Report
from generator.model.span import Span
from generator.pages.body import Block
from generator.pages.themes import topic_address
from generator.series.passages import Passage, passages_of, section_of
from generator.series.related import Related


@dataclass(frozen=True, slots=True)
class TopicLinks:
    """The cross-links of one sub-topic at the end of a section."""

    name: str
    address: str
    links: Related


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A block of the text and, where it ends a section, the cross-links of that section."""

    markdown: str
    links: tuple[TopicLinks, ...]


@dataclass(frozen=True, slots=True)
class ThemedPassage:
    """A passage under one theme: names of its sub-topics (none if only the theme is sure), and the deciding words."""

    passage: Passage
    topics: tuple[str, ...]
    cues: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReportTheme:
    """A theme of the report with its passages in order of the text, each once."""

    id: str
    name: str
    passages: tuple[ThemedPassage, ...]


def with_links(
    report: Report, blocks: tuple[Block, ...], related: dict[tuple[str, str], Related]
) -> tuple[TextBlock, ...]:
    """The blocks of a report with the cross-links after the last block of each section."""
    links = _links_by_section(report, related)
    last = {block.section: number for number, block in enumerate(blocks)}
    return tuple(
        TextBlock(block.markdown, links.get(block.section, ()) if last[block.section] == number else ())
        for number, block in enumerate(blocks)
    )


def _links_by_section(
    report: Report, related: dict[tuple[str, str], Related]
) -> dict[str | None, tuple[TopicLinks, ...]]:
    catalogue = themes()
    found: dict[str | None, dict[str, TopicLinks]] = {}
    for tag in report.themes.tags:
        links = related.get((report.id or "", tag.topic or ""))
        topic = catalogue.topic(tag.topic)
        if links is None or topic is None:
            continue
        heading = section_of(report, tag.span)
        rows = found.setdefault(heading.id if heading else None, {})
        rows.setdefault(topic.id, TopicLinks(topic.name, topic_address(tag.theme, topic.id), links))
    return {section: tuple(rows.values()) for section, rows in found.items()}


def themes_of(report: Report) -> tuple[ReportTheme, ...]:
    """The themes of a report in catalogue order."""
    catalogue, text = themes(), report.document.text
    found: dict[str, dict[Span, list[Passage]]] = {}
    for passage in passages_of(report):
        found.setdefault(passage.tag.theme, {}).setdefault(passage.tag.span, []).append(passage)

    def themed(passages: list[Passage]) -> ThemedPassage:
        topics = (catalogue.topic(passage.tag.topic) for passage in passages)
        cues = (cue.of(text) for passage in passages for cue in passage.tag.cues)
        names = dict.fromkeys(topic.name for topic in topics if topic)
        return ThemedPassage(passages[0], tuple(names), tuple(dict.fromkeys(cues)))

    year = report.identity.year.value if report.identity.year else None
    return tuple(
        ReportTheme(theme, name, tuple(themed(passages) for passages in found[theme].values()))
        for theme, name in theme_names(year).items()
        if theme in found
    )
