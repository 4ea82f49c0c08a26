"""The catalogue of indicators: what may be compared between agencies and years, and how a sentence is known to say it.

One file for each theme in `indicators/`, and `indicators/shared.yml` for what entries share. How to add an entry is
told, in Chinese, in the README beside this module.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import fields, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from generator.catalogues.functions import FILE as FUNCTIONS
from generator.catalogues.functions import load_functions
from generator.catalogues.indicator_checks import check_entries, line_of
from generator.catalogues.indicator_forms import (
    Dimensions,
    Entry,
    Everywhere,
    Indicator,
    IndicatorCatalogue,
    Rule,
    Shared,
    SharedVeto,
    ThemeFile,
    Wording,
)
from generator.catalogues.load import CatalogueError, load
from generator.catalogues.pattern_reader import PatternError
from generator.catalogues.patterns import Pattern, read_pattern
from generator.catalogues.prepared import prepared

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

FOLDER = Path(__file__).with_name("indicators")
THEMES = tuple(f"T{number}" for number in range(10))
"""The themes of 《法治政府建设实施纲要（2021—2025年）》: its nine parts of substance, and T0 for its first."""

PERCENT = "percent"
"""The class of units whose name always stands before the number."""


@cache
def indicator_catalogue() -> IndicatorCatalogue:
    """The catalogue that comes with the generator, read once."""
    return prepared(FOLDER, [*_files(FOLDER), FUNCTIONS], lambda: read_catalogue(FOLDER))


def read_catalogue(folder: Path) -> IndicatorCatalogue:
    """Read and check the catalogue in `folder`: `shared.yml` and a `t*.yml` for each theme.

    Raises `CatalogueError` at the first thing that is wrong: shape, patterns, ids that do not exist, names used twice.
    """
    shared = load(folder / "shared.yml", Shared)
    _, *themes = _files(folder)
    sheets = {path: load(path, ThemeFile) for path in themes}
    build = _Builder(folder, shared, _pairs(sheets.values()))
    indicators: list[Indicator] = []
    for path, sheet in sheets.items():
        if sheet.theme not in THEMES:
            raise CatalogueError(path, 1, 1, f"“theme”应为 T0 至 T9，现为“{sheet.theme}”")
        indicators += [build.indicator(replace(entry, theme=sheet.theme), path) for entry in sheet.entries]
    check_entries(indicators, shared)
    by_id = {indicator.entry.id: indicator for indicator in indicators}
    return IndicatorCatalogue(
        indicators=tuple(indicators),
        by_id=by_id,
        shared=shared,
        vetoes={
            name: SharedVeto(build.shared_patterns(veto.clause), build.shared_patterns(veto.sentence), veto.across)
            for name, veto in shared.vetoes.items()
        },
        kinds=build.shared_patterns(shared.kinds),
        subjects=build.shared_patterns(shared.subjects),
        everywhere={says.name: build.dimensions(getattr(shared.everywhere, says.name)) for says in fields(Everywhere)},
        topics=_topics(shared.topics, folder / "shared.yml"),
    )


def _files(folder: Path) -> list[Path]:
    """The shared file and the themes'; nothing else in the folder is read."""
    return [folder / "shared.yml", *sorted(folder.glob("t*.yml"))]


def _pairs(sheets: Iterable[ThemeFile]) -> Counter[str]:
    """How often two characters stand side by side in the examples, which are sentences as reports have them."""
    found: Counter[str] = Counter()
    for sheet in sheets:
        for entry in sheet.entries:
            for given in (*entry.examples, *entry.counter_examples):
                text = given if isinstance(given, str) else given.text
                found.update(map(str.__add__, text, text[1:]))
    return found


def _topics(listed: Mapping[str, str], path: Path) -> dict[str, str]:
    """The topic of each word; words and nothing else, so that one pass over a text finds them all."""
    topics: dict[str, str] = {}
    for topic, words in listed.items():
        for word in words.split("|"):
            if not word.isalnum():
                raise CatalogueError(path, 1, 1, f"话题“{topic}”：“{word}”应是用“|”分开的词，不用其他记号")
            topics.setdefault(word, topic)
    return topics


