"""Where sections end: before the next heading, but without what belongs to the heading above."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from generator.catalogues.structure import structure
from generator.model.span import Span
from generator.outline.draft import Draft
from generator.outline.families import Family
from generator.outline.lines import Line
from generator.outline.marks import mark_before
from generator.text import sentences


def find_ends(text: str, drafts: Sequence[Draft], parents: Sequence[int | None], lines: Sequence[Line]) -> list[int]:
    """For each heading the offset after the last character of its section, subsections included.

    `lines` are the lines of the body, tables included.
    """
    if not drafts:
        return []
    ends = _natural_ends(text, drafts, parents, lines)
    loose = _Loose(text, drafts, lines, ends)
    for group in _series(drafts, parents):
        _give_up_trailing_lines(drafts, group, ends, loose)
        _give_up_trailing_sentences(text, drafts, parents, group, ends)
    for index, parent in enumerate(parents):  # parents come first, so one pass narrows all that is inside
        if parent is not None:
            ends[index] = min(ends[index], ends[parent])
    return [max(end, draft.span.end) for end, draft in zip(ends, drafts, strict=True)]


def _natural_ends(
    text: str, drafts: Sequence[Draft], parents: Sequence[int | None], lines: Sequence[Line]
) -> list[int]:
    """The last character before the next heading that is not inside; for what begins in a line, its end at most."""
    ends = [0] * len(drafts)
    by_index = {line.index: position for position, line in enumerate(lines)}
    following = len(drafts)
    depth = _depths(parents)
    waiting: list[int] = []
    for index in range(len(drafts) - 1, -1, -1):
        while waiting and depth[waiting[-1]] > depth[index]:
            waiting.pop()
        following = waiting[-1] if waiting else len(drafts)
        limit = lines[-1].span.end
        if following < len(drafts):
            after = drafts[following]
            limit = after.span.start
            if not after.inline or drafts[following - 1].line != after.line:
                limit = lines[by_index[after.line] - 1].span.end
        if drafts[index].inline and not drafts[index].open:
            limit = min(limit, lines[by_index[drafts[index].line]].span.end)
        ends[index] = drafts[index].span.start + len(text[drafts[index].span.start : limit].rstrip())
        waiting.append(index)
    return ends


def _depths(parents: Sequence[int | None]) -> list[int]:
    depths: list[int] = []
    for parent in parents:
        depths.append(0 if parent is None else depths[parent] + 1)
    return depths


def _series(drafts: Sequence[Draft], parents: Sequence[int | None]) -> list[list[int]]:
    """The headings that count on under one parent, each with its siblings in order."""
    groups: dict[tuple[int | None, Family, str, int], list[int]] = defaultdict(list)
    for index, (draft, parent) in enumerate(zip(drafts, parents, strict=True)):
        groups[parent, draft.family, draft.kind, draft.level].append(index)
    return list(groups.values())


class _Loose:
    """Which lines hold no heading, and where the last heading of a section stands."""

    def __init__(self, text: str, drafts: Sequence[Draft], lines: Sequence[Line], ends: Sequence[int]) -> None:
        self.text, self.drafts, self.lines, self.ends = text, drafts, lines, ends
        self.line_starts = [line.span.start for line in lines]
        self.draft_starts = [draft.span.start for draft in drafts]

    def trailing(self, index: int) -> Sequence[Line]:
        """The lines of a section after the last line with a heading; a whole-line heading's own text is not loose."""
        last = bisect_left(self.draft_starts, self.ends[index]) - 1
        first = bisect_right(self.line_starts, self.drafts[last].span.start)
        rest = self.lines[first : bisect_left(self.line_starts, self.ends[index])]
        draft = self.drafts[last]
        if not draft.run_in and not draft.inline and rest:
            return rest[1:]  # the first paragraph under a heading that fills its line is its text
        return rest


def _give_up_trailing_lines(drafts: Sequence[Draft], group: Sequence[int], ends: list[int], loose: _Loose) -> None:
    """Let the last of a series give the paragraphs after its own text to the heading above.

    Sure if the series is of run-in headings (（一）加强领导。…) that all fill one paragraph each; else only if the
    paragraph begins like the closing words of a chapter (总之, 通过以上).
    """
    last = group[-1]
    if drafts[last].inline and not drafts[last].open:
        return
    trailing = loose.trailing(last)
    if not trailing:
        return
    earlier = [len(loose.trailing(index)) for index in group[:-1]]
    run_in = all(drafts[index].run_in for index in group)
    if run_in and earlier and not any(earlier):
        closing = trailing[0]
    else:
        found = next((line for line in trailing if structure().closing.match(line.text)), None)
        if found is None or (earlier and min(earlier) > 0 and found is trailing[0]):
            return
        closing = found
    ends[last] = min(ends[last], loose.lines[bisect_left(loose.line_starts, closing.span.start) - 1].span.end)


def _give_up_trailing_sentences(
    text: str, drafts: Sequence[Draft], parents: Sequence[int | None], group: Sequence[int], ends: list[int]
) -> None:
    """Inside a paragraph: what introduces a second series, and what follows a list, belongs to the heading above."""
    if drafts[group[0]].family is not Family.POINT:
        return
    for index, after in zip(group, [*group[1:], None], strict=True):
        end = None
        if index + 1 < len(parents) and parents[index + 1] == index:
            continue  # a point with points of its own keeps them
        if after is not None and drafts[after].line == drafts[index].line:
            if drafts[after].number <= drafts[index].number:
                end = _before_introduction(text, drafts[index], ends[index])
        else:
            end = _after_list(text, drafts, index, group, ends[index])
        if end is not None:
            ends[index] = end


def _before_introduction(text: str, draft: Draft, end: int) -> int | None:
    """The end of a point without the sentence that leads to the next series: 同时，严格规范督查工作程序。一是…"""
    parts = sentences(text, Span(draft.span.start, end))
    if len(parts) > 1:
        return parts[-2].end
    semicolon = max(text.rfind("；", draft.span.end, end), text.rfind(";", draft.span.end, end))
    return semicolon + 1 if semicolon >= 0 else None


def _after_list(text: str, drafts: Sequence[Draft], index: int, group: Sequence[int], end: int) -> int | None:
    """The end of the last point of 一是…；二是…。针对这些问题，…: its own sentence."""
    draft = drafts[index]
    if not draft.clause:
        return None
    parts = sentences(text, Span(draft.span.start, end))
    position = bisect_left(group, index)
    listed = position > 0 and _ends_open(text, drafts[group[position - 1]], draft)
    for before, part in pairwise(parts):
        if listed or structure().after_points.match(part.of(text)):
            return before.end
    return None


def _ends_open(text: str, before: Draft, draft: Draft) -> bool:
    """Whether the point before ends in ； or ，, so that the list is one sentence."""
    return before.line == draft.line and before.clause and mark_before(text, draft.span.start) in set("；;，,")
