"""Search over Chinese text on a static host: the index builder. The client is `site_overrides/assets/search/`.

Depends on nothing else of the generator; `README.md` describes the files of an index.
"""

from generator.search.build import build_index
from generator.search.client import client_files
from generator.search.language import Paraphrase, SearchLanguage, Wanted, Wish
from generator.search.model import (
    SearchAgency,
    SearchFact,
    SearchPassage,
    SearchRegion,
    SearchReport,
    SearchSection,
    SearchSettings,
    SearchTerm,
    SearchVocabulary,
    SectionKind,
    TermKind,
)

__all__ = [
    "Paraphrase",
    "SearchAgency",
    "SearchFact",
    "SearchLanguage",
    "SearchPassage",
    "SearchRegion",
    "SearchReport",
    "SearchSection",
    "SearchSettings",
    "SearchTerm",
    "SearchVocabulary",
    "SectionKind",
    "TermKind",
    "Wanted",
    "Wish",
    "build_index",
    "client_files",
]
