"""Agencies × years: where each stands with its report. No ranking; the order is that of the roster."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.model.metadata import AgencyEntry
from generator.model.report import Corpus
from generator.rules import Place, Standing, standing
from generator.series.collection import reports_by_agency

YEARS_SHOWN = 5
"""Columns of the board: the newest report year that can be due, and those before it."""


@dataclass(frozen=True, slots=True)
class BoardRow:
    """An agency with its standing for each year of the board, newest first."""

    agency: AgencyEntry
    places: tuple[Place, ...]


def board_years(corpus: Corpus) -> tuple[int, ...]:
    """The report years of the board: up to last year, and not before the oldest report of the collection."""
    known = [report.identity.year.value for report in corpus.reports if report.identity.year]
    newest = max((corpus.today.year - 1, *known))
    oldest = min((newest, *known))
    return tuple(range(newest, max(oldest, newest - YEARS_SHOWN + 1) - 1, -1))


def board_rows(corpus: Corpus) -> Iterator[BoardRow]:
    """A row for each agency of the roster."""
    years = board_years(corpus)
    own = reports_by_agency(corpus)
    for agency in corpus.roster.agencies:
        narrowed = replace(corpus, reports=tuple(own[agency.id]))
        yield BoardRow(agency, tuple(standing(narrowed, agency, year) for year in years))


def shown_label(place: Place, corpus: Corpus) -> str:
    """The words for a cell; whether 逾期 is said in public is the publisher's choice (settings)."""
    if place.standing is Standing.LATE and not corpus.settings.show_overdue and place.published_on:
        return f"{place.published_on:%Y-%m-%d} 公开"
    return place.label
