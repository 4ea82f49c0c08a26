"""Names that the browser recognises in a query and offers while somebody types, kept beside the postings.

A name lies in the shard of its first token, which a query with that name fetches anyway: the browser needs no
dictionary. jieba, with the vocabulary as its dictionary, finds the words inside a name, so that 行政审批 also offers
湖滨区行政审批和政务信息管理局.
"""

import logging
import re
import warnings
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

from generator.search.language import SearchLanguage
from generator.search.model import SearchReport, SearchTerm, SearchVocabulary, TermKind
from generator.search.normalise import HAN, fold
from generator.search.tokens import shard_of

KIND_LETTERS = {
    TermKind.INDICATOR: "i",
    TermKind.TOPIC: "p",
    TermKind.THEME: "t",
    TermKind.REGION: "r",
    TermKind.AGENCY: "a",
}
"""In the order in which they are offered; "q" (a wording in quotation marks) comes last, "s" (other words) never."""

INSIDE_OFFERS = 30
"""How many names one pair of characters offers that hold it inside; a typist has narrowed it down by then."""
COMMON = 100
"""How frequent a short name of the vocabulary counts as, beside the given words."""
LONGEST_WORD = 6
QUOTED_KEPT = 3000
"""How many wordings in quotation marks are offered, the most frequent ones."""
_QUOTED = re.compile("“([^“”]{3,12})”")
_WORDING = re.compile(rf"[{HAN}0-9]{{3,10}}")
_FIRST_TOKEN = re.compile(rf"[{HAN}]{{2}}|[^ %‰{HAN}]+")


def first_token(folded: str) -> str | None:
    """The token with which a folded name begins, None where it begins with a single Chinese character."""
    found = _FIRST_TOKEN.match(folded)
    return found.group() if found else None


class Quoted:
    """Counts wordings that reports put in quotation marks: slogans, brands, names of services."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()

    def add(self, report: SearchReport) -> None:
        """Count each wording once for this report."""
        found = {fold(wording) for passage in report.passages for wording in _QUOTED.findall(passage.text)}
        self._counts.update(wording for wording in found if _WORDING.fullmatch(wording))

    def kept(self) -> list[str]:
        """The most frequent wordings, in alphabetical order."""
        ranked = sorted(self._counts.items(), key=lambda item: (-item[1], item[0]))
        return sorted(wording for wording, _ in ranked[:QUOTED_KEPT])


class Lexicon:
    """Names by shard. Entries are JSON arrays, see `README.md`."""

    def __init__(self, vocabulary: SearchVocabulary, language: SearchLanguage, answers: Mapping[str, str]) -> None:
        """`answers` gives the file of an indicator's direct answer by its id."""
        self._vocabulary = vocabulary
        self._language = language
        self._answers = answers

    def by_shard(self, quoted: Iterable[str], shards: int) -> dict[int, dict[str, list[list[Any]]]]:
        """Shard → `{"names": […], "inside": […]}`; a key is missing where there is nothing."""
        placed: dict[int, dict[str, list[list[Any]]]] = {}
        for part, token, entry in self._entries(quoted):
            placed.setdefault(shard_of(token, shards), {}).setdefault(part, []).append(entry)
        return placed

    def _entries(self, quoted: Iterable[str]) -> Iterator[tuple[str, str, list[Any]]]:
        known: set[str] = set()
        for term in self._vocabulary.terms:
            record = self._record(term)
            for name in dict.fromkeys(map(fold, (term.name, *term.aliases))):
                known.add(name)
                if token := first_token(name):
                    yield "names", token, [name, *record]
        for word, others, weight in self._language.other_words():
            if token := first_token(name := fold(word)):
                yield "names", token, [name, "s", list(map(fold, others)), weight]
        for wording in quoted:
            if wording not in known and (token := first_token(wording)):
                yield "names", token, [wording, "q"]
        yield from self._inside()

    def _inside(self) -> Iterator[tuple[str, str, list[Any]]]:
        order = list(KIND_LETTERS)
        offered: Counter[str] = Counter()
        for term in sorted(self._vocabulary.terms, key=lambda term: (order.index(term.kind), term.name, term.id)):
            name = fold(term.name)
            for start in self._word_starts(name):
                token = first_token(name[start:])
                if token and offered[token] < INSIDE_OFFERS:
                    offered[token] += 1
                    yield "inside", token, [name[start:], *self._record(term)]

    def _record(self, term: SearchTerm) -> list[Any]:
        answer = self._answers.get(term.id) if term.kind is TermKind.INDICATOR else None
        return [KIND_LETTERS[term.kind], term.name, term.id, term.url, *([answer] if answer else [])]

    def _word_starts(self, name: str) -> list[int]:
        if len(name) < 4:  # noqa: PLR2004 - nothing of two characters is left after a first word
            return []
        starts = {start for _, start, _ in self._words.tokenize(name, mode="search", HMM=False)}
        return sorted(start for start in starts if 0 < start < len(name) - 1)

    @cached_property
    def _words(self) -> Any:
        """A jieba with the given words instead of its own dictionary, which would leave a cache file behind."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # jieba's own: old escapes, pkg_resources
            import jieba  # noqa: PLC0415 - only a build needs it
        jieba.setLogLevel(logging.WARNING)
        words = jieba.Tokenizer()
        counts = {**dict.fromkeys(self._short_names(), COMMON), **self._vocabulary.words}
        words.FREQ = dict.fromkeys((word[:end] for word in counts for end in range(1, len(word))), 0) | counts
        words.total = sum(counts.values()) or 1
        words.initialized = True
        return words

    def _short_names(self) -> Iterator[str]:
        """Names that are words themselves; longer ones and those of agencies are cut into their words."""
        for term in self._vocabulary.terms:
            if term.kind is not TermKind.AGENCY:
                yield from (name for name in map(fold, (term.name, *term.aliases)) if 1 < len(name) <= LONGEST_WORD)
