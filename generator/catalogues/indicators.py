"""The catalogue of indicators: what may be compared between agencies and years, and how a sentence is known to say it.

One file for each theme in `indicators/`, and `indicators/shared.yml` for what entries share. How to add an entry is
told, in Chinese, in the README beside this module.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, fields, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from generator.catalogues.indicator_checks import check_entries, line_of
from generator.catalogues.load import CatalogueError, load
from generator.catalogues.patterns import Pattern, PatternError, read_pattern
from generator.catalogues.prepared import prepared

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

FOLDER = Path(__file__).with_name("indicators")
THEMES = tuple(f"T{number}" for number in range(10))
"""The themes of 《法治政府建设实施纲要（2021—2025年）》: its nine parts of substance, and T0 for its first."""

Dimensions = tuple[tuple[Pattern, str], ...]
"""Patterns in their order, each with the label of the part of which a text speaks where it occurs."""

PERCENT = "percent"
"""The class of units whose name always stands before the number."""


@dataclass(frozen=True, slots=True)
class UnitClass:
    """A class of units: `title` for readers, `units` as reports write them, the most usual first."""

    title: str
    units: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Veto:
    """A way of speaking that makes something else of a number, whatever the entry: 从20天, 现行有效法规66件.

    `clause`: patterns of the clause, or of the list that the number stands in. `sentence`: patterns of the sentence.
    `across`: the clause before counts too, where it has no number of its own and words are taken up from it. `own`:
    words by which an entry shows, in its name, aliases or patterns, that it counts just that. `of`: the classes of
    units to which the veto is limited, none for all. An entry is exempt by `own`, or if it `allows` the veto.
    """

    clause: tuple[str, ...] = ()
    sentence: tuple[str, ...] = ()
    own: str = ""
    of: tuple[str, ...] = ()
    across: bool = False


@dataclass(frozen=True, slots=True)
class Everywhere:
    """Groups of dimensions of every entry: who says it of the figure.

    `line`: its clause. `before`: the clause before, for words that are taken up from it. `list`: the list, for all its
    members. `whole`: what the figure is a part of. `result`: the clause before, where the figure, in another unit, is
    what came of it.
    """

    line: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    list: tuple[str, ...] = ()
    whole: tuple[str, ...] = ()
    result: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Shared:
    """What entries share.

    `words`: lists of words for `〔名〕` in patterns. `topics`: words by which a sentence shows what it is about, by
    topic id. `dimensions`: ordered patterns and labels of usual dimensions, by group; `everywhere`: those of them that
    any entry has where its own say nothing. `acts`: words for what was done
    with a thing, by kind. `vetoes`: what keeps every entry from firing that is not exempt, by name. `kinds`: patterns
    by which a clause names a kind or a way of its own, so that it takes nothing from the clause before; `subjects`:
    patterns by which it names others than those of whom the sentence speaks.
    """

    units: dict[str, UnitClass]
    words: dict[str, str]
    topics: dict[str, str]
    dimensions: dict[str, dict[str, str]]
    acts: dict[str, str]
    vetoes: dict[str, Veto]
    everywhere: Everywhere = Everywhere()
    kinds: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Wording:
    """A pattern with conditions; each but `match` may be left out ("").

    `about`: the topic that the text before the number, or else the heading, must be about. `previous`, `heading`,
    `sentence`: patterns that must occur there. `unless`: a pattern that must not occur in the sentence. `vetoes`:
    patterns that must not occur in the clause. `dimension`: the label that follows from this wording.
    """

    match: str
    about: str = ""
    previous: str = ""
    heading: str = ""
    sentence: str = ""
    unless: str = ""
    vetoes: tuple[str, ...] = ()
    dimension: str = ""


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with one number in ⟦ ⟧. `heading` is the heading above it, `dimension` what must be found.

    In a counter-example `instead` is the id of the entry that fires in truth, "" if none does.
    """

    text: str
    heading: str = ""
    dimension: str = ""
    instead: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A wording ready for use: its pattern, its gates and its weight (more words and more gates weigh more)."""

    wording: Wording
    pattern: Pattern
    units: frozenset[str]
    previous: Pattern | None
    heading: Pattern | None
    sentence: Pattern | None
    unless: Pattern | None
    vetoes: tuple[Pattern, ...]
    weight: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One indicator.

    `id` never changes; `name` is shown and compared; `aliases` are names that mean the same. `definition` (口径) says
    what is counted and what spoils a comparison. `unit` is a class of `shared.yml`; `units`, if given, replaces its
    units. `yields_to` names special entries that win where both fire; `priority` decides between others (0 as a rule).
    `allows` lifts general vetoes. `per` says per what the value counts, "" for a total. `since` is the first year in
    which the thing exists. `scoped`: the field or campaign to which a sentence restricts the figure is its dimension.
    `of_previous`: it says of the comparable figure right before it how that changed; that figure's name begins its
    dimension, and without such a figure it does not fire.
    `rules` and `theme` are filled in by the loader.
    """

    id: str
    name: str
    definition: str
    unit: str
    patterns: tuple[str | Wording, ...]
    examples: tuple[str | Example, ...]
    aliases: tuple[str, ...] = ()
    topic: str = ""
    units: tuple[str, ...] = ()
    vetoes: tuple[str, ...] = ()
    dimensions: tuple[str | dict[str, str], ...] = ()
    do_not_merge: dict[str, str] = field(default_factory=dict)
    yields_to: tuple[str, ...] = ()
    priority: int = 0
    allows: tuple[str, ...] = ()
    per: str = ""
    scoped: bool = False
    of_previous: bool = False
    since: int | None = None
    superseded_by: str = ""
    counter_examples: tuple[str | Example, ...] = ()
    theme: str = ""


