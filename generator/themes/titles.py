"""Titles in 《》, nested ones included: 《…贯彻落实〈法治政府建设实施纲要〉的实施方案》."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.model.span import Span

_MARKS = re.compile(r"[《》〈〉<>＜＞\n]")
_CLOSES = {"》": "《", "〉": "〈", ">": "<", "＞": "＜"}
_LONGEST = 150
"""No title is longer; a 《 that stays open for so long lost its 》."""


@dataclass(frozen=True, slots=True)
class Title:
    """A title; `span` holds its marks, `inner` the titles inside it (also with their marks)."""

    span: Span
    inner: tuple[Title, ...] = ()

    def name(self, text: str) -> str:
        """The title without its outer marks."""
        return text[self.span.start + 1 : self.span.end - 1]


def find_titles(text: str) -> tuple[tuple[Title, ...], tuple[Span, ...]]:
    """The outermost titles of a text in order, and the marks 《 and 》 that have no partner.

    〈〉, <> and ＜＞ are title marks only inside 《》. One pass; a title ends at a line end at the latest.
    """
    found: list[Title] = []
    lonely: list[Span] = []
    opened: list[tuple[str, int]] = []
    inner: list[Title] = []
    for mark in _MARKS.finditer(text):
        sign, place = mark[0], mark.start()
        if opened and (sign == "\n" or place - opened[0][1] > _LONGEST):
            lonely.append(Span(opened[0][1], opened[0][1] + 1))
            opened, inner = [], []
        if sign == "《" or (opened and sign in "〈<＜"):
            opened.append((sign, place))
        elif sign == "》" and not opened:
            lonely.append(Span(place, place + 1))
        elif sign in _CLOSES and opened:
            _close(sign, place, opened, inner, found)
    lonely += [Span(opened[0][1], opened[0][1] + 1)] if opened else []
    return tuple(found), tuple(lonely)


def _close(sign: str, place: int, opened: list[tuple[str, int]], inner: list[Title], found: list[Title]) -> None:
    """Close the title that `sign` ends; 》 also ends an inner title whose own mark was forgotten."""
    partner = _CLOSES[sign]
    depth = next((number for number in range(len(opened) - 1, -1, -1) if opened[number][0] == partner), None)
    if depth is None:
        return
    start = opened[depth][1]
    del opened[depth:]
    if opened:
        inner.append(Title(Span(start, place + 1)))
    else:
        found.append(Title(Span(start, place + 1), tuple(inner)))
        inner.clear()
