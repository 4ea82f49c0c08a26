"""What a file of the catalogue of indicators holds, as it is written, and what is made of it for reading reports."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from generator.catalogues.patterns import Pattern

if TYPE_CHECKING:
    from collections.abc import Mapping

Dimensions = tuple[tuple[Pattern, str], ...]
"""Patterns in their order, each with the label of the part of which a text speaks where it occurs."""


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

    `author`: ids of functions (`functions.yml`), with | between; the body that reports must have one of them.
    `about`: the topic that the text before the number, or else the heading, must be about. `previous`, `heading`,
    `sentence`: patterns that must occur there. `unless`: a pattern that must not occur in the sentence. `vetoes`:
    patterns that must not occur in the clause. `dimension`: the label that follows from this wording.
    """

    match: str
    author: str = ""
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

    `author` is the id of a function that the reporting body has.

    In a counter-example `instead` is the id of the entry that fires in truth, "" if none does.
    """

    text: str
    heading: str = ""
    author: str = ""
    dimension: str = ""
    instead: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A wording ready for use: its pattern, its gates and its weight (more words and more gates weigh more).

    `authors`: the functions of which the reporting body must have one, empty if anyone's words count.
    """

    wording: Wording
    pattern: Pattern
    units: frozenset[str]
    previous: Pattern | None
    heading: Pattern | None
    sentence: Pattern | None
    unless: Pattern | None
    vetoes: tuple[Pattern, ...]
    authors: frozenset[str]
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
