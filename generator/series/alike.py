"""Two agencies that report much of the same: what the comparison page offers as an example."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

from generator.model.metadata import AgencyEntry
from generator.model.report import Corpus, Report
from generator.series.collection import reports_by_agency
from generator.series.figures import make_figure

_CANDIDATES = 40
"""Agencies that are paired, the first of the roster's order: 780 pairs, whatever the size of the site."""

Key = tuple[str | None, str, str, str]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two agencies and how many indicators the newest reports of both mention, in one dimension and unit."""

    one: AgencyEntry
    other: AgencyEntry
    shared: int


def most_alike(corpus: Corpus) -> Pair | None:
    """The two agencies with the most indicators in common, the first of equals; None if no two share one."""
    known: list[tuple[AgencyEntry, set[Key]]] = []
    for identifier, reports in reports_by_agency(corpus).items():
        agency = corpus.roster.agency(identifier)
        if agency is not None and reports and (keys := _comparable(reports[0])):
            known.append((agency, keys))
    pairs = [Pair(a, b, len(mine & theirs)) for (a, mine), (b, theirs) in combinations(known[:_CANDIDATES], 2)]
    best = max(pairs, key=lambda pair: pair.shared, default=None)
    return best if best is not None and best.shared else None


def _comparable(report: Report) -> set[Key]:
    """What the comparison page joins rows by (`site_overrides/assets/compare/model.js`)."""
    figures = (make_figure(report, fact) for fact in report.findings.facts if fact.indicator)
    return {(item.fact.indicator, item.fact.dimension, item.counted_in, item.fact.per) for item in figures}
