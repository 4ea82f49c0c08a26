"""The public catalogue (目录, 条例 Art. 12): pages by year; its CSV and JSON twins are `generator.opendata`'s."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.report import Corpus, SiteFile
from generator.pages import addresses
from generator.pages.environment import write_page
from generator.pages.paging import paginate
from generator.series.catalogue import catalogue_entries


def catalogue_pages(corpus: Corpus) -> Iterator[SiteFile]:
    """The catalogue by year, newest first; the hub shows the newest year."""
    entries = catalogue_entries(corpus)
    years = sorted({entry.year for entry in entries}, reverse=True)
    for number in years:
        rows = [entry for entry in entries if entry.year == number]
        base = f"{addresses.CATALOGUE}{number}/"
        for page in paginate(rows, base, corpus.settings.rows_per_page):
            title = f"公开目录（{number}年度）"
            yield write_page(page.address, "catalogue.md.j2", title=title, year=number, years=years, list=page)
    newest = years[0] if years else None
    rows = [entry for entry in entries if entry.year == newest]
    first = next(iter(paginate(rows, f"{addresses.CATALOGUE}{newest}/", corpus.settings.rows_per_page)))
    yield write_page(
        addresses.CATALOGUE,
        "catalogue.md.j2",
        title="公开目录",
        year=newest or corpus.today.year,
        years=years,
        list=first,
    )
