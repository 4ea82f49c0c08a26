"""Finds the words of the catalogue in a text: one pass, time in proportion to its length."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from generator.catalogues.cues import GAP, compact_with_offsets
from generator.model.span import Span
from generator.themes.lexicon import STRONG, Lexicon, Vote, Word

SENTENCE_END = re.compile(r"[。；;！？!?\n]")
"""Where the parts of a point end; ； counts, because what it separates are matters of their own."""

REACH = 40
"""How far behind the first part the other parts of a cue may follow, in characters."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A word found; `start` and `end` count in the compact text. `parts` are the places of its parts."""

    word: str
    start: int
    end: int
    votes: tuple[Vote, ...]
    parts: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """Part of a text up to 。；！？ or a line end, in the compact text, with the words found in it."""

    start: int
    end: int
    hits: tuple[Hit, ...]


class Scan:
    """A text with the words of the catalogue found in it."""

    def __init__(self, text: str, lexicon: Lexicon, masked: Iterable[Span] = ()) -> None:
        """Find everything; what stands in `masked` spans (titles of laws) says nothing."""
        self.text, self._offsets = compact_with_offsets(text)
        self._lexicon = lexicon
        covered = [Span(self._place(span.start), self._place(span.end)) for span in masked]
        self._hits = list(_heard(self.text, lexicon, covered))
        self._starts = [hit.start for hit in self._hits]

    def _place(self, offset: int) -> int:
        return bisect_left(self._offsets, offset)

    def original(self, hit: Hit) -> tuple[Span, ...]:
        """Where the parts of a hit stand in the text as given."""
        return tuple(Span(self._offsets[start], self._offsets[end - 1] + 1) for start, end in hit.parts)

    def words(self, span: Span) -> set[str]:
        """The words found in a span of the given text."""
        first = bisect_left(self._starts, self._place(span.start))
        last = bisect_left(self._starts, self._place(span.end))
        return {hit.word for hit in self._hits[first:last]}

    def sentences(self, span: Span) -> Iterator[Sentence]:
        """The sentences of a span of the given text, in order."""
        start, end = self._place(span.start), self._place(span.end)
        while start < end:
            found = SENTENCE_END.search(self.text, start, end)
            stop = found.end() if found else end
            first, last = bisect_left(self._starts, start), bisect_left(self._starts, stop)
            hits = tuple(hit for hit in self._hits[first:last] if hit.end <= stop)
            yield Sentence(start, stop, self._allowed(hits, start, stop))
            start = stop

    def _allowed(self, hits: tuple[Hit, ...], start: int, end: int) -> tuple[Hit, ...]:
        """Without the weaker votes of topics that another word of the sentence forbids."""
        guarded = {vote.topic.id: vote.topic for hit in hits for vote in hit.votes if vote.topic and vote.topic.unless}
        if not guarded:
            return hits
        sentence = self.text[start:end]
        void = {name for name, topic in guarded.items() if any(word in sentence for word in topic.unless)}
        if not void:
            return hits
        kept = (replace(hit, votes=_strong_or_free(hit.votes, void)) for hit in hits)
        return tuple(hit for hit in kept if hit.votes)


def _found(text: str, lexicon: Lexicon) -> Iterator[tuple[int, int, Word, str]]:
    """Every word of the catalogue at every place: start, end, what is known of it, the word itself."""
    heads, words = lexicon.heads, lexicon.words
    for start, head in enumerate(map(str.__add__, text, text[1:])):
        if head in heads:
            for length in heads[head]:
                word = text[start : start + length]
                if word in words:
                    yield start, start + length, words[word], word


def _heard(text: str, lexicon: Lexicon, masked: list[Span]) -> Iterator[Hit]:
    """The words that count: no word inside a longer one, none in a masked span, no vote that is void there."""
    reach = 0
    voids: list[tuple[int, set[str]]] = []
    masks = iter(masked)
    mask = next(masks, None)
    for start, end, word, written in _found(text, lexicon):
        while mask and mask.end <= start:
            mask = next(masks, None)
        if mask and mask.start < end:
            continue
        if word.voids:
            voids = [(stop, names) for stop, names in voids if stop > start]
            voids.append((end, word.voids))
        inside = end <= reach
        if word.votes or word.silent:
            reach = max(reach, end)
        void = {name for stop, names in voids if stop >= end for name in names} if voids else set()
        if word.votes and not inside and not word.silent and (votes := _without(word.votes, void)):
            yield Hit(written, start, end, votes, ((start, end),))
        for rest, vote in word.follow:
            parts = _followed(text, end, rest)
            if parts and (votes := _without((vote,), void)):
                yield Hit(GAP.join((written, *rest)), start, parts[-1][1], votes, ((start, end), *parts))


def _without(votes: Iterable[Vote], void: set[str]) -> tuple[Vote, ...]:
    return tuple(vote for vote in votes if vote.topic is None or vote.topic.id not in void)


def _strong_or_free(votes: Iterable[Vote], void: set[str]) -> tuple[Vote, ...]:
    return tuple(vote for vote in votes if vote.topic is None or vote.topic.id not in void or vote.score >= STRONG)


def _followed(text: str, start: int, rest: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    """The places of the parts if all follow, in order, near by and in the same sentence; else none."""
    limit = start + REACH
    if found := SENTENCE_END.search(text, start, limit):
        limit = found.start()
    places = []
    for part in rest:
        place = text.find(part, start, limit)
        if place < 0:
            return ()
        start = place + len(part)
        places.append((place, start))
    return tuple(places)
