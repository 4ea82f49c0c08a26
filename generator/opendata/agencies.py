"""What the comparison page reads: the list of agencies, and the comparable figures of each."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.report import Corpus, SiteFile
from generator.opendata.compact import json_bytes
from generator.opendata.indicators import FORMAT
from generator.series.collection import reports_by_agency
from generator.series.figures import make_figure


def agency_files(corpus: Corpus) -> Iterator[SiteFile]:
    """`data/agencies.json` and `agencies/<id>/indicators.json`."""
    listed = []
    for identifier, reports in reports_by_agency(corpus).items():
        agency = corpus.roster.agency(identifier)
        if agency is None or not reports:
            continue
        years = [report.identity.year.value for report in reports if report.identity.year]
        places = [region.name for region in reversed(corpus.roster.lineage(agency.region))]
        listed.append({"id": agency.id, "name": agency.name, "place": " · ".join(places), "years": years})
        figures = [make_figure(report, fact) for report in reports for fact in report.findings.facts if fact.indicator]
        rows = [
            {
                "indicator": item.fact.indicator,
                "name": item.fact.name,
                "dimension": item.fact.dimension,
                "year": item.year,
                "mention": item.fact.mention,
                "value": None if item.number is None else format(item.number.normalize(), "f"),
                "unit": item.unit,
                "counted_in": item.counted_in,
                "qualifier": item.fact.qualifier.value,
                "per": item.fact.per,
                "other_time": "" if item.fact.in_year else item.fact.period,
                "link": f"reports/{item.report.id}/#{item.anchor}",
            }
            for item in figures
        ]
        twin = {"format": FORMAT, "id": agency.id, "name": agency.name, "years": years, "figures": rows}
        yield SiteFile(f"agencies/{agency.id}/indicators.json", json_bytes(twin))
    yield SiteFile("data/agencies.json", json_bytes({"format": FORMAT, "agencies": listed}))
