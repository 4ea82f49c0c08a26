"""Headings without a number: by the styles of the file, by their words, by the gap they leave, by their like."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from generator.catalogues.bodies import bodies
from generator.catalogues.structure import structure
from generator.model.span import Span
from generator.outline.bold_leads import find_bold_leads
from generator.outline.draft import Draft
from generator.outline.families import Family
from generator.outline.lines import Line
from generator.text import fold
from generator.text.dates import DATE

_SHORTEST, _LONGEST = 3, 40
_LONGEST_UNPROVEN = 25
"""Without a name from the catalogue, style or gap: a heading, not a paragraph that lost its full stop."""
_BODY = 25
"""A paragraph under a heading has at least that many characters, or a full stop."""
_DEEPEST = 4
_FEWEST = 2
"""Lines without numbers prove each other to be headings."""

_FINISHED = ("。", "；", "：", "！", "”", "）", "…", ";", ":", "!", ")")
_ENDS = tuple("。；，、！？…;,!?.")
_START = re.compile(r"[一-鿿“《A-Z]|20[0-9]{2}年?度?[一-鿿]")
_DATE = re.compile(DATE, re.VERBOSE)
_CAPTION = re.compile(r"(?:表|图|附表|附图|注|单位)[0-9一二三四五六七八九十：:]")


def find_unnumbered(text: str, lines: Sequence[Line], numbered: Sequence[Draft]) -> list[Draft]:
    """The headings of these lines (of the body) that bear no number, in order; `numbered` are the others."""
    marked = {draft.line for draft in numbered if not draft.inline}
    outline = [draft for draft in numbered if not draft.inline and draft.family is not Family.POINT]
    free = [line for line in lines if line.index not in marked and line.table is None]
    crowded = {draft.line for draft in numbered}
    candidates = [line for line in free if line.index not in crowded and _is_short(line, lines)]
    levels = _styled(candidates, lines, outline)
    levels |= _in_gaps([line for line in candidates if line.index not in levels], outline)
    levels |= _named([line for line in candidates if line.index not in levels], outline)
    if any(draft.rank <= Family.ONE.rank for draft in outline):
        levels |= _alike([line for line in candidates if line.index not in levels], lines, outline, levels)
    else:
        levels |= _bare(candidates, lines, outline, levels)
    found = [_whole_line(text, line, levels[line.index]) for line in candidates if line.index in levels]
    found += find_bold_leads(text, [line for line in free if line.index not in levels], [*outline, *found], numbered)
    return sorted(found, key=lambda draft: draft.span)


def _is_short(line: Line, lines: Sequence[Line]) -> bool:
    """Whether the line has the look of a heading; the last line of the body has nothing below it and is none."""
    words = line.text.rstrip("：:")
    limit = _LONGEST * 2 if line.heading else _LONGEST
    return (
        _SHORTEST <= len(words) <= limit
        and not words.endswith(_ENDS)
        and "。" not in words
        and line.index != lines[-1].index
        and _START.match(words) is not None
        and _CAPTION.match(words) is None
        and _DATE.search(fold(words)) is None
    )


def _styled(candidates: Sequence[Line], lines: Sequence[Line], outline: Sequence[Draft]) -> dict[int, int]:
    """Headings by the style of the file. Its levels are moved so that 一、 stands on level 1."""
    shown = {line.index: line.heading for line in lines if line.heading}
    moved = [shown[draft.line] - draft.level for draft in outline if draft.line in shown]
    tops = [line.heading for line in candidates if line.heading]
    shift = min(moved) if moved else min(tops, default=1) - 1
    return {
        line.index: min(max(line.heading - shift, 1), _DEEPEST)
        for line in candidates
        if line.heading and not line.text.endswith(("：", ":"))
    }


def _in_gaps(candidates: Sequence[Line], outline: Sequence[Draft]) -> dict[int, int]:
    """A line where exactly one number is missing: 一、, 存在的困难和问题, 三、."""
    found: dict[int, int] = {}
    for family in (Family.ONE, Family.TWO):
        stops = [draft for draft in outline if draft.family is family or draft.rank < family.rank]
        places = [draft.line for draft in stops]
        inside: dict[int, list[Line]] = defaultdict(list)
        for line in candidates:
            inside[bisect_left(places, line.index)].append(line)
        for index, among in inside.items():
            if 0 < index < len(stops) and stops[index - 1].family is stops[index].family is family:
                missing = stops[index].number - stops[index - 1].number - 1
                chosen = [line for line in among if _is_name(line.text)] or among
                if missing == len(chosen):
                    found |= {line.index: family.level for line in chosen if line.index not in found}
    return found


def _named(candidates: Sequence[Line], outline: Sequence[Draft]) -> dict[int, int]:
    """A line with one of the usual names of sections.

    What a report must hold (存在的问题, 下一步打算) is a chapter; 主要做法 and the like are one only where the numbers
    of the chapters leave room for it. 持续巩固普法成效 only ends like one.
    """
    tops = [draft for draft in outline if draft.family is Family.ONE]
    places = [draft.line for draft in tops]
    found: dict[int, int] = {}
    for line in candidates:
        words = line.text.rstrip("：:")
        if structure().part_name.fullmatch(words):
            found[line.index] = 1
        elif structure().section_name.fullmatch(words) and bodies().verb.match(words) is None:
            index = bisect_left(places, line.index)
            complete = 0 < index < len(tops) and tops[index].number == tops[index - 1].number + 1
            found[line.index] = 2 if complete else 1
    return found


def _is_name(text: str) -> bool:
    return any(names.fullmatch(text) for names in (structure().part_name, structure().section_name))


def _alike(
    candidates: Sequence[Line], lines: Sequence[Line], outline: Sequence[Draft], levels: dict[int, int]
) -> dict[int, int]:
    """Short lines above paragraphs, at least two of them side by side in one section, or bold throughout."""
    following = {line.index: after for line, after in pairwise(lines)}
    # Headings that bear no number part the text as numbered ones do.
    stops = sorted([(draft.line, draft.level) for draft in outline] + list(levels.items()))
    places = [place for place, _ in stops]
    groups: dict[int, list[Line]] = defaultdict(list)
    for line in candidates:
        after = following.get(line.index)
        if len(line.text) > _LONGEST_UNPROVEN or after is None or bodies().is_name(line.text):
            continue
        if line.bold >= line.span.end or len(after.text) >= _BODY or after.text.endswith("。"):
            groups[bisect_left(places, line.index)].append(line)
    found: dict[int, int] = {}
    for index, group in groups.items():
        above = stops[index - 1][1] if index else 0
        if not index and stops:
            continue  # between title and first heading stands the preamble
        if len(group) > 1 or group[0].bold >= group[0].span.end:
            found |= {line.index: min(above + 1, _DEEPEST) for line in group}
    return found


def _bare(
    candidates: Sequence[Line], lines: Sequence[Line], outline: Sequence[Draft], levels: dict[int, int]
) -> dict[int, int]:
    """The headings of a report whose chapters lost their numbers: short lines between finished paragraphs.

    One right above another or above （一） is a chapter; the others are sections if there are such chapters and no
    numbered sections. A single line proves nothing unless it stands above （一）.
    """
    short = {line.index for line in candidates if not bodies().is_name(line.text)}
    firsts = {draft.line for draft in outline if draft.family is Family.TWO and draft.number == 1}
    begun = next((line.index for line in lines if line.text.endswith(_FINISHED)), None)
    chapters: set[int] = set()
    others: set[int] = set()
    for before, line, after in zip(lines, lines[1:], lines[2:], strict=False):
        finished = before.index in short or before.text.endswith(_FINISHED)
        if line.index not in short or not finished or begun is None or before.index < begun:
            continue
        if after.index in short or after.index in firsts:
            chapters.add(line.index)
        elif len(after.text) >= _BODY or after.text.endswith(_FINISHED):
            others.add(line.index)
    numbered = any(draft.family is Family.TWO for draft in outline)
    if len(chapters | others | levels.keys()) < _FEWEST and not any(index + 1 in firsts for index in chapters):
        return {}
    below = 2 if chapters and not numbered else 1
    found = dict.fromkeys(others, below) | dict.fromkeys(chapters, 1)
    return {index: level for index, level in found.items() if index not in levels}


def _whole_line(text: str, line: Line, level: int) -> Draft:
    end = line.span.start + len(line.span.of(text).rstrip("：: "))
    return Draft(
        family=Family.NONE,
        kind="",
        number=0,
        marker="",
        level=level,
        rank=level * 10,
        span=Span(line.span.start, end),
        words=text[line.span.start : end],
        line=line.index,
        inline=False,
        run_in=False,
        clause=False,
    )