class _Builder:
    """Turns entries into indicators."""

    def __init__(self, folder: Path, shared: Shared, pairs: Mapping[str, int]) -> None:
        self.shared, self.folder, self.pairs = shared, folder, pairs
        self._known: dict[str, Pattern] = {}
        self._acts = tuple(
            (re.compile(words), self.shared_patterns((f"({words}) (的)? 〔修饰〕? 〔修饰〕? $",))[0])
            for words in shared.acts.values()
        )
        self._own = {name: re.compile(veto.own) for name, veto in shared.vetoes.items() if veto.own}
        for name, veto in shared.vetoes.items():
            if unknown := [unit for unit in veto.of if unit not in shared.units]:
                told = f"一般否决“{name}”：不认识的单位类别“{unknown[0]}”，可用：{'、'.join(shared.units)}"
                raise CatalogueError(folder / "shared.yml", 1, 1, told)

    def indicator(self, entry: Entry, path: Path) -> Indicator:
        try:
            rules = tuple(self._rule(entry, wording) for wording in entry.patterns)
            dimensions = self.dimensions(entry.dimensions)
            spoken = [*(rule.pattern.direct for rule in rules), *(pattern.direct for pattern, _ in dimensions)]
            own = "\n".join([entry.name, *entry.aliases, *spoken])
            return Indicator(
                entry=entry,
                rules=rules,
                vetoes=tuple(self._read(veto) for veto in entry.vetoes),
                dimensions=dimensions,
                acts=tuple(pattern for words, pattern in self._acts if not words.search(own)),
                bound_by=tuple(self._vetoes(entry, own)),
                file=path,
            )
        except PatternError as error:
            line = line_of(path.read_text(encoding="utf-8"), entry.id)
            raise CatalogueError(path, line, 1, f"指标“{entry.name}”：{error}") from None

    def _vetoes(self, entry: Entry, own: str) -> Iterator[str]:
        """The names of the shared vetoes from which the entry is not exempt."""
        for name, veto in self.shared.vetoes.items():
            exempt = name in entry.allows or (name in self._own and self._own[name].search(own))
            if not exempt and (not veto.of or entry.unit in veto.of):
                yield name

    def shared_patterns(self, sources: tuple[str, ...]) -> tuple[Pattern, ...]:
        try:
            return tuple(self._read(source) for source in sources)
        except PatternError as error:
            raise CatalogueError(self.folder / "shared.yml", 1, 1, str(error)) from None

    def _rule(self, entry: Entry, given: str | Wording) -> Rule:
        wording = Wording(given) if isinstance(given, str) else given
        pattern = read_pattern(wording.match, self.shared.words, behind=entry.unit != PERCENT, pairs=self.pairs)
        if "⟨" not in wording.match:
            raise PatternError(f"“{wording.match}”没有写明数字的位置 ⟨⟩")
        if not pattern.keywords and not (wording.match.startswith("^") and (wording.previous or wording.about)):
            raise PatternError(f"“{wording.match}”至少要有一个两字以上的必有的词，或以 ^ 开头并写 previous 或 about")
        if wording.about and wording.about not in self.shared.topics:
            raise PatternError(f"“about: {wording.about}”不是共用词表里的话题")
        authors = frozenset(filter(None, wording.author.split("|")))
        if unknown := authors - {item.id for item in load_functions().functions}:
            raise PatternError(f"“author: {'、'.join(sorted(unknown))}”不是 functions.yml 里的职能")
        gates = [self._read(gate) if gate else None for gate in (wording.previous, wording.heading, wording.sentence)]
        unless = self._read(wording.unless) if wording.unless else None
        extra = 2 * bool(wording.about) + bool(authors) + sum(1 for gate in gates if gate)
        return Rule(
            wording=wording,
            pattern=pattern,
            units=self._units(entry) & pattern.units if pattern.units else self._units(entry),
            previous=gates[0],
            heading=gates[1],
            sentence=gates[2],
            unless=unless,
            vetoes=tuple(self._read(veto) for veto in wording.vetoes),
            authors=authors,
            weight=pattern.weight + extra,
        )

    def _units(self, entry: Entry) -> frozenset[str]:
        if entry.unit not in self.shared.units:
            raise PatternError(f"不认识的单位类别“{entry.unit}”，可用：{'、'.join(self.shared.units)}")
        return frozenset(entry.units or self.shared.units[entry.unit].units)

    def dimensions(self, groups: Iterable[str | dict[str, str]]) -> Dimensions:
        pairs: list[tuple[Pattern, str]] = []
        for given in groups:
            if isinstance(given, str) and given not in self.shared.dimensions:
                raise PatternError(f"不认识的维度组“{given}”，可用：{'、'.join(self.shared.dimensions)}")
            group = self.shared.dimensions[given] if isinstance(given, str) else given
            pairs += [(self._read(words), label) for words, label in group.items()]
        return tuple(pairs)

    def _read(self, source: str) -> Pattern:
        """A gate, veto or dimension; many entries have the same ones."""
        if source not in self._known:
            self._known[source] = read_pattern(source, self.shared.words, behind=False)
        return self._known[source]
