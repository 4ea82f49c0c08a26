"""What stands beside the text of a report: its themes, and links to the same matter in other reports."""

from __future__ import annotations

from dataclasses import dataclass

from generator.catalogues.themes import theme_names, themes
from generator.model.report import Report
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
class ReportTheme:
    """A theme of the report: its passages in order of the text, each with the name of its sub-topic ("" if none)."""

    id: str
    name: str
    passages: tuple[tuple[Passage, str], ...]


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
    catalogue = themes()
    rows: dict[str, list[tuple[Passage, str]]] = {}
    for passage in passages_of(report):
        topic = catalogue.topic(passage.tag.topic)
        rows.setdefault(passage.tag.theme, []).append((passage, topic.name if topic else ""))
    year = report.identity.year.value if report.identity.year else None
    return tuple(
        ReportTheme(theme, name, tuple(rows[theme])) for theme, name in theme_names(year).items() if theme in rows
    )
