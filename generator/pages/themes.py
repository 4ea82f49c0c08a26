"""Pages of themes, sub-topics and the matrix of agencies and themes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator
from dataclasses import dataclass

from generator.catalogues.indicator_forms import Entry
from generator.catalogues.indicators import indicator_catalogue
from generator.catalogues.themes import Theme, Topic, theme_names, themes
from generator.model.report import Corpus, Report, SiteFile
from generator.pages import addresses
from generator.pages.environment import write_page
from generator.pages.paging import paginate
from generator.series.collection import reports_by_region
from generator.series.figures import by_indicator
from generator.series.passages import Passage, SectionKind, by_topic

PASSAGES_A_PAGE = 50
"""An entry with its excerpt takes about a kilobyte: half of the usual rows."""

KIND_NAMES = {
    SectionKind.MEASURES: "举措和成效",
    SectionKind.SHORTCOMINGS: "不足",
    SectionKind.PLAN: "下一步安排",
}
"""What a passage is called by the part of the report in which it stands."""

NO_TOPIC = "other"
"""Address of the list of passages for which only the theme is sure."""


@dataclass(frozen=True, slots=True)
class TopicRow:
    """A sub-topic on the page of its theme: how many passages, of how many agencies."""

    name: str
    definition: str
    address: str | None
    passages: int
    agencies: int


def theme_pages(corpus: Corpus) -> Iterator[SiteFile]:
    """The hub, a page for each theme, the pages of its sub-topics, and the matrix."""
    catalogue = themes()
    framework = catalogue.framework(None)
    passages = by_topic(corpus)
    reported = by_indicator(corpus)
    counts: Counter[str] = Counter()
    for (identifier, _), found in passages.items():
        counts[identifier] += len(found)
    yield write_page(
        addresses.THEMES, "themes.md.j2", title="主题", framework=framework, themes=framework.themes, counts=counts
    )
    for theme in framework.themes:
        topics = [item for item in catalogue.topics if catalogue.theme_of(item, framework) == theme.id]
        yield _theme(theme, topics, passages, _indicators(theme.id, reported))
        for topic in topics:
            if (theme.id, topic.id) in passages:
                yield from _topic(theme, topic, passages[theme.id, topic.id])
        if (theme.id, None) in passages:
            yield from _topic(theme, None, passages[theme.id, None])
    yield from _matrix(corpus)


def topic_address(theme: str, topic: str | None) -> str:
    """The first page of a sub-topic, or of the passages of a theme without one."""
    return addresses.topic(theme, topic or NO_TOPIC)


def _indicators(theme: str, reported: Container[str]) -> list[Entry]:
    return [entry for entry in indicator_catalogue().entries if entry.theme == theme and entry.id in reported]


def _theme(
    theme: Theme, topics: list[Topic], passages: dict[tuple[str, str | None], list[Passage]], indicators: list[Entry]
) -> SiteFile:
    rows = []
    for topic in topics:
        found = passages.get((theme.id, topic.id), [])
        address = topic_address(theme.id, topic.id) if found else None
        rows.append(TopicRow(topic.name, topic.definition, address, len(found), _agencies(found)))
    if found := passages.get((theme.id, None), []):
        rows.append(
            TopicRow("其他", "只能判断主题的段落。", topic_address(theme.id, None), len(found), _agencies(found))
        )
    return write_page(
        addresses.theme(theme.id),
        "theme.md.j2",
        title=theme.short,
        front={"description": theme.definition},
        theme=theme,
        rows=rows,
        indicators=indicators,
    )


def _agencies(passages: list[Passage]) -> int:
    return len({passage.report.agency.id for passage in passages if passage.report.agency})


def _topic(theme: Theme, topic: Topic | None, passages: list[Passage]) -> Iterator[SiteFile]:
    """The pages of a sub-topic: a list for each year, the newest also at the sub-topic's own address."""
    base = topic_address(theme.id, topic.id if topic else None)
    years = list(dict.fromkeys(passage.year for passage in passages))
    for number in years:
        rows = [passage for passage in passages if passage.year == number]
        place = base if number == years[0] else f"{base}{number}/"
        for page in paginate(rows, place, PASSAGES_A_PAGE):
            yield write_page(
                page.address,
                "topic.md.j2",
                title=f"{topic.name if topic else f'{theme.short}：其他'}（{number}年度）",
                theme=theme,
                topic=topic,
                list=page,
                year=number,
                years=[(each, base if each == years[0] else f"{base}{each}/") for each in years],
                kinds=[(name, [item for item in page.rows if item.kind is kind]) for kind, name in KIND_NAMES.items()],
            )


def _matrix(corpus: Corpus) -> Iterator[SiteFile]:
    """Agency × theme, a page for each region with reports and each year: counts of passages, no score."""
    regions = [(corpus.roster.region(name), found) for name, found in reports_by_region(corpus).items() if found]
    lowest = [(region, found) for region, found in regions if region is not None]
    yield write_page(
        addresses.MATRIX,
        "matrices.md.j2",
        title="机关与主题对照",
        regions=[(region, len(found)) for region, found in lowest],
    )
    for region, reports in lowest:
        years = list(dict.fromkeys(report.identity.year.value for report in reports if report.identity.year))
        base = addresses.matrix(region.id)
        for number in years:
            rows = [_row(each) for each in reports if each.identity.year and each.identity.year.value == number]
            place = base if number == years[0] else f"{base}{number}/"
            for page in paginate(rows, place, corpus.settings.rows_per_page):
                yield write_page(
                    page.address,
                    "matrix.md.j2",
                    title=f"{region.name}：机关与主题对照（{number}年度）",
                    region=region,
                    list=page,
                    themes=theme_names(),
                    year=number,
                    years=[(each, base if each == years[0] else f"{base}{each}/") for each in years],
                )


def _row(report: Report) -> tuple[Report, dict[str, int]]:
    return report, Counter(tag.theme for tag in report.themes.tags)
