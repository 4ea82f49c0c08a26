"""What a point is about: its sentences share out their length among the themes that their words speak for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from generator.catalogues.themes import Topic
from generator.themes.lexicon import STRONG, Lexicon
from generator.themes.matching import Hit, Sentence

ALSO = 0.5
"""A topic speaks half as much for the other themes that it supports."""

_ALL_LOUD: Mapping[str, float] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Heard:
    """A word that spoke for a theme; `topic` is None where it spoke for the theme alone."""

    score: float
    hit: Hit
    topic: Topic | None


@dataclass(slots=True)
class Tally:
    """Evidence gathered from sentences.

    `mass`: characters by theme. `topics`: score by topic id. `heard`: the words by theme. `length`: characters read.
    `score`: how much all words say together.
    """

    mass: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    topics: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    heard: dict[str, list[Heard]] = field(default_factory=lambda: defaultdict(list))
    length: int = 0
    score: float = 0.0

    @property
    def total(self) -> float:
        """All characters that speak for some theme."""
        return sum(self.mass.values())

    @property
    def confidence(self) -> float:
        """The share of the text read that speaks for some theme, 0 to 1."""
        return self.total / self.length if self.length else 0.0

    def shares(self) -> dict[str, float]:
        """Mass by theme as parts of 1."""
        total = self.total
        return {theme: mass / total for theme, mass in self.mass.items()} if total else {}


def count(sentences: Iterable[Sentence], lexicon: Lexicon, loudness: Mapping[str, float] = _ALL_LOUD) -> Tally:
    """Tally some sentences. `loudness` gives words that count less than usual (below 1) or not at all (0)."""
    tally = Tally()
    for sentence in sentences:
        scores: dict[str, float] = defaultdict(float)
        for hit in {hit.word: hit for hit in reversed(sentence.hits)}.values():  # said twice is said once
            if volume := loudness.get(hit.word, 1.0):
                for theme, score in _listen(tally, hit, lexicon, volume).items():
                    scores[theme] += score
        tally.length += sentence.end - sentence.start
        _share_out(tally, sentence.end - sentence.start, scores)
    return tally


def _listen(tally: Tally, hit: Hit, lexicon: Lexicon, volume: float) -> dict[str, float]:
    """Take down what a word says for topics, and return what it says for themes."""
    best: dict[str, float] = {}
    for vote in hit.votes:
        score = vote.score * volume
        spoken = [(vote.theme, score, vote.topic)]
        if vote.topic is not None:
            tally.topics[vote.topic.id] += score
            spoken += [(theme, score * ALSO, None) for theme in lexicon.also[vote.topic.id]]
        for theme, value, topic in spoken:
            best[theme] = max(best.get(theme, 0.0), value)
            tally.heard[theme].append(Heard(value, hit, topic))
    return best


def _share_out(tally: Tally, length: int, scores: Mapping[str, float]) -> None:
    """Give the characters of a sentence to its themes, all of them if it is sure, fewer if its words are weak."""
    total = sum(scores.values())
    tally.score += total
    for theme, score in scores.items():
        tally.mass[theme] += length * min(1.0, total / STRONG) * score / total
