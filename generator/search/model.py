"""What goes into a search index: reports with their passages and figures, and the names that a site knows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class SectionKind(StrEnum):
    """What a part of a report is about; the first five are what the rules ask of an annual report."""

    MEASURES = "measures"
    SHORTCOMINGS = "shortcomings"
    FIRST_RESPONSIBLE = "first_responsible"
    PLAN = "next_year_plan"
    OTHER = "other"
    BODY = "body"
    """None of the five: openings, closings, parts that a report orders by matter."""


@dataclass(frozen=True, slots=True)
class SearchSection:
    """A heading. `anchor` is its id on the page, `heading` its text with its number, `parent` an anchor or ""."""

    anchor: str
    heading: str
    parent: str = ""


@dataclass(frozen=True, slots=True)
class SearchPassage:
    """A paragraph, the unit that is shown and linked to.

    `anchor` is its id on the page, `section` the anchor of the innermost section, "" outside all of them. `themes` are
    ids of themes and topics. `text` is what the page shows, headings that stand in the same line included.
    """

    anchor: str
    text: str
    section: str = ""
    kind: SectionKind = SectionKind.BODY
    themes: tuple[str, ...] = ()
    has_figures: bool = False


@dataclass(frozen=True, slots=True)
class SearchFact:
    """A figure: `indicator` is the id of a term of the vocabulary, None for a name as the report has it.

    `value` is what a reader sees, qualifier and unit included (`近 400 件`); `anchor` is that of its passage, and
    `sentence` what the anchor of its sentence adds to that, such as `-s12`; "" where sentences have none. `limits` is
    what part or other time it counts, shown behind the value; "" for the whole in the report's year.
    """

    indicator: str | None
    name: str
    value: str
    anchor: str
    sentence: str = ""
    limits: str = ""


@dataclass(frozen=True, slots=True)
class SearchRegion:
    """Where an agency is: its own region first, then what lies above it; `aliases` are further names of any of them.

    Empty strings where not known.
    """

    county: str = ""
    city: str = ""
    province: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchAgency:
    """Who reports. `id` is ASCII and for ever; `url` the agency's page relative to the site's root; `kind` is shown."""

    id: str
    name: str
    url: str
    short_names: tuple[str, ...] = ()
    kind: str = ""
    region: SearchRegion = SearchRegion()


@dataclass(frozen=True, slots=True)
class SearchReport:
    """A report. `url` is its page relative to the site's root, `year` the year it reports on, None where not known.

    `sections` stand in the order of the page, parents first. `names` are further names by which the report is looked
    for, such as the government that it speaks for.
    """

    id: str
    url: str
    title: str
    year: int | None
    agency: SearchAgency
    sections: tuple[SearchSection, ...]
    passages: tuple[SearchPassage, ...]
    facts: tuple[SearchFact, ...] = ()
    names: tuple[str, ...] = ()


class TermKind(StrEnum):
    """What a name in the vocabulary names."""

    AGENCY = "agency"
    REGION = "region"
    INDICATOR = "indicator"
    THEME = "theme"
    TOPIC = "topic"


@dataclass(frozen=True, slots=True)
class SearchTerm:
    """A name with a page of its own (`url`, relative to the site's root): offered while typing, answered directly."""

    kind: TermKind
    id: str
    name: str
    url: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchVocabulary:
    """All names that the site knows.

    `words` gives common words and how frequent they are; with it names are cut into their words, so that one is offered
    to somebody who types a word from its middle. Without it only names that hold another name are cut.
    """

    terms: tuple[SearchTerm, ...] = ()
    words: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SearchSettings:
    """How the index is laid out.

    `buffered_postings` bounds the memory for postings (8 bytes each); beyond it they wait in temporary files.
    `answers` is how many figures an indicator's direct answer holds, newest first. `near_index` adds the second set
    of postings that finds words with one wrong, missing or extra character when the plain one finds nothing.
    """

    buffered_postings: int = 2_000_000
    answers: int = 40
    near_index: bool = True
