"""Automatic numbering of a Word document: the markers that stand in no text run."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.intake.counters import numeral
from generator.intake.xmltree import attribute, value

if TYPE_CHECKING:
    from generator.intake.docx.styles import Styles
    from generator.intake.xmltree import Node

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_NONE = "0"


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: where it starts, how it counts, and its text with `%1` … `%9` for the counters."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    style: str = ""
    legal: bool = False
    restart: int | None = None
    """Restart only after this level or a higher one was used (1-based), 0 never; None after any higher one."""


@dataclass(frozen=True, slots=True)
class _List:
    abstract: str
    levels: tuple[Level, ...]
    overrides: dict[int, int]


class Numbering:
    """Counts the numbered paragraphs of a document, which must be asked about in order."""

    def __init__(self, root: Node | None, styles: Styles) -> None:
        self._lists: dict[str, _List] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._started: set[tuple[str, int]] = set()
        self._by_style: dict[str, tuple[str, int]] = {}
        if root is None:
            return
        abstracts = {attribute(node, "abstractNumId"): node for node in root if node.tag == "abstractNum"}
        numbers = {attribute(node, "numId"): node for node in root if node.tag == "num"}
        for identifier, node in numbers.items():
            abstract = value(node, "abstractNumId") or ""
            target = abstracts.get(abstract)
            link = value(target, "numStyleLink") if target is not None else None
            if link:  # the levels stand in the list that the numbering style uses
                abstract = _abstract_of(numbers.get(styles.linked(link))) or abstract
                target = abstracts.get(abstract)
            self._lists[identifier] = _read_list(abstract, target, node)
        for identifier, one in self._lists.items():
            for index, level in enumerate(one.levels):
                if level.style:
                    self._by_style.setdefault(level.style, (identifier, index))

    def of_style(self, style: str) -> tuple[str, int] | None:
        """The list and level that name this paragraph style, None if none does."""
        return self._by_style.get(style)

    def level_of(self, number: str, style: str) -> int | None:
        """The level of a list that belongs to a paragraph style, None if it names no level."""
        one = self._lists.get(number)
        found = (index for index, level in enumerate(one.levels) if level.style == style) if one and style else ()
        return next(iter(found), None)

    def marker(self, number: str | None, level: int) -> str:
        """Count one paragraph and give its marker; "" for an unknown list, for none (id 0) and for bullets."""
        one = self._lists.get(number or _NONE)
        if one is None or number == _NONE or not 0 <= level < len(one.levels):
            return ""
        counts = self._counts.setdefault(one.abstract, [None] * _LEVELS)
        if level in one.overrides and (number, level) not in self._started:
            self._started.add((number or _NONE, level))
            counts[level] = one.overrides[level] - 1
        current = counts[level]
        counts[level] = one.levels[level].start if current is None else current + 1
        for deeper in range(level + 1, len(one.levels)):
            restart = one.levels[deeper].restart
            if restart is None or level < restart:
                counts[deeper] = None
        return self._print(one, level, counts)

    @staticmethod
    def _print(one: _List, level: int, counts: list[int | None]) -> str:
        own = one.levels[level]
        if own.form == "bullet":
            return ""

        def count(match: re.Match[str]) -> str:
            index = int(match.group(1)) - 1
            if index >= len(one.levels):
                return ""
            value = counts[index]
            value = one.levels[index].start if value is None else value
            form = "decimal" if own.legal and index < level else one.levels[index].form
            return numeral(value, form)

        return _PLACE.sub(count, own.text)


def _abstract_of(node: Node | None) -> str:
    return "" if node is None else value(node, "abstractNumId") or ""


def _read_list(abstract: str, target: Node | None, number: Node) -> _List:
    levels = [Level()] * _LEVELS
    for node in target if target is not None else ():
        if node.tag == "lvl":
            _put(levels, node)
    overrides: dict[int, int] = {}
    for node in number:
        if node.tag != "lvlOverride":
            continue
        index = _integer(attribute(node, "ilvl"))
        own = node.find("lvl")
        if own is not None:
            _put(levels, own, index)
        start = value(node, "startOverride")
        if start is not None and index is not None and 0 <= index < _LEVELS:
            overrides[index] = _integer(start) or 0
            levels[index] = replace(levels[index], start=overrides[index])
    return _List(abstract, tuple(levels), overrides)


def _put(levels: list[Level], node: Node, index: int | None = None) -> None:
    index = _integer(attribute(node, "ilvl")) if index is None else index
    if index is None or not 0 <= index < _LEVELS:
        return
    legal = value(node, "isLgl")
    start = _integer(value(node, "start"))
    levels[index] = Level(
        start=0 if start is None else start,
        form=_form(node),
        text=value(node, "lvlText") or "",
        style=value(node, "pStyle") or "",
        legal=legal is not None and legal not in {"0", "false"},
        restart=_integer(value(node, "lvlRestart")),
    )


def _form(node: Node) -> str:
    form = node.find("numFmt")
    if form is None:
        choice = next(node.iter("Choice"), None)  # a custom format, with an ordinary one to fall back on
        fallback = next(node.iter("Fallback"), None)
        form = next(
            (found for place in (fallback, choice) if place is not None for found in place.iter("numFmt")), None
        )
    return "decimal" if form is None else attribute(form, "val") or "decimal"


def _integer(value: str | None) -> int | None:
    return int(value) if value is not None and value.isascii() and value.isdigit() and len(value) < 10 else None  # noqa: PLR2004
