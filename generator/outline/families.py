"""Heading numbers by family: what 一、 （一） 1. （1） ① 一是 第一部分 look like and how deep they stand.

Order of GB/T 9704—2012, 7.3.3: 一、 → （一） → 1. → （1）. Everything else here is practice of the genre.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from generator.model.span import Span
from generator.text import read_numeral


class Family(Enum):
    """A family of heading numbers: `rank` orders families for nesting, `level` is published, `letter` makes ids."""

    PART = (5, 1, "p")
    """第一部分, 第一章."""
    CHAPTER_SECTION = (15, 2, "c")
    """第一节."""
    ONE = (10, 1, "")
    """一、"""
    TWO = (20, 2, "")
    """（一）"""
    THREE = (30, 3, "n")
    """1."""
    FOUR = (40, 4, "m")
    """（1）, 1）."""
    CIRCLED = (50, 4, "k")
    """①."""
    POINT = (35, 3, "d")
    """一是, 一要, 其一, 第一，, 首先，: outside the hierarchy, nested in whatever stands before."""
    NONE = (0, 0, "u")
    """No number; level and rank come from its surroundings."""

    def __init__(self, rank: int, level: int, letter: str) -> None:
        """Name the three parts of the value."""
        self.rank = rank
        self.level = level
        self.letter = letter


@dataclass(frozen=True, slots=True)
class Marker:
    """A heading number in the text.

    `kind` tells families of points apart (是, 要, 其, 第, 先), "" for all others. `number` is the number it shows.
    `span` covers the marker as written, `title` is the offset where the words after it begin.
    """

    family: Family
    kind: str
    number: int
    span: Span
    title: int


_NUMERAL = "[一二三四五六七八九十百廿卅]{1,4}"
_HIGH = "[壹贰叁肆伍陆柒捌玖拾]{1,3}"
_DIGITS = "[0-9０-９]{1,2}"
_NO_MORE_DIGITS = r"(?! [\s]* [0-9０-９] )"
_SEQUENCE = {"首先": 1, "其次": 2, "再次": 3, "再者": 3, "然后": 3, "最后": 99, "末了": 99}

_PATTERNS: tuple[tuple[Family, str, str], ...] = (
    (
        Family.PART,
        "",
        rf"第 (?P<part> {_NUMERAL} | {_DIGITS} ) (?: 部分 | [章篇] ) (?! [是为中的，。第] ) [\s、：:，．.]*",
    ),
    (Family.CHAPTER_SECTION, "", rf"第 (?P<section> {_NUMERAL} | {_DIGITS} ) 节 (?! [是为中的，。] ) [\s、：:．.]*"),
    (Family.ONE, "", rf"(?P<one> {_NUMERAL} | {_HIGH} ) \s* [、．.]"),
    (Family.TWO, "", rf"[（(] \s* (?P<two> {_NUMERAL} ) \s* [）)] [、．.]? | (?P<bare> {_NUMERAL} ) [）)]"),
    (Family.TWO, "", r"(?P<square> [㈠-㈩] ) [、．.]?"),
    (
        Family.THREE,
        "",
        rf"(?P<three> {_DIGITS} ) \s* (?: [．、.] {_NO_MORE_DIGITS} | [．、.] (?= \s* 20[0-9]{{2}} \s* 年 ) )",
    ),
    (Family.THREE, "", r"(?P<dotted> [⒈-⒛] )"),
    (Family.FOUR, "", rf"[（(] \s* (?P<four> {_DIGITS} ) \s* [）)] [、．.]? | (?P<half> {_DIGITS} ) [）)]"),
    (Family.FOUR, "", r"(?P<round> [⑴-⒇] )"),
    (Family.CIRCLED, "", r"(?P<circled> [①-⑳] ) [、．.]?"),
    (Family.POINT, "是", rf"(?P<point> {_NUMERAL} ) 是 (?! [非否] | 一[、，,。是] )"),
    (Family.POINT, "要", rf"(?P<must> {_NUMERAL} ) 要 (?! [素点件求领塞害闻职] )"),
    (Family.POINT, "其", rf"其 (?P<its> {_NUMERAL} ) \s* [，、：:,是]"),
    (Family.POINT, "第", rf"第 (?P<nth> {_NUMERAL} ) \s* [，、：:,]"),
    (Family.POINT, "先", rf"(?P<word> {'|'.join(_SEQUENCE)} ) \s* [，,：:]"),
)

_MARKER = re.compile(
    "|".join(f"(?P<family{index}> {pattern} )" for index, (_, _, pattern) in enumerate(_PATTERNS)), re.VERBOSE
)
"""Matches `（一）` of `（一）加强领导`; must not match `1.5万元`, `1、2号楼`, `三要素`, `第一季度`, `一百件`."""

_FIRST_CHARACTERS = "一二三四五六七八九十廿卅第其首再然最末（(0-9０-９壹贰叁肆伍陆柒捌玖拾㈠-㈩⒈-⒛⑴-⒇①-⑳"

_CIRCLES = {**{chr(0x2460 + n): n + 1 for n in range(20)}, **{chr(0x2474 + n): n + 1 for n in range(20)}}
_CIRCLES |= {chr(0x2488 + n): n + 1 for n in range(20)} | {chr(0x3220 + n): n + 1 for n in range(10)}

_ENUMERATION = re.compile(r"[一二三四五六七八九十]、(?P<next>[一二三四五六七八九十])(?P<after>.?)")
"""一、二审案件, 二、三产业: two numbers side by side, no heading."""


_BRACKETED = {Family.TWO, Family.FOUR}


def marker_at(text: str, offset: int, end: int) -> Marker | None:
    """The marker that begins at `offset` of `text` and ends before `end`, None if there is none."""
    match = _MARKER.match(text, offset, end)
    if match is None:
        return None
    index = next(index for index in range(len(_PATTERNS)) if match[f"family{index}"] is not None)
    family, kind, _ = _PATTERNS[index]
    written = next(value for name, value in match.groupdict().items() if value and not name.startswith("family"))
    number = _CIRCLES.get(written) or _SEQUENCE.get(written) or read_numeral(written)
    if not number or (family is Family.ONE and _is_enumeration(text, offset, end, number)):
        return None
    title = match.end()
    while title < end and text[title] in " \t　":
        title += 1
    if family in _BRACKETED and (after := _MARKER.match(text, title, end)) and after[f"family{index}"] is not None:
        return None  # （一）（二）项
    stop = offset + len(match[0].rstrip(" \t　，,：:" if family is Family.POINT else " \t　"))
    return Marker(family, kind, number, Span(offset, stop), title)


def _is_enumeration(text: str, offset: int, end: int, number: int) -> bool:
    match = _ENUMERATION.match(text, offset, end)
    if match is None:
        return False
    following = read_numeral(match["next"])
    return following == number + 1 and match["after"] not in set("十〇○") and not match["after"].isspace()


CANDIDATE = re.compile(
    rf"(?P<before>[。；：！？;:!?，,、”’）)》\s]|^)(?P<first>[{_FIRST_CHARACTERS}])"
    r"|(?<=[一-鿿])(?<![第条款项类])(?P<glued>[（(])(?=[一二三四五六七八九十]{1,3}[）)])",
    re.MULTILINE,
)
"""A place inside a line where a marker may stand: after punctuation, with a first character that markers have.

（一） may also be glued to the heading above it whose line end was lost.
"""
