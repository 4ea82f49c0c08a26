"""The year that a report is on; not the year in which it was written, and not the one that it plans for."""

from __future__ import annotations

import re
from collections import Counter

from generator.identity.compact import Compact
from generator.model.document import Document
from generator.model.identity import Basis, Known
from generator.model.outline import Outline
from generator.model.span import Span
from generator.text import fold, read_year
from generator.text.brackets import Enclosures
from generator.text.dates import read_date
from generator.text.numerals import HAN_YEAR

_DIGITS = rf"(?:[12][0-9]{{3}}|{HAN_YEAR})"
_YEAR = re.compile(rf"(?P<year>{_DIGITS})(?=年|度)")
_TITLE_YEAR = re.compile(
    rf"(?:{_DIGITS}(?:年)?[-—–~至])?(?P<year>{_DIGITS})(?![0-9])(?!年?度?(?:工作)?(?:计划|打算|安排|要点|思路))"
)
_REPORTED = re.compile(rf"现[将就][^。；]{{0,30}}?(?P<year>{_DIGITS})年度?[^。；]{{0,40}}?(?:如下|情况|报告|汇报)")
_RANGE = re.compile(rf"(?:{_DIGITS}年?[-—–~至]+$)")
_EARLIEST = 1999
"""全面推进依法行政 begins with the State Council's decision of that year (国发〔1999〕23号)."""
_LATEST = 2099
_MOST = 400
"""Paragraphs and headings that are read for years: more than any report has."""
_WRITTEN_UNTIL = 6
"""A report signed before July is on the year before."""


def find_year(document: Document, outline: Outline) -> Known[int] | None:
    """The report year from title, opening words, most frequent year or date of signing, in this order."""
    text = document.text
    if outline.title is not None and (found := _in_title(text, outline.title)):
        return found
    opening = [paragraph.span for paragraph in outline.paragraphs[:3]]
    if found := reported_year(document, outline):
        return found
    for span in opening[:1]:
        compact = Compact(text, span)
        first = next(iter(_mentions(compact, beginning=30)), None)
        if first is not None:
            return Known(first[0], Basis.TEXT, first[1])
    return _most_frequent(document, outline) or _from_signing(text, outline)


def reported_year(document: Document, outline: Outline) -> Known[int] | None:
    """The year of 现将2024年度…情况报告如下, None if the opening has no such words."""
    for paragraph in outline.paragraphs[:3]:
        compact = Compact(document.text, paragraph.span)
        match = _REPORTED.search(fold(compact.text))
        if match and (year := _year(match["year"])):
            return Known(year, Basis.TEXT, compact.span(match.start("year"), match.end("year")))
    return None


def _in_title(text: str, span: Span) -> Known[int] | None:
    compact = Compact(text, span)
    for match in _TITLE_YEAR.finditer(fold(compact.text)):
        if year := _year(match["year"]):
            return Known(year, Basis.TEXT, compact.span(match.start("year"), match.end("year")))
    return None


def _mentions(compact: Compact, *, beginning: int | None = None) -> list[tuple[int, Span]]:
    """Years in running text: not in titles of other documents, not in ranges, not days."""
    words = fold(compact.text)
    enclosed = Enclosures(words, Span(0, len(words)))
    found: list[tuple[int, Span]] = []
    for match in _YEAR.finditer(words, 0, beginning if beginning is not None else len(words)):
        year = _year(match["year"])
        if (
            year
            and not enclosed.hold(match.start())
            and not _RANGE.search(words[max(0, match.start() - 6) : match.start()])
        ):
            found.append((year, compact.span(match.start(), match.end())))
    return found


def _most_frequent(document: Document, outline: Outline) -> Known[int] | None:
    """The year that the body names most often; the earlier one of two, since plans are for the next."""
    places: dict[int, Span] = {}
    counts: Counter[int] = Counter()
    paragraphs = (item.span for item in outline.paragraphs[:_MOST])
    for span in [*paragraphs, *(heading.span for heading in outline.headings[:_MOST] if not heading.run_in)]:
        for year, place in _mentions(Compact(document.text, span)):
            counts[year] += 1
            places.setdefault(year, place)
    if not counts:
        return None
    year = min(counts, key=lambda year: (-counts[year], year))
    return Known(year, Basis.INFERRED, places[year])


def _from_signing(text: str, outline: Outline) -> Known[int] | None:
    signed = None if outline.date is None else read_date(outline.date.of(text))
    if signed is None:
        return None
    return Known(signed.year - (signed.month <= _WRITTEN_UNTIL), Basis.INFERRED, outline.date)


def _year(text: str) -> int | None:
    year = read_year(text)
    return year if year is not None and _EARLIEST <= year <= _LATEST else None
