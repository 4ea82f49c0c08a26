"""The entry of the stage."""

from __future__ import annotations

from generator.catalogues.instruments import InstrumentKind
from generator.catalogues.themes import themes
from generator.model.diagnostic import Diagnostic
from generator.model.document import Document
from generator.model.identity import Identity
from generator.model.outline import Outline
from generator.model.theme import Themes
from generator.themes.abstract import abstract
from generator.themes.citations import cite
from generator.themes.keywords import keywords
from generator.themes.lexicon import lexicon
from generator.themes.problems import YEAR_OUTSIDE
from generator.themes.tagging import Tagger


def classify(document: Document, outline: Outline, identity: Identity) -> tuple[Themes, tuple[Diagnostic, ...]]:
    """Themes of all points, citations, keywords and abstract of a report, and what is wrong with them.

    A report year that no framework covers is a problem; the themes then follow the nearest framework until a person
    has decided. All spans count in the cleaned text.
    """
    year = identity.year.value if identity.year else None
    citations, problems = cite(document.text, outline, year)
    laws = tuple(citation.span for citation in citations if citation.kind == InstrumentKind.LAW)
    catalogue = themes()
    if year is not None and not catalogue.covers(year):
        span = identity.year.span if identity.year else None
        problems += (YEAR_OUTSIDE.at(span, year=year, framework=catalogue.framework(year).name),)
    found = Themes(
        tags=Tagger(document, outline, identity, lexicon(year), laws).tags(),
        citations=citations,
        keywords=keywords(document, outline, identity, laws),
        abstract=abstract(document, outline),
    )
    return found, problems
