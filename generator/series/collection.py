"""The reports of a collection by agency, region and year."""

from __future__ import annotations

from collections import Counter

from generator.model.metadata import AgencyEntry
from generator.model.report import Corpus, Report


def agency_entry(report: Report) -> AgencyEntry:
    """The roster entry of a published report; publication without one is an error before this."""
    if report.agency is None:
        raise ValueError(report.path)
    return report.agency


def reports_by_agency(corpus: Corpus) -> dict[str, list[Report]]:
    """Published reports by agency id, newest year first; agencies without reports have an empty list."""
    found: dict[str, list[Report]] = {entry.id: [] for entry in corpus.roster.agencies}
    for report in corpus.reports:
        found[agency_entry(report).id].append(report)
    return found


def reports_by_region(corpus: Corpus) -> dict[str, list[Report]]:
    """Published reports by region id; a region has those of the regions below it too. Newest year first."""
    lineages = {entry.id: corpus.roster.lineage(entry.region) for entry in corpus.roster.agencies}
    found: dict[str, list[Report]] = {entry.id: [] for entry in corpus.roster.regions}
    for report in corpus.reports:
        for region in lineages[agency_entry(report).id]:
            found[region.id].append(report)
    return found


def years_of(corpus: Corpus) -> tuple[tuple[int, int], ...]:
    """The report years of the collection with the number of reports, newest first."""
    counts = Counter(report.identity.year.value for report in corpus.reports if report.identity.year)
    return tuple(sorted(counts.items(), reverse=True))
