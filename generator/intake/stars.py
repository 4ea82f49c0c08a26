"""Asterisks: borders of bold runs, or masks of names and numbers that must stay."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.intake.tokens import Sort
from generator.model.document import Style, StyleRun
from generator.model.span import RepairKind, Span

if TYPE_CHECKING:
    from generator.intake.lines import Line
    from generator.intake.tokens import Token

_NO_OPENING = frozenset("*，。、；：！？）》”’】〕」』,;:!?)]")
"""What cannot stand at the beginning of a bold run: in `张**、李**` the asterisks mask names."""
_NO_CLOSING = frozenset("*（《“‘【〔「『([")
_BEFORE = frozenset("，。、；：！？）》”’】〕」』（《“‘【〔「『,.;:!?()[]|>")
"""After these a bold run may begin in any text; after a letter only where bold runs are known to occur."""
_LEAD = re.compile(r"(?:^|[。；：，！？\s])\*\*(?=[^\s*，。、；：])", re.MULTILINE)
_BOLD, _BOLD_PAIR = "**", "****"
_MARKDOWN = frozenset({"*", "**", "***"})


@dataclass(frozen=True, slots=True)
class Stars:
    """How asterisks are meant: as Markdown, or as what a conversion left (`converted`: it surely left some)."""

    markdown: bool
    converted: bool


def has_bold_leads(text: str) -> bool:
    """Whether a paragraph or sentence of the text begins with `**`, as a converted bold lead does."""
    return _LEAD.search(text) is not None


def pair_stars(line: Line, stars: Stars) -> list[StyleRun]:
    """Drop the asterisks around bold runs of a line; the runs come back in source offsets.

    Other asterisks, such as masked names (`张**`) and numbers (`138****1234`), stay as they are.
    """
    kind = RepairKind.MARKUP if stars.markdown else RepairKind.BOLD_MARK
    runs: list[StyleRun] = []
    opened: dict[str, Token] = {}
    for index, token in enumerate(line.tokens):
        mark = token.new
        if token.sort is not Sort.STARS or not (mark in {_BOLD, _BOLD_PAIR} or (stars.markdown and mark in _MARKDOWN)):
            continue
        before, after = _neighbour(line.tokens, index, -1), _neighbour(line.tokens, index, 1)
        if before and after and (before + after).isascii() and (before + after).isalnum():
            continue
        double = mark == _BOLD_PAIR
        opener = opened.get(_BOLD if double else mark)
        closes = opener is not None and before is not None and before not in _NO_CLOSING
        opens = after is not None and after not in _NO_OPENING
        if double and not (closes and opens):
            continue
        if closes and opener is not None:
            if len(mark) > 1:
                runs.append(StyleRun(Span(opener.end, token.start), Style.BOLD))
            opener.drop(kind)
            token.drop(kind)
            opened.clear()
            if double:
                opened[_BOLD] = token
        elif opens and (before is None or before in _BEFORE or stars.markdown or stars.converted):
            opened[mark] = token
    return runs


def _neighbour(tokens: list[Token], index: int, step: int) -> str | None:
    # The character beside a run of asterisks, None at a blank or at the border of the line; dropped signs are skipped.
    index += step
    while 0 <= index < len(tokens):
        token = tokens[index]
        if token.sort in {Sort.BLANK, Sort.END}:
            return None
        if token.new:
            return token.new[0] if step > 0 else token.new[-1]
        index += step
    return None
