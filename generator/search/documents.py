"""A report as the index has it: the file that shows and verifies it, and the tokens that find it."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.search.encoding import json_bytes, packed
from generator.search.model import SearchFact, SearchPassage, SearchReport
from generator.search.normalise import fold, simplified
from generator.search.shards import detail
from generator.search.tokens import add_gapped, add_tokens

AGENCY_MARK, REGION_MARK, THEME_MARK, KIND_MARK, FIGURES_MARK = "@a:", "@r:", "@t:", "@k:", "@n"
"""First characters of tokens that no text has: they let the browser filter by agency, region, theme, section kind."""


@dataclass(frozen=True, slots=True)
class SearchedText:
    """What a search goes through, each line folded: paragraphs, headings that stand alone, and the metadata."""

    passages: tuple[str, ...]
    headings: tuple[tuple[int, str], ...]
    """Index of the section in the report's `sections`, and its heading."""
    meta: tuple[str, ...]


def searched_text(report: SearchReport) -> SearchedText:
    """The folded lines of a report.

    A heading that stands inside a paragraph (一是…) is part of it and not searched twice.
    """
    passages = tuple(fold(passage.text) for passage in report.passages)
    below: dict[str, list[str]] = {}
    for passage, folded in zip(report.passages, passages, strict=True):
        below.setdefault(passage.section, []).append(folded)
    alone = []
    for index, section in enumerate(report.sections):
        heading = fold(section.heading)
        around = (*below.get(section.anchor, ())[:1], *below.get(section.parent, ()))
        if heading and not any(heading in passage for passage in around):
            alone.append((index, heading))
    return SearchedText(passages, tuple(alone), tuple(filter(None, map(fold, meta_names(report)))))


def meta_names(report: SearchReport) -> tuple[str, ...]:
    """Title, agency, places and whatever else a report is looked for by; without repeats, title first."""
    agency, region = report.agency, report.agency.region
    places = (region.county, region.city, region.province, *region.aliases)
    names = (report.title, agency.name, *agency.short_names, agency.kind, *places, *report.names)
    return tuple(dict.fromkeys(filter(None, names)))


def report_tokens(report: SearchReport, text: SearchedText) -> dict[str, int]:
    """Token → detail for the postings, filter tokens included."""
    counted: dict[str, int] = {}
    for line in text.passages:
        add_tokens(line, counted)
    for _, line in text.headings:
        add_tokens(line, counted)
    named: dict[str, int] = {}
    for line in text.meta:
        add_tokens(line, named)
    details = {token: detail(value, meta=token in named) for token, value in counted.items()}
    for token, value in named.items():
        followers = (counted.get(token, 0) | value) & 0xFFFF
        details[token] = detail(counted.get(token, 0) & ~0xFFFF | followers, meta=True)
    return details | dict.fromkeys(_filters(report), 0)


def gapped_tokens(text: SearchedText) -> set[str]:
    """The pairs with one character between them, of all lines that are searched."""
    found: set[str] = set()
    for line in (*text.passages, *text.meta, *(heading for _, heading in text.headings)):
        add_gapped(line, found)
    return found


def _filters(report: SearchReport) -> set[str]:
    region = report.agency.region
    found = {AGENCY_MARK + report.agency.id}
    found |= {REGION_MARK + place for place in (region.county, region.city, region.province) if place}
    for passage in report.passages:
        found |= {THEME_MARK + theme for theme in passage.themes}
        found.add(KIND_MARK + passage.kind)
        if passage.has_figures:
            found.add(FIGURES_MARK)
    return found


def document_bytes(report: SearchReport, text: SearchedText) -> bytes:
    """The packed file of a report: JSON in GB 18030, see `README.md` for its keys."""
    agency, region = report.agency, report.agency.region
    sections = {section.anchor: index for index, section in enumerate(report.sections)}
    alone = {index for index, _ in text.headings}
    themes = sorted({theme for passage in report.passages for theme in passage.themes})
    places = {passage.anchor: index for index, passage in enumerate(report.passages)}
    document = {
        "id": report.id,
        "url": report.url,
        "title": report.title,
        "year": report.year,
        "agency": [agency.id, agency.name, agency.url, agency.kind],
        "region": [region.county, region.city, region.province],
        "names": meta_names(report)[1:],
        "sections": [
            [section.anchor, section.heading, sections.get(section.parent, -1), int(index in alone)]
            for index, section in enumerate(report.sections)
        ],
        "themes": themes,
        "passages": [_passage(passage, sections, themes) for passage in report.passages],
        "facts": [_fact(fact, places[fact.anchor]) for fact in report.facts if fact.anchor in places],
        "simplified": _traditional_in(report),
    }
    return packed(json_bytes({key: value for key, value in document.items() if value}, "gb18030"))


def _fact(fact: SearchFact, place: int) -> Sequence[object]:
    """Indicator, name, value, passage; then what the sentence's anchor adds and the limits, as far as there are any."""
    written = [fact.indicator, fact.name, fact.value, place, fact.sentence, fact.limits]
    return written if fact.limits else written[: 5 if fact.sentence else 4]


def _passage(passage: SearchPassage, sections: dict[str, int], themes: list[str]) -> list[object]:
    written: list[object] = [
        passage.anchor,
        sections.get(passage.section, -1),
        passage.kind.value,
        int(passage.has_figures),
        passage.text,
    ]
    return [*written, *(themes.index(theme) for theme in passage.themes)]


def _traditional_in(report: SearchReport) -> str:
    """Pairs of a traditional and a simplified character, for those that occur: mostly an empty string."""
    table = simplified()
    lines = [passage.text for passage in report.passages] + [section.heading for section in report.sections]
    characters = set("".join((*lines, *meta_names(report))))
    return "".join(character + table[character] for character in sorted(characters & table.keys()))
