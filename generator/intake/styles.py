"""What the styles of a file say about whole lines, and bold runs that a page border has cut."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from generator.intake.tokens import Sort
from generator.model.document import Style, StyleRun
from generator.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.intake.lines import Line

_GROWING = frozenset({Style.BOLD, Style.TITLE})
_LEAD = 60
"""No lead sentence is longer than this."""


def line_styles(lines: Sequence[Line], styles: Iterable[StyleRun]) -> list[frozenset[Style]]:
    """For each line the styles that cover all of its text; spans count in the source."""
    waiting = deque(sorted(styles, key=lambda run: run.span))
    active: list[StyleRun] = []
    result = []
    for line in lines:
        seen = [token for token in line.tokens if token.new and token.sort is not Sort.BLANK]
        span = Span(seen[0].start, seen[-1].end) if seen else line.span
        while waiting and waiting[0].span.start < span.end:
            active.append(waiting.popleft())
        active = [run for run in active if run.span.end > span.start]
        result.append(frozenset(style for style in {run.style for run in active} if _covers(active, style, span)))
    return result


def _covers(runs: list[StyleRun], style: Style, span: Span) -> bool:
    # Several runs may cover a line together; dropped signs between them do not matter much, so 2 characters may miss.
    reach = span.start
    for run in runs:
        if run.style is style and run.span.start <= reach + 2:
            reach = max(reach, run.span.end)
    return reach >= span.end


def bold_over_breaks(runs: list[StyleRun], text: str, breaks: Sequence[int]) -> tuple[StyleRun, ...]:
    """Sorted runs without empty ones; spans count in the cleaned text.

    A bold lead that ends exactly where two lines were joined, without a full stop, is carried on to the first 。 after
    it: `**二是探索建立**` + `“府检联动”工作机制。`. Bold runs that touch become one, and lines of a title.
    """
    places = frozenset(breaks)
    result: list[StyleRun] = []
    for run in sorted((run for run in runs if len(run.span)), key=lambda run: run.span):
        span = run.span
        if run.style is Style.BOLD and span.end in places and text[span.end - 1] not in "。！？；：":
            stop = text.find("。", span.end, span.end + _LEAD)
            if stop >= 0 and "\n" not in text[span.end : stop]:
                span = Span(span.start, stop + 1)
        last = result[-1] if result else None
        if run.style in _GROWING and last is not None and last.style is run.style and span.start <= last.span.end:
            result[-1] = StyleRun(Span(last.span.start, max(last.span.end, span.end)), run.style)
        else:
            result.append(StyleRun(span, run.style))
    return tuple(result)
