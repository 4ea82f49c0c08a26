"""Pages of indicators: the catalogue by theme, and one page for each indicator."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogues.indicators import Entry, indicator_catalogue
from generator.catalogues.themes import theme_names
from generator.model.report import Corpus, SiteFile
from generator.pages import addresses
from generator.pages.charts import bar_chart, figure_bars
from generator.pages.environment import write_page
from generator.pages.paging import paginate
from generator.series.figures import Figure, by_indicator


def indicator_pages(corpus: Corpus) -> Iterator[SiteFile]:
    """The hub, a list for each theme, and each indicator's pages (paged by rows_per_page, newest year first)."""
    catalogue = indicator_catalogue()
    reported = by_indicator(corpus)
    names = theme_names()
    yield write_page(
        addresses.INDICATORS,
        "indicators.md.j2",
        title="指标",
        themes=[
            (theme, name, sum(entry.theme == theme for entry in catalogue.entries), _mentioned(theme, reported))
            for theme, name in names.items()
        ],
    )
    for theme, name in names.items():
        entries = [entry for entry in catalogue.entries if entry.theme == theme]
        yield write_page(
            addresses.indicator_theme(theme),
            "indicator_theme.md.j2",
            title=f"{name}：指标",
            entries=[(entry, reported.get(entry.id, [])) for entry in entries],
            theme=theme,
        )
    for entry in catalogue.entries:
        yield from _indicator(corpus, entry, reported.get(entry.id, []))


def _mentioned(theme: str, reported: dict[str, list[Figure]]) -> int:
    return sum(figures[0].fact.theme == theme for figures in reported.values())


def _indicator(corpus: Corpus, entry: Entry, figures: list[Figure]) -> Iterator[SiteFile]:
    by_id = indicator_catalogue().by_id
    look_alikes = [(by_id[name].entry, why) for name, why in entry.do_not_merge.items() if name in by_id]
    newest = figures[0].year if figures else None
    chart = bar_chart(figure_bars([item for item in figures if item.year == newest]), f"{newest}年{entry.name}")
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
            newest=newest,
            theme_name=theme_names()[entry.theme],
            data=f"{addresses.up(page.address)}{base}indicator.json",
        )
