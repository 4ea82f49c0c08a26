"""Pages of indicators: the catalogue by theme, and one page for each indicator."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogues.indicator_forms import Entry
from generator.catalogues.indicators import indicator_catalogue
from generator.catalogues.themes import theme_names
from generator.model.report import Corpus, SiteFile
from generator.pages import addresses
from generator.pages.charts import bar_chart, figure_bars
from generator.pages.environment import write_page
from generator.pages.paging import paginate
from generator.series.figures import Figure, by_indicator

_COMMON = 8
"""Indicators of a theme that the hub names; the rest is one click away."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """A theme on the hub: how many entries it has, how many of them any report mentions, and the most mentioned.

    `common` pairs an entry with the number of reports that mention it; equal numbers keep the catalogue's order.
    """

    theme: str
    name: str
    entries: int
    mentioned: int
    common: tuple[tuple[Entry, int], ...]


ENTRIES_PER_PAGE = 400
"""Lines of the catalogue on a page: few enough for a light page, enough that most themes need one only."""


def indicator_pages(corpus: Corpus) -> Iterator[SiteFile]:
    """The hub, a list for each theme, and each indicator's pages (paged by rows_per_page, newest year first)."""
    catalogue = indicator_catalogue()
    reported = by_indicator(corpus)
    names = theme_names()
    yield write_page(
        addresses.INDICATORS,
        "indicators.md.j2",
        title="指标",
        themes=[_shelf(theme, name, reported) for theme, name in names.items()],
    )
    for theme, name in names.items():
        entries = [entry for entry in catalogue.entries if entry.theme == theme]
        mentioned = [entry for entry in entries if entry.id in reported]
        unmentioned = [entry for entry in entries if entry.id not in reported]
        for page in paginate((*mentioned, *unmentioned), addresses.indicator_theme(theme), ENTRIES_PER_PAGE):
            yield write_page(
                page.address,
                "indicator_theme.md.j2",
                title=f"{name}：指标",
                list=page,
                mentioned=[(entry, reported[entry.id]) for entry in page.rows if entry.id in reported],
                unmentioned=[entry for entry in page.rows if entry.id not in reported],
                left=len(unmentioned),
            )
    for entry in catalogue.entries:
        yield from _indicator(corpus, entry, reported.get(entry.id, []))


def _shelf(theme: str, name: str, reported: dict[str, list[Figure]]) -> Shelf:
    entries = [entry for entry in indicator_catalogue().entries if entry.theme == theme]
    known = [(entry, len({figure.report.id for figure in reported.get(entry.id, ())})) for entry in entries]
    common = sorted((pair for pair in known if pair[1]), key=lambda pair: -pair[1])
    return Shelf(theme, name, len(entries), len(common), tuple(common[:_COMMON]))


def _indicator(corpus: Corpus, entry: Entry, figures: list[Figure]) -> Iterator[SiteFile]:
    by_id = indicator_catalogue().by_id
    look_alikes = [(by_id[name].entry, why) for name, why in entry.do_not_merge.items() if name in by_id]
    charted, chart = _newest_chart(entry, figures)
    base = addresses.indicator(entry.id)
    for page in paginate(figures, base, corpus.settings.rows_per_page):
        yield write_page(
            page.address,
            "indicator.md.j2",
            title=entry.name,
            front={"description": entry.definition},
            entry=entry,
            list=page,
            look_alikes=look_alikes,
            chart=chart if page.number == 1 else "",
            charted=charted,
            theme_name=theme_names()[entry.theme],
            data=f"{addresses.up(page.address)}{base}indicator.json",
        )


def _newest_chart(entry: Entry, figures: list[Figure]) -> tuple[str, str]:
    """What the chart shows and the chart: the newest year in which several agencies stand side by side; "" without."""
    for year in sorted({item.year for item in figures}, reverse=True):
        dimension, bars = figure_bars([item for item in figures if item.year == year])
        title = f"{year}年度{entry.name}" + (f"（{dimension}）" if dimension else "")
        if chart := bar_chart(bars, title):
            return title, chart
    return "", ""
