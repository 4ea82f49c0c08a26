"""Loads the words around figures (`phrasing.yml`): verbs, adverbs, connectives of the genre."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, fields, make_dataclass
from functools import cache
from pathlib import Path

from generator.catalogues.load import load

_FILE = Path(__file__).with_name("phrasing.yml")


class WordList:
    """Words that can be looked for at a place of a text; `words` are all of them."""

    __slots__ = ("_begins", "_ends", "words")

    def __init__(self, words: Iterable[str]) -> None:
        """Sort the lengths of the words by their first and by their last character: most places are none of them."""
        self.words = frozenset(words)
        self._begins = _lengths(self.words, 0)
        self._ends = _lengths(self.words, -1)

    def at(self, text: str, start: int) -> int:
        """The length of the longest word that begins at `start`, 0 if none does."""
        for length in self._begins.get(text[start : start + 1], ()):
            piece = text[start : start + length]
            if piece in self.words:
                return len(piece)
        return 0

    def lengths(self, text: str, start: int) -> list[int]:
        """The lengths of all words that begin at `start`, longest first."""
        possible = self._begins.get(text[start : start + 1], ())
        return [length for length in possible if text[start : start + length] in self.words]

    def before(self, text: str, end: int) -> int:
        """The length of the longest word that ends at `end`, 0 if none does."""
        for length in self._ends.get(text[max(0, end - 1) : end], ()):
            piece = text[max(0, end - length) : end]
            if piece in self.words:
                return len(piece)
        return 0

    def within(self, text: str) -> bool:
        """Whether any of the words stands in `text`."""
        return any(self.at(text, start) for start in range(len(text)))


def _lengths(words: frozenset[str], end: int) -> dict[str, tuple[int, ...]]:
    """For each character at that end of a word the lengths of the words that have it there, longest first."""
    found: dict[str, set[int]] = defaultdict(set)
    for word in words:
        found[word[end]].add(len(word))
    return {character: tuple(sorted(lengths, reverse=True)) for character, lengths in found.items()}


@dataclass(frozen=True, slots=True)
class Phrasing:
    """The word lists of `phrasing.yml`; what each is for stands there."""

    light: WordList
    strong: WordList
    weak: WordList
    causative: WordList
    preposition: WordList
    adverb: WordList
    tail: WordList
    resume: WordList
    deliberate: WordList
    scope: WordList
    measured: WordList
    counting: WordList
    state: WordList
    kept_end: WordList
    noun_head: WordList
    nominal: WordList
    compound: WordList
    aspect: WordList
    generic: WordList
    alone: WordList
    vague: WordList
    faint: WordList
    telling: WordList
    handling: WordList
    process: WordList
    procedure: WordList
    persons: WordList
    members: WordList
    bodies: WordList


_Written = make_dataclass("_Written", [(item.name, str) for item in fields(Phrasing)], frozen=True)
"""The file as it is written: under each name blank-separated words."""


def word_list(written: str) -> WordList:
    """The words of a blank-separated string."""
    return WordList(written.split())


@cache
def phrasing() -> Phrasing:
    """The word lists of the package. Raises `CatalogueError` if the file is wrong."""
    written: object = load(_FILE, _Written)
    return Phrasing(**{field.name: word_list(getattr(written, field.name)) for field in fields(Phrasing)})
