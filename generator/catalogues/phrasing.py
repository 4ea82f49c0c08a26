"""Loads the words around figures (`phrasing.yml`): verbs, adverbs, connectives of the genre."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

from generator.catalogues.load import load

_FILE = Path(__file__).with_name("phrasing.yml")


@dataclass(frozen=True, slots=True)
class _Written:
    light: str
    strong: str
    weak: str
    causative: str
    preposition: str
    adverb: str
    tail: str
    resume: str
    deliberate: str
    scope: str
    measured: str
    counting: str
    state: str
    kept_end: str
    noun_head: str
    nominal: str
    compound: str
    aspect: str
    generic: str
    alone: str


@dataclass(frozen=True, slots=True)
class WordList:
    """Words that can be looked for at a place of a text; `longest` is the length of the longest one."""

    words: frozenset[str]
    longest: int

    def at(self, text: str, start: int) -> int:
        """The length of the longest word that begins at `start`, 0 if none does."""
        for length in range(min(self.longest, len(text) - start), 0, -1):
            if text[start : start + length] in self.words:
                return length
        return 0

    def before(self, text: str, end: int) -> int:
        """The length of the longest word that ends at `end`, 0 if none does."""
        for length in range(min(self.longest, end), 0, -1):
            if text[end - length : end] in self.words:
                return length
        return 0

    def within(self, text: str) -> bool:
        """Whether any of the words stands in `text`."""
        return any(self.at(text, start) for start in range(len(text)))


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


def word_list(written: str) -> WordList:
    """The words of a blank-separated string."""
    words = frozenset(written.split())
    return WordList(words, max(map(len, words), default=0))


@cache
def phrasing() -> Phrasing:
    """The word lists of the package. Raises `CatalogueError` if the file is wrong."""
    written = load(_FILE, _Written)
    return Phrasing(**{field.name: word_list(getattr(written, field.name)) for field in fields(_Written)})
