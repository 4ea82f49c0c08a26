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


@dataclass(slots=True)
class Tally:
    """Evidence gathered from sentences.

    `mass`: characters by theme. `topics`: score by topic id. `cues`: the words by theme. `length`: characters read.
    `score`: how much all words say together.
    """

    mass: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    topics: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    cues: dict[str, list[tuple[float, Hit, Topic | None]]] = field(default_factory=lambda: defaultdict(list))
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


def count(sentences: Iterable[Sentence], lexicon: Lexicon, loudness: Mapping[str, float] = MappingProxyType({})) -> Tally:
    """Tally some sentences. `loudness` gives words that count less than usual (below 1) or not at all (0)."""
    tally = Tally()
    for sentence in sentences:
        _count_sentence(tally, sentence, lexicon, loudness)
    return tally


def _count_sentence(tally: Tally, sentence: Sentence, lexicon: Lexicon, loudness: Mapping[str, float]) -> None:
    scores: dict[str, float] = defaultdict(float)
    heard: set[str] = set()
    for hit in sentence.hits:
        if (volume := loudness.get(hit.word, 1.0)) == 0.0:
            continue
        best: dict[str, float] = {}
        for vote in hit.votes:
            score = vote.score * volume
            best[vote.theme] = max(best.get(vote.theme, 0.0), score)
            if vote.topic is not None:
                for theme in lexicon.also[vote.topic.id]:
                    best[theme] = max(best.get(theme, 0.0), score * ALSO)
                if hit.word not in heard:
                    tally.topics[vote.topic.id] += score
            tally.cues[vote.theme].append((score, hit, vote.topic))
        if hit.word not in heard:  # said twice in one sentence is said once
            heard.add(hit.word)
            for theme, score in best.items():
                scores[theme] += score
                if theme not in {vote.theme for vote in hit.votes}:
                    tally.cues[theme].append((score, hit, None))
    length = sentence.end - sentence.start
    tally.length += length
    total = sum(scores.values())
    tally.score += total
    if total:
        certain = length * min(1.0, total / STRONG)
        for theme, score in scores.items():
            tally.mass[theme] += certain * score / total
