"""How people ask: words that carry no meaning in a question, wishes that a word betrays, other words for a thing.

The types are the shape of the YAML file that a clerk edits (`generator/catalogues/search_synonyms.yml`).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

SAME_WEIGHT, MEANS_WEIGHT = 0.9, 0.8
"""How much a match by another word counts beside a match by the word itself: equals more than paraphrases."""


class Wanted(StrEnum):
    """What a wish is for: figures, or one of the parts of a report (a `SectionKind`)."""

    FIGURES = "figures"
    MEASURES = "measures"
    SHORTCOMINGS = "shortcomings"
    FIRST_RESPONSIBLE = "first_responsible"
    NEXT_YEAR_PLAN = "next_year_plan"


@dataclass(frozen=True, slots=True)
class Wish:
    """`words` show what is wanted; `cues` stand in the text that fulfils it, as 万元 where somebody asks 多少钱."""

    wants: Wanted
    words: tuple[str, ...]
    cues: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paraphrase:
    """Who says one of `say` may mean one of `find`, but not the other way round."""

    say: tuple[str, ...]
    find: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SearchLanguage:
    """`stop` words are dropped, `ask` words also show a question; the words of a group of `same` mean one thing."""

    ask: tuple[str, ...] = ()
    stop: tuple[str, ...] = ()
    wishes: tuple[Wish, ...] = ()
    same: tuple[tuple[str, ...], ...] = ()
    means: tuple[Paraphrase, ...] = ()

    def other_words(self) -> Iterator[tuple[str, tuple[str, ...], float]]:
        """Yield (word, the words that may stand for it, what a match by one of them is worth beside the word's own)."""
        for group in self.same:
            for word in group:
                yield word, tuple(other for other in group if other != word), SAME_WEIGHT
        for paraphrase in self.means:
            for word in paraphrase.say:
                yield word, paraphrase.find, MEANS_WEIGHT
