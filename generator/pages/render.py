"""All pages of a site."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.report import Corpus, SiteFile
from generator.pages.board import board_pages
from generator.pages.catalogue import catalogue_pages
from generator.pages.compare import compare_page
from generator.pages.hubs import hub_pages
from generator.pages.indicators import indicator_pages
from generator.pages.instruments import instrument_pages, linked_instruments
from generator.pages.problems import problem_pages
from generator.pages.report import Surroundings, neighbours_of, report_page
from generator.pages.themes import theme_pages
from generator.series.collection import reports_by_agency
from generator.series.related import relate


def render_pages(corpus: Corpus) -> Iterator[SiteFile]:
    """Every page made from the corpus, one after the other: the whole site is never in memory at once."""
    by_agency = reports_by_agency(corpus)
    instruments, paged = linked_instruments(corpus)
    around = Surroundings(corpus, relate(corpus), paged)
    for report in corpus.reports:
        yield report_page(report, around, neighbours_of(report, by_agency))
    yield from hub_pages(corpus)
    yield from catalogue_pages(corpus)
    yield from indicator_pages(corpus)
    yield from theme_pages(corpus)
    yield from instrument_pages(corpus, instruments)
    yield from board_pages(corpus)
    yield from problem_pages()
    yield compare_page(corpus)
