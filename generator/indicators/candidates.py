"""候选指标: names that reports use again and again and that no catalogue entry covers yet."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from generator.model.fact import Fact, Findings, Layer

_MARKS = re.compile(r"[“”‘’「」\s]")

_WHERE = re.compile(r"^(?:全[省市县区州旗镇乡街系局]|本[省市县区级局]|我[省市县区局镇街]|各[级地部镇]?|共|累计)+")
"""Places and words of sum at the beginning: 全县办理公证 and 办理公证 are one candidate."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A composed name that several reports use.

    `name` is its most frequent form, `units` the measure words, the most frequent first; `reports` counts the
    reports that use it, `figures` the figures. `facts` are (number of the report in the order given, fact id) of
    all of them, so that the sentences can be shown to whoever writes the entry.
    """

    name: str
    units: tuple[str, ...]
    reports: int
    figures: int
    facts: tuple[tuple[int, str], ...]


@dataclass(slots=True)
class _Heap:
    names: dict[str, int] = field(default_factory=dict)
    units: dict[str, int] = field(default_factory=dict)
    facts: list[tuple[int, str]] = field(default_factory=list)

    def add(self, number: int, fact: Fact) -> None:
        self.names[fact.name] = self.names.get(fact.name, 0) + 1
        self.units[fact.unit] = self.units.get(fact.unit, 0) + 1
        self.facts.append((number, fact.id))


def candidates(findings: Iterable[Findings], at_least: int = 2) -> tuple[Candidate, ...]:
    """The composed names of many reports, most widely used first.

    `findings` holds one item for each report; names that fewer than `at_least` reports use are left out. Quotation
    marks, blanks and places at the beginning do not tell names apart. The order is stable: by reports, then
    figures, then name.
    """
    heaps: dict[str, _Heap] = {}
    for number, found in enumerate(findings):
        for fact in found.facts:
            if fact.layer is Layer.COMPOSED and (key := _key(fact.name)):
                heaps.setdefault(key, _Heap()).add(number, fact)
    told = [_candidate(heap) for heap in heaps.values()]
    kept = [item for item in told if item.reports >= at_least]
    return tuple(sorted(kept, key=lambda item: (-item.reports, -item.figures, item.name)))


def _key(name: str) -> str:
    bare = _MARKS.sub("", name)
    return _WHERE.sub("", bare) or bare


def _candidate(heap: _Heap) -> Candidate:
    return Candidate(
        name=_most_frequent(heap.names)[0],
        units=_most_frequent(heap.units),
        reports=len({number for number, _ in heap.facts}),
        figures=len(heap.facts),
        facts=tuple(heap.facts),
    )


def _most_frequent(counts: dict[str, int]) -> tuple[str, ...]:
    return tuple(sorted(counts, key=lambda word: (-counts[word], len(word), word)))
