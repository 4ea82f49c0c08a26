"""Where sentences and clauses end."""

from __future__ import annotations

import re

from generator.model.span import Span

_SENTENCE_END = re.compile(r"[。！？!?\n]+[”’」』）)》\]】]*")
"""A full stop with the closing marks that belong to it: 「……。”」 ends after the quotation mark."""

_CLAUSE_END = re.compile(r"[，。；：！？,;:!?\n]")


def sentences(text: str, span: Span) -> tuple[Span, ...]:
    """The sentences of `span` in order, each with its full stop, without blanks at its borders.

    A sentence ends at 。！？ or at a line end; ； does not end one. What follows the last full stop is a sentence of
    its own. Together the sentences hold every character of the span that is no blank.
    """
    return _cut(text, span, _SENTENCE_END)


def clauses(text: str, span: Span) -> tuple[Span, ...]:
    """The clauses of `span` in order, each with its closing mark: cut at ，。；：！？ and line ends, not at 、.

    A comma or colon between digits (1,236 and 9:00) does not cut.
    """
    return _cut(text, span, _CLAUSE_END)


def _cut(text: str, span: Span, ends: re.Pattern[str]) -> tuple[Span, ...]:
    found: list[Span] = []
    start = span.start
    for match in ends.finditer(text, span.start, span.end):
        if _inside_number(text, match):
            continue
        _add(found, text, start, match.end())
        start = match.end()
    _add(found, text, start, span.end)
    return tuple(found)


def _inside_number(text: str, match: re.Match[str]) -> bool:
    if match[0] not in {",", ":", "，", "："}:
        return False
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    return before.isdecimal() and after.isdecimal()


def _add(found: list[Span], text: str, start: int, end: int) -> None:
    part = text[start:end]
    left = len(part) - len(part.lstrip())
    if part.strip():
        found.append(Span(start + left, start + left + len(part.strip())))
