"""How much of a report stands word for word in another one (C05), at a cost that grows with the number of reports."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.model.report import Report

SIZE = 8
"""Characters of a shingle: longer than any fixed phrase of two words, shorter than a clause."""

_SAMPLE, _CHOSEN = 8, 3
"""Only shingles whose first character has this remainder are kept: one in eight, the same ones in every text."""

_MOST_KNOWN = 12
"""A shingle that more reports have is a set phrase; it leads to the first of them only, so that cost stays linear."""

_CANDIDATES = 3
"""Reports with the most shingles in common, looked at closely."""

_LEAST = 20
"""Sampled shingles (about 160 characters) below which a text is too short to be compared."""

_NOT_HAN = re.compile(r"[^一-龥]+")


@dataclass(frozen=True, slots=True)
class Copy:
    """A share (0–1) of the text of report number `of` that report number `source` has, too; numbers count from 0."""

    of: int
    source: int
    share: float
    same_agency: bool


def find_copies(reports: Sequence[Report], own: float, others: float) -> tuple[Copy, ...]:
    """The closest source of each report that shares more than `own` with the agency's last report or `others` with any.

    Years and figures do not count: only Chinese characters are compared.
    """
    shingles = [_shingles(report.document.text) for report in reports]
    found = []
    for number, source in _last_reports(reports):
        share = _share(shingles[number], shingles[source])
        if share > own:
            found.append(Copy(number, source, share, same_agency=True))
    known: dict[str, list[int]] = defaultdict(list)
    for number, grams in enumerate(shingles):
        for gram in grams:
            if len(known[gram]) < _MOST_KNOWN:
                known[gram].append(number)
    for number, grams in enumerate(shingles):
        votes = Counter(other for gram in grams for other in known[gram] if _other_agency(reports, number, other))
        best = max(
            (Copy(number, other, _share(grams, shingles[other]), same_agency=False) for other, _ in _top(votes)),
            key=lambda copy: copy.share,
            default=None,
        )
        if best is not None and best.share > others:
            found.append(best)
    return tuple(found)


def _shingles(text: str) -> frozenset[str]:
    plain = _NOT_HAN.sub("", text)
    return frozenset(
        plain[place : place + SIZE] for place in range(len(plain) - SIZE + 1) if ord(plain[place]) % _SAMPLE == _CHOSEN
    )


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one) if len(one) >= _LEAST else 0.0


def _top(votes: Counter[int]) -> list[tuple[int, int]]:
    return sorted(votes.items(), key=lambda item: (-item[1], item[0]))[:_CANDIDATES]


def _other_agency(reports: Sequence[Report], number: int, other: int) -> bool:
    if number == other:
        return False
    mine, theirs = reports[number].agency, reports[other].agency
    return mine is None or theirs is None or mine.id != theirs.id


def _last_reports(reports: Sequence[Report]) -> list[tuple[int, int]]:
    """Pairs of a report and the agency's next older one."""
    by_agency: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, report in enumerate(reports):
        if report.agency is not None and report.identity.year is not None:
            by_agency[report.agency.id].append((report.identity.year.value, number))
    pairs = []
    for series in by_agency.values():
        series.sort()
        pairs += [(later[1], earlier[1]) for earlier, later in pairwise(series)]
    return pairs
