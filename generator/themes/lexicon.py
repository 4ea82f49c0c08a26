"""The cue words of the catalogue, arranged so that one pass over a text finds them all."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache

from generator.catalogues.cues import compact, read_cue
from generator.catalogues.themes import Framework, ThemeCatalogue, Topic, themes

STRONG, MEDIUM, WEAK = 3.0, 1.5, 0.5
"""How much a cue of each strength says: a strong one is enough, two medium ones are, six weak ones are."""


@dataclass(frozen=True, slots=True)
class Vote:
    """What a word says: `theme` with a `score`; `topic` is None for the cues of a theme itself."""

    theme: str
    topic: Topic | None
    score: float


@dataclass(slots=True)
class Word:
    """What is known of one word of the catalogue.

    `votes` are cast where it stands; `follow` are cast only if all parts follow in the same sentence; `voids` are
    topics whose cues inside the word do not count. A `silent` word covers shorter cues inside it and says nothing.
    """

    votes: list[Vote] = field(default_factory=list)
    follow: list[tuple[tuple[str, ...], Vote]] = field(default_factory=list)
    voids: set[str] = field(default_factory=set)
    silent: bool = False


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All words. `heads` gives, for the first two characters of a word, the lengths that occur, longest first.

    `also` holds the themes, in the framework, that a topic supports beside its own; `topics` the topics by theme.
    """

    words: dict[str, Word]
    heads: dict[str, tuple[int, ...]]
    also: dict[str, tuple[str, ...]]
    topics: dict[str, list[Topic]]

    def topics_of(self, theme: str) -> list[Topic]:
        """The sub-topics that stand under a theme in the framework of this lexicon."""
        return self.topics.get(theme, [])


@cache
def lexicon(year: int | None) -> Lexicon:
    """The words of the generator's own catalogue for a report year (None: for the newest framework)."""
    catalogue = themes()
    return _compiled(catalogue.framework(year).id)


@cache
def _compiled(framework: str) -> Lexicon:
    catalogue = themes()
    return compile_lexicon(catalogue, next(item for item in catalogue.frameworks if item.id == framework))


def compile_lexicon(catalogue: ThemeCatalogue, framework: Framework) -> Lexicon:
    """Arrange the words of a catalogue for the themes of one framework."""
    words: dict[str, Word] = defaultdict(Word)
    for theme in framework.themes:
        _add(words, Vote(theme.id, None, STRONG), theme.strong)
        _add(words, Vote(theme.id, None, MEDIUM), theme.medium)
        _add(words, Vote(theme.id, None, WEAK), theme.weak)
    also: dict[str, tuple[str, ...]] = {}
    homes: dict[str, list[Topic]] = defaultdict(list)
    for topic in catalogue.topics:
        if (home := catalogue.theme_of(topic, framework)) is None:
            continue
        homes[home].append(topic)
        _add(words, Vote(home, topic, STRONG), (*topic.aliases, *topic.strong))
        _add(words, Vote(home, topic, MEDIUM), topic.medium)
        _add(words, Vote(home, topic, WEAK), topic.weak)
        for veto in topic.vetoes:
            words[compact(veto)].voids.add(topic.id)
        others = (catalogue.successor(theme, framework) for theme in topic.also)
        also[topic.id] = tuple(theme for theme in others if theme is not None and theme != home)
    for phrase in catalogue.silent:
        words[compact(phrase)].silent = True
    return Lexicon(dict(words), _heads(words), also, dict(homes))


def _add(words: dict[str, Word], vote: Vote, cues: tuple[str, ...]) -> None:
    for written in dict.fromkeys(cues):
        cue = read_cue(written)
        if cue.rest:
            words[cue.first].follow.append((cue.rest, vote))
        else:
            words[cue.first].votes.append(vote)


def _heads(words: dict[str, Word]) -> dict[str, tuple[int, ...]]:
    lengths: dict[str, set[int]] = defaultdict(set)
    for word in words:
        lengths[word[:2]].add(len(word))
    return {head: tuple(sorted(found, reverse=True)) for head, found in lengths.items()}
