"""Which passage of which other report stands beside one: the cross-links between report pages.

For each sub-topic the reports that treat it stand in one ring, by year, place, kind and name of the agency; each
links to its two neighbours, and to the same agency's neighbouring years. So links are few, near, and always two-way.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from generator.model.report import Corpus, Report
from generator.series.passages import Passage, passages_of


@dataclass(frozen=True, slots=True)
class Related:
    """The passages to which a report links for one sub-topic: of other agencies, and of its own other years."""

    others: tuple[Passage, ...]
    own: tuple[Passage, ...]


def relate(corpus: Corpus) -> dict[tuple[str, str], Related]:
    """For each (report id, sub-topic id) the passages to link to; pairs without any are left out."""
    first: dict[str, dict[str, Passage]] = defaultdict(dict)
    for report in corpus.reports:
        for passage in passages_of(report):
            if passage.tag.topic is not None and report.id is not None:
                first[passage.tag.topic].setdefault(report.id, passage)
    found: dict[tuple[str, str], Related] = {}
    for topic, passages in first.items():
        ring = sorted(passages.values(), key=lambda passage: _place(passage.report, corpus))
        series = _own_years(passages)
        for number, passage in enumerate(ring):
            identifier = passage.report.id or ""
            near = (ring[number - 1], ring[(number + 1) % len(ring)])
            others = {item.report.id: item for item in near if item.report.agency != passage.report.agency}
            related = Related(tuple(others.values()), series[identifier])
            if related.others or related.own:
                found[identifier, topic] = related
    return found


def _own_years(passages: dict[str, Passage]) -> dict[str, tuple[Passage, ...]]:
    """For each report the same agency's passages of the next earlier and the next later report year."""
    by_agency: dict[str, list[Passage]] = defaultdict(list)
    for passage in passages.values():
        by_agency[passage.report.agency.id if passage.report.agency else ""].append(passage)
    found = {}
    for own in by_agency.values():
        own.sort(key=lambda passage: passage.year)
        for number, passage in enumerate(own):
            found[passage.report.id or ""] = (*own[max(0, number - 1) : number], *own[number + 1 : number + 2])
    return found


def _place(report: Report, corpus: Corpus) -> tuple[int, str, str, str]:
    agency = report.agency
    region = corpus.roster.region(agency.region) if agency else None
    year = report.identity.year.value if report.identity.year else 0
    function = (agency.function or agency.kind) if agency else ""
    return (year, region.code if region else "", function, report.id or "")
