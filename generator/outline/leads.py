"""Where a heading ends that begins a line or stands inside one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.model.span import Span
from generator.text.brackets import Enclosures

_WHOLE_LINE = 100
"""A line without a full stop inside is a heading up to this length; the longest official ones have about 60."""
_LEAD, _LEAD_COMMAS = 50, 3
"""A lead sentence: 健全…体系，加快推进…化 has 28 characters; three commas occur in 一句话 headings of four parts."""
_PLAIN_LEAD = 64
"""A lead sentence without any comma may be longer."""
_POINT_LEAD, _POINT_COMMAS = 40, 1
_SHORT_POINT_LEAD = 24
"""抓学习，强素质，促提升 is a lead in spite of its commas."""
_COLON_LEAD = 24
"""行政复议方面：… is a lead; a colon further on belongs to the sentence."""
_BOLD_LEAD = 80
_AFTER_BLANK = 20
"""加强领导  成立… : the words after a blank are the body if they are at least that many."""

_STOP = re.compile(r"[。！？!?]|(?<=[一-鿿])[.．](?=[一-鿿])")
_SEMICOLON = re.compile(r"[；;]")
_BEFORE_BLANK = re.compile(r"[^\s。；：]{4,45}(?=\s+[一-鿿])")
_CLAUSE = re.compile(r"[，。；：！？,;:!?]")
_CLOSERS = " \t。；：，、！？.;:,!?"
_WORDS = re.compile(rf"[^{re.escape(_CLOSERS)}”’）)]")
"""Searched instead of stripping: a long line would be copied for each of its points."""


@dataclass(frozen=True, slots=True)
class Lead:
    """Where the words of a heading end, and whether they are only the first clause of a point."""

    end: int
    clause: bool


@dataclass(frozen=True, slots=True)
class Stretch:
    """A heading with its text: `title` is where its words begin, `end` the end of the line or of its part of the line.

    `point` says that the marker is one like 一是, `alone` that the line holds no other heading, `listed` that the point
    before it is a clause that ends in a semicolon, as in 一是…；二是…, `titled` that its text follows on the next line.
    `bold` is the end of a bold run that covers the marker, or any smaller number.
    """

    title: int
    end: int
    point: bool
    alone: bool
    listed: bool
    titled: bool
    bold: int


def find_lead(text: str, stretch: Stretch, enclosed: Enclosures) -> Lead:
    """The lead of a heading, without its closing mark.

    A point (一是) needs a sentence of its own with text after it to have a lead; else its first clause serves.
    """
    title, end, bold = stretch.title, stretch.end, stretch.bold
    if title + 1 < bold <= title + _BOLD_LEAD and bold < end and (_closes(text[bold - 1]) or _closes(text[bold])):
        return Lead(_trimmed(text, title, bold), clause=False)
    if stretch.listed:
        return _first_clause(text, title, end, enclosed)
    stop = _first(_STOP, text, title, end, enclosed)
    if stop is None or _WORDS.search(text, stop + 1, end) is None:
        return _without_body(text, stretch, stop, enclosed)
    return _with_body(text, stretch, stop, enclosed)


def _with_body(text: str, stretch: Stretch, stop: int, enclosed: Enclosures) -> Lead:
    """The first sentence is followed by more."""
    title, end = stretch.title, stretch.end
    if (colon := _colon(text, title, stop, enclosed)) is not None:
        return Lead(_trimmed(text, title, colon), clause=False)
    if (blank := _blank(text, title, end, enclosed)) is not None:
        return Lead(blank, clause=False)
    if _is_lead(text, title, stop, point=stretch.point):
        return Lead(_trimmed(text, title, stop), clause=False)
    return _first_clause(text, title, end, enclosed)


def _without_body(text: str, stretch: Stretch, stop: int | None, enclosed: Enclosures) -> Lead:
    """The heading is all there is up to the end, or one long sentence without a lead."""
    title, end = stretch.title, stretch.end
    words = text[title:end]
    whole = _trimmed(text, title, end)
    commas = words.count("，") + words.count(",")
    if (colon := _colon(text, title, whole, enclosed)) is not None:
        return Lead(_trimmed(text, title, colon), clause=False)
    ended = stop is not None or words.rstrip().endswith(("；", ";"))
    if ended:
        fits = not stretch.point and commas <= 1 and len(words) <= _LEAD
    else:
        fits = not stretch.point or (stretch.alone and commas <= _POINT_COMMAS)
    if stretch.titled or not ended:
        fits = (
            (fits or stretch.titled)
            and len(words) <= _WHOLE_LINE
            and _first(_SEMICOLON, text, title, end, enclosed) is None
        )
    blank = None if fits and not ended else _blank(text, title, end, enclosed)
    if blank is not None:
        return Lead(blank, clause=False)
    return Lead(whole, clause=False) if fits else _first_clause(text, title, end, enclosed)


def _is_lead(text: str, title: int, stop: int, *, point: bool) -> bool:
    words = text[title:stop]
    commas = words.count("，") + words.count(",")
    if "；" in words or ";" in words:
        return False
    if point:
        return len(words) <= _SHORT_POINT_LEAD or (len(words) <= _POINT_LEAD and commas <= _POINT_COMMAS)
    return (len(words) <= _LEAD and commas <= _LEAD_COMMAS) or (len(words) <= _PLAIN_LEAD and not commas)


def _colon(text: str, title: int, stop: int, enclosed: Enclosures) -> int | None:
    """The colon of 行政复议方面：…, None if another mark comes first or the words after it are the shorter part."""
    colon = _first(_CLAUSE, text, title, min(stop, title + _COLON_LEAD), enclosed)
    if colon is None or text[colon] not in "：:" or colon - title < 2 or stop - colon <= colon - title:  # noqa: PLR2004
        return None
    return colon


def _blank(text: str, title: int, end: int, enclosed: Enclosures) -> int | None:
    """A blank between two Chinese characters that parts heading and body where a full stop was forgotten.

    The cleaned text has no others: 加强领导  成立小组… keeps one, 加强 领导 none.
    """
    match = _BEFORE_BLANK.match(text, title, end)
    if match is None or end - match.end() < _AFTER_BLANK or text[match.end() - 1].isascii():
        return None
    return None if enclosed.hold(match.end()) or match[0].count("，") > _LEAD_COMMAS else match.end()


def _first_clause(text: str, title: int, end: int, enclosed: Enclosures) -> Lead:
    stop = _first(_CLAUSE, text, title, end, enclosed)
    return Lead(_trimmed(text, title, end if stop is None else stop), clause=True)


def _first(marks: re.Pattern[str], text: str, start: int, end: int, enclosed: Enclosures) -> int | None:
    """The first of `marks` outside quotation marks and brackets within reach, None if there is none."""
    for match in marks.finditer(text, start, min(end, start + 2 * _WHOLE_LINE)):
        if not enclosed.hold(match.start()):
            return match.start()
    return None


def _trimmed(text: str, start: int, end: int) -> int:
    return max(start, start + len(text[start:end].rstrip(_CLOSERS)))


def _closes(character: str) -> bool:
    return character in "。：；！？.:;，,"


def body_follows(text: str, heading: Span, end: int) -> bool:
    """Whether more than closing marks stands between the heading and `end`."""
    return _WORDS.search(text, heading.end, end) is not None
