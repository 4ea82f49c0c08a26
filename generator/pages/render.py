"""All pages of a site."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.report import Corpus, SiteFile
from generator.pages.catalogue import catalogue_pages
from generator.pages.hubs import hub_pages, reports_by_agency
from generator.pages.indicators import indicator_pages
from generator.pages.report import neighbours_of, report_page


def render_pages(corpus: Corpus) -> Iterator[SiteFile]:
    """Every page made from the corpus, one after the other: the whole site is never in memory at once."""
    by_agency = reports_by_agency(corpus)
    for report in corpus.reports:
        yield report_page(report, corpus, neighbours_of(report, by_agency))
    yield from hub_pages(corpus)
    yield from catalogue_pages(corpus)
    yield from indicator_pages(corpus)