@dataclass(frozen=True, slots=True)
class ThemeFile:
    """A file of entries of one theme."""

    theme: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Indicator:
    """An entry with everything worked out that firing needs.

    `dimensions` are patterns with their labels, in order. `acts`: the kinds of acts that the entry does not speak of;
    done with what it counts, they make something else of it. `bound_by`: the names of the shared vetoes that hold.
    """

    entry: Entry
    rules: tuple[Rule, ...]
    vetoes: tuple[Pattern, ...]
    dimensions: Dimensions
    acts: tuple[Pattern, ...]
    bound_by: tuple[str, ...]
    file: Path

    def speaks_of(self, words: str) -> bool:
        """Whether what it counts is of that kind anyway: its name or an alias says so."""
        return any(words in said for said in (self.entry.name, *self.entry.aliases))


@dataclass(frozen=True, slots=True)
class SharedVeto:
    """A veto ready for use: its patterns of the clause (or also the one before) and of the sentence."""

    clause: tuple[Pattern, ...] = ()
    sentence: tuple[Pattern, ...] = ()
    across: bool = False


@dataclass(frozen=True, slots=True)
class IndicatorCatalogue:
    """All indicators in the order of the files, by id, and the topics with their patterns."""

    indicators: tuple[Indicator, ...]
    by_id: dict[str, Indicator]
    shared: Shared
    vetoes: dict[str, SharedVeto]
    kinds: tuple[Pattern, ...]
    subjects: tuple[Pattern, ...]
    everywhere: dict[str, Dimensions]
    """What restricts a figure of any entry, by who says it; see `Everywhere`."""
    topics: Mapping[str, str]
    """The words that tell what a paragraph is about, each with the name of its topic."""

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries alone, for pages that list them."""
        return tuple(indicator.entry for indicator in self.indicators)


@cache
def indicator_catalogue() -> IndicatorCatalogue:
    """The catalogue that comes with the generator, read once."""
    return prepared(FOLDER, sorted(FOLDER.glob("*.yml")), lambda: read_catalogue(FOLDER))


def read_catalogue(folder: Path) -> IndicatorCatalogue:
    """Read and check the catalogue in `folder`: `shared.yml` and a `t*.yml` for each theme.

    Raises `CatalogueError` at the first thing that is wrong: shape, patterns, ids that do not exist, names used twice.
    """
    shared = load(folder / "shared.yml", Shared)
    sheets = {path: load(path, ThemeFile) for path in sorted(folder.glob("t*.yml"))}
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
        gates = [self._read(gate) if gate else None for gate in (wording.previous, wording.heading, wording.sentence)]
        unless = self._read(wording.unless) if wording.unless else None
        extra = 2 * bool(wording.about) + sum(1 for gate in gates if gate)
        return Rule(
            wording=wording,
            pattern=pattern,
            units=self._units(entry),
            previous=gates[0],
            heading=gates[1],
            sentence=gates[2],
            unless=unless,
            vetoes=tuple(self._read(veto) for veto in wording.vetoes),
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
