"""Which lines at the top are the title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import product

from generator.catalogues.bodies import bodies
from generator.catalogues.structure import structure
from generator.outline.lines import Line
from generator.text import fold
from generator.text.dates import DATE
from generator.text.numerals import HAN_YEAR

_LONGEST = 100
_LONGEST_PART = 45
"""Of a title that stands on several lines: 22 characters of 2号 fill a line of A4, web pages are wider."""
_MOST_PARTS = 4

_YEAR = re.compile(rf"(?:[12][0-9]{{3}}|{HAN_YEAR})(?=年|度)")
_BRACKETS_AT_END = re.compile(r"\([^()]{1,20}\)$")
_WITH_PLAN = re.compile(r"(?:总结|报告|情况|汇报).{0,2}[和及暨与].{0,20}(?:计划|安排|打算|思路)$")
"""2023年法治政府建设工作总结及2024年工作计划: a report with its plan; a plan alone is no report."""
_ANY_DATE = re.compile(DATE, re.VERBOSE)
_HALF = re.compile(rf"(?:关于|(?:[12][0-9]{{3}}|{HAN_YEAR})年|法治|推进|深入推进|全面推进|依法行政|年度).*")
_GOES_ON = re.compile(r".*(?:关于.{0,20}|[年度的和与及、])")
_PUNCTUATION = "。；，！？;,!?：:"


def find_title(free: Sequence[Line]) -> tuple[Line, Line] | None:
    """The first and the last line of the title, None if no line looks like one.

    `free` are the lines before the body that are neither labels nor a table of contents. A title style of the file
    decides; else the first line that speaks of the matter and ends like a title, else the first few that do together.
    """
    styled = next((line for line in free if line.heading == 0), None)
    if styled is not None:
        return styled, styled
    # One with a year goes before one without, which may be the name of a column.
    for dated, parts in product((True, False), range(1, _MOST_PARTS + 1)):
        for position in range(len(free) - parts + 1):
            group = free[position : position + parts]
            if _makes_title(group) and (not dated or any(_YEAR.search(fold(line.text)) for line in group)):
                return _fuller(free, position + parts, group) or (_upwards(free, position), group[-1])
    first = next((line for line in free if line.heading == 1), None)
    if first is not None:
        return first, first
    weak = next((line for line in free if _is_weak_title(line.text)), None)
    return None if weak is None else (weak, weak)


def _fuller(free: Sequence[Line], start: int, group: Sequence[Line]) -> tuple[Line, Line] | None:
    """The same title with its agency further down: web pages show a short one above the document's own."""
    shown = "".join(line.text for line in group)
    if not _HALF.fullmatch(fold(shown)):
        return None
    short = shown.removeprefix("关于")
    for position in range(start, len(free)):
        for parts in range(1, _MOST_PARTS + 1):
            own = free[position : position + parts]
            name, matter, rest = "".join(line.text for line in own).partition(short)
            if matter and not rest and bodies().is_name(name.removesuffix("关于")) and _makes_title(own):
                return own[0], own[-1]
    return None


def _makes_title(group: Sequence[Line]) -> bool:
    joined = "".join(line.text for line in group)
    if len(joined) > _LONGEST or group[-1].index - group[0].index != len(group) - 1:
        return False
    if len(group) > 1 and any(len(line.text) > _LONGEST_PART or _is_below_title(line) for line in group):
        return False
    return structure().title_matter.search(joined) is not None and _ends_as_title(joined)


def _ends_as_title(text: str) -> bool:
    bare = _BRACKETS_AT_END.sub("", fold(text.removeprefix("《").removesuffix("》")))
    ends = bare.endswith(structure().title_ends) or _WITH_PLAN.search(bare) is not None
    return ends and not any(mark in bare for mark in "。；;!?>|")


def _is_weak_title(text: str) -> bool:
    return len(text) <= _LONGEST and ("年" in text or "关于" in text) and _ends_as_title(text)


def _upwards(free: Sequence[Line], position: int) -> Line:
    """The line above may belong to the title: the agency alone, or a beginning that ends in 关于 or the year."""
    line = free[position]
    if position and _HALF.fullmatch(fold(line.text)):
        above = free[position - 1]
        fits = bodies().is_name(above.text) or _GOES_ON.fullmatch(fold(above.text))
        if above.index == line.index - 1 and len(above.text) <= _LONGEST_PART and fits and not _is_below_title(above):
            return above
    return line


def _is_below_title(line: Line) -> bool:
    return line.text[-1] in _PUNCTUATION or _ANY_DATE.search(fold(line.text)) is not None
