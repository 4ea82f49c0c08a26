"""Search over Chinese text on a static host: the index builder. The client is `site_overrides/assets/search/`.

Depends on nothing else of the generator; `README.md` describes the files of an index.
"""

from generator.search.build import build_index
from generator.search.client import client_files
from generator.search.language import LanguageError, SearchLanguage, Wish, load_language
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
    "LanguageError",
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
    "Wish",
    "build_index",
    "client_files",
    "load_language",
]
