"""Finds the five required contents: as a section of their own, only inside other text, or not at all."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.catalogues.parts import PartWords, part_words
from generator.model.outcome import Part, PartName, PartStatus
from generator.model.outline import Heading
from generator.model.report import Report
from generator.model.span import Span
from generator.text import sentences

_TOP_LEVELS = 2
"""一、 and （一）; a report without either may use 1. for its sections."""

_CLOSING_SHARE = 0.6
"""Where a report without headings speaks of shortcomings and plans: behind this share of its length."""

_THEMES_AT_LEAST = 100
"""Characters that sections on themes must hold together to be the part on measures."""

Found = dict[PartName, list[Heading]]


def find_parts(report: Report) -> tuple[Part, ...]:
    """The five required contents in the order of the rule; each once.

    A part counts as a section if a heading of level 1 or 2 names it, alone or with another part. Sections on themes
    that nothing else claims are together the part on measures, whatever they are called.
    """
    text = report.document.text
    year = report.identity.year.value if report.identity.year else None
    words = part_words(year)
    headings = _section_headings(report)
    found = _by_heading(headings, words)
    _add_themes(found, headings)
    return tuple(_part(report, name, found[name], words[name], text) for name in PartName)


def _section_headings(report: Report) -> tuple[Heading, ...]:
    headings = report.outline.headings
    whole = [heading.level for heading in headings if not heading.run_in and not heading.clause]
    deepest = max(_TOP_LEVELS, min(whole, default=_TOP_LEVELS))
    return tuple(heading for heading in headings if heading.level <= deepest)


def _by_heading(headings: tuple[Heading, ...], words: dict[PartName, PartWords]) -> Found:
    found: Found = {name: [] for name in PartName}
    for heading in headings:
        title = _plain(heading.title)
        names = [name for name in PartName if _names(title, words[name])]
        if not names and words[PartName.MEASURES].general.search(title):
            names = [PartName.MEASURES]
        elif PartName.MEASURES not in names and _joins_measures(title, words[PartName.MEASURES]):
            names.append(PartName.MEASURES)
        for name in names:
            found[name].append(heading)
    for heading in headings:
        title = _plain(heading.title)
        for name in PartName:
            if not found[name] and words[name].weak.search(title) and not words[name].not_headings.search(title):
                found[name].append(heading)
    return found


def _names(title: str, words: PartWords) -> bool:
    return words.headings.search(title) is not None and not words.not_headings.search(title)


def _joins_measures(title: str, words: PartWords) -> bool:
    """Whether a heading puts measures beside another part: 2024年工作情况和2025年安排."""
    first, *rest = re.split(r"和|与|及|暨|、|，", title, maxsplit=1)
    named = words.headings.search(first) or words.general.search(first)
    return bool(rest) and named is not None and not words.not_headings.search(first) and "责任人" not in first


def _add_themes(found: Found, headings: tuple[Heading, ...]) -> None:
    """Count sections on themes as measures where no section is called so."""
    top = min((heading.level for heading in headings), default=1)
    if any(heading.level == top for heading in found[PartName.MEASURES]):
        return
    claimed = {
        heading.id
        for name in (PartName.SHORTCOMINGS, PartName.NEXT_YEAR_PLAN, PartName.OTHER)
        for heading in found[name]
        if heading.level == top
    }
    themes = [heading for heading in headings if heading.level == top and heading.id not in claimed]
    only_duty = all(heading in found[PartName.FIRST_RESPONSIBLE] for heading in themes)
    if not only_duty and sum(len(heading.section) for heading in themes) >= _THEMES_AT_LEAST:
        found[PartName.MEASURES] = themes


def _part(report: Report, name: PartName, headings: list[Heading], words: PartWords, text: str) -> Part:
    if headings:
        return Part(name, PartStatus.SECTION, _extent(headings))
    place = _inline(report, name, words, text)
    return Part(name, PartStatus.ABSENT if place is None else PartStatus.INLINE, place)


def _extent(headings: list[Heading]) -> Span:
    """The section of the uppermost heading, or of the row of headings of that level."""
    top = min(heading.level for heading in headings)
    upper = [heading for heading in headings if heading.level == top]
    end = upper[0].section.end
    for heading in upper[1:]:
        if heading.section.start - end > 1:  # a line end between neighbours
            break
        end = heading.section.end
    return Span(upper[0].section.start, end)


def _inline(report: Report, name: PartName, words: PartWords, text: str) -> Span | None:
    paragraphs = [paragraph.span for paragraph in report.outline.paragraphs if paragraph.table is None]
    if name is PartName.MEASURES:
        return _longest(paragraphs)
    spans = [span for paragraph in paragraphs for span in sentences(text, paragraph)]
    hits = [span for span in spans if _says(_plain(span.of(text)), words)]
    if name in {PartName.SHORTCOMINGS, PartName.NEXT_YEAR_PLAN}:
        border = int(len(text) * _CLOSING_SHARE)
        hits = [span for span in hits if span.start >= border] or hits
    return hits[0] if hits else None


def _longest(paragraphs: Iterable[Span]) -> Span | None:
    longest = max(paragraphs, key=len, default=None)
    return longest if longest is not None and len(longest) >= _THEMES_AT_LEAST else None


def _says(sentence: str, words: PartWords) -> bool:
    match = words.sentences.search(sentence)
    if match is None:
        return False
    # A veto must cover the words that decided: 排查发现的问题 is no shortcoming, 还存在…问题 in the same sentence is.
    return not any(veto.start() < match.end() <= veto.end() for veto in words.not_sentences.finditer(sentence))


def _plain(text: str) -> str:
    return re.sub(r"[\s“”‘’「」]", "", text)
