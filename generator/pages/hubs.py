"""The pages that lead to reports: home, agencies, regions, years."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogues.themes import theme_names
from generator.model.metadata import AgencyEntry, RegionEntry
from generator.model.report import Corpus, Report, SiteFile
from generator.pages import addresses
from generator.pages.environment import write_page
from generator.pages.examples import example_queries
from generator.pages.paging import paginate
from generator.series.collection import agency_entry, reports_by_agency, reports_by_region, years_of
from generator.series.figures import by_indicator, over_years

NEWEST_SHOWN = 6
"""Reports on the home page: what a phone shows below search and entries without much scrolling."""

YEARS_SHOWN = 5
"""Columns of an agency's summary table: what a phone can scroll through."""


def hub_pages(corpus: Corpus) -> Iterator[SiteFile]:
    """Home, and the hub and the single pages of agencies, regions and years."""
    by_agency = reports_by_agency(corpus)
    by_region = reports_by_region(corpus)
    years = years_of(corpus)
    yield _home(corpus, years, by_region)
    yield write_page(
        addresses.SEARCH, "search.md.j2", title="检索", front={"template": "search.html", "hide": ["navigation", "toc"]}
    )
    yield from _agencies(corpus, by_agency)
    yield from _regions(corpus, by_region)
    yield from _years(corpus, years)


def _home(corpus: Corpus, years: tuple[tuple[int, int], ...], by_region: dict[str, list[Report]]) -> SiteFile:
    return write_page(
        addresses.HOME,
        "home.md.j2",
        title=corpus.settings.name,
        front={"description": corpus.settings.description, "template": "home.html", "hide": ["navigation", "toc"]},
        corpus=corpus,
        years=years,
        agencies=len({agency_entry(report).id for report in corpus.reports}),
        figures=sum(len(report.findings.facts) for report in corpus.reports),
        newest=_newest(corpus),
        examples=example_queries(corpus),
        themes=theme_names(),
        indicators=len(by_indicator(corpus)),
        listed=len(corpus.roster.agencies),
        regions=[
            (region, len(by_region[region.id]))
            for region in corpus.roster.regions
            if region.parent is None and by_region[region.id]
        ],
    )


def _newest(corpus: Corpus) -> tuple[Report, ...]:
    """The reports received last, by the ledger; those without an entry come after, newest year first."""
    return tuple(
        sorted(
            corpus.reports,
            key=lambda report: report.identity.received_on.toordinal() if report.identity.received_on else 0,
            reverse=True,
        )[:NEWEST_SHOWN]
    )


def _agencies(corpus: Corpus, by_agency: dict[str, list[Report]]) -> Iterator[SiteFile]:
    rows = [(entry, _path(corpus, entry.region), by_agency[entry.id]) for entry in corpus.roster.agencies]
    for page in paginate(rows, addresses.AGENCIES, corpus.settings.rows_per_page):
        yield write_page(page.address, "agencies.md.j2", title="机关", list=page)
    for entry in corpus.roster.agencies:
        yield agency_page(corpus, entry, by_agency[entry.id])


def agency_page(corpus: Corpus, entry: AgencyEntry, reports: list[Report]) -> SiteFile:
    """The page of one agency: where it belongs, its reports, its indicators over the years."""
    years = tuple(report.identity.year.value for report in reports if report.identity.year)[:YEARS_SHOWN]
    return write_page(
        addresses.agency(entry.id),
        "agency.md.j2",
        title=entry.name,
        entry=entry,
        reports=reports,
        lineage=corpus.roster.lineage(entry.region),
        years=years,
        rows=over_years(reports, years),
        themes=theme_names(),
    )


def _regions(corpus: Corpus, by_region: dict[str, list[Report]]) -> Iterator[SiteFile]:
    rows = [(region, _path(corpus, region.id), len(by_region[region.id])) for region in corpus.roster.regions]
    for page in paginate(rows, addresses.REGIONS, corpus.settings.rows_per_page):
        yield write_page(page.address, "regions.md.j2", title="地区", list=page)
    children: dict[str | None, list[RegionEntry]] = {}
    for region in corpus.roster.regions:
        children.setdefault(region.parent, []).append(region)
    for region in corpus.roster.regions:
        for listed in paginate(by_region[region.id], addresses.region(region.id), corpus.settings.rows_per_page):
            yield write_page(
                listed.address,
                "region.md.j2",
                title=region.name,
                region=region,
                list=listed,
                lineage=corpus.roster.lineage(region.id),
                children=children.get(region.id, []),
            )


def _years(corpus: Corpus, years: tuple[tuple[int, int], ...]) -> Iterator[SiteFile]:
    yield write_page(addresses.YEARS, "years.md.j2", title="年度", years=years)
    for number, _ in years:
        rows = [report for report in corpus.reports if report.identity.year and report.identity.year.value == number]
        for page in paginate(rows, addresses.year(number), corpus.settings.rows_per_page):
            yield write_page(page.address, "year.md.j2", title=f"{number}年度报告", list=page)


def _path(corpus: Corpus, region: str) -> str:
    return " · ".join(entry.name for entry in reversed(corpus.roster.lineage(region)))
