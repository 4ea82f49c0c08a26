"""The pieces into which a source text is cut before it is cleaned."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from generator.model.span import RepairKind

if TYPE_CHECKING:
    from collections.abc import Iterator


class Sort(Enum):
    """What a token is, as far as cleaning needs to know."""

    TEXT = auto()
    STARS = auto()
    """A run of asterisks: literal, or the border of a bold run."""
    BLANK = auto()
    END = auto()
    """A line end."""
    DROPPED = auto()
    """A sign that does not reach the page; `Token.kind` says why."""


@dataclass(slots=True)
class Token:
    """A stretch `[start, end)` of the source; `new` stands for it in the cleaned text.

    `kind` None means that the source is kept; then `new` is the source itself. Cleaning changes `new` and `kind`.
    """

    sort: Sort
    start: int
    end: int
    new: str
    kind: RepairKind | None = None

    def drop(self, kind: RepairKind, new: str = "") -> None:
        """Let `new` stand for the source, and say why."""
        self.new, self.kind = new, kind


_ENDS = r"\n\r\f\v\x85\u2028\u2029"
_BLANKS = r"\ \t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
# Control, zero-width, bidi, variation, interlinear, noncharacter, surrogate, tag and private-use code points.
_UNSEEN = (
    r"\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f"
    r"\u202a-\u202e\u2060-\u206f\u3164\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb"
    r"\ufffe\uffff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff\U000f0000-\U0010ffff"
)
_TOKEN = re.compile(
    rf"""
    (?P<end>      \r\n | [{_ENDS}] )
  | (?P<blank>    [{_BLANKS}]++ )
  | (?P<stars>    \*++ )
  | (?P<bookmark> \[bookmark:[^\[\]\r\n]{{0,200}}\] )
  | (?P<field>                                      # field codes of word processors that were printed as text
        (?: HYPERLINK | PAGEREF | NOTEREF | INCLUDEPICTURE | INCLUDETEXT )
        (?: [ ]{{1,4}}+ (?: "[^"\r\n]{{0,300}}" | _[A-Za-z0-9_]{{1,60}} | \\[a-z*@#] ) )++ (?: [ ]MERGEFORMAT )?+
      | TOC (?: [ ]{{1,4}}+ \\[a-z] (?: [ ]{{1,4}}+ "[^"\r\n]{{0,60}}" )?+ )++ )
  | (?P<control>  \x1b \[ [0-9;]{{0,20}} [A-Za-z] | [{_UNSEEN}] )
  | (?P<text>     [^*\[HPNIT{_ENDS}{_BLANKS}{_UNSEEN}]++ | . )
    """,
    re.VERBOSE | re.DOTALL,
)
_SORTS = {"end": Sort.END, "blank": Sort.BLANK, "stars": Sort.STARS, "text": Sort.TEXT}
_KINDS = {"bookmark": RepairKind.BOOKMARK, "field": RepairKind.BOOKMARK, "control": RepairKind.CONTROL}


def tokenise(text: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """Cut `text[start:end]` into tokens that tile it; what can never reach a page is dropped already."""
    end = len(text) if end is None else end
    run = start
    for match in _TOKEN.finditer(text, start, end):
        group = match.lastgroup or "text"
        if group == "text":
            continue
        if run < match.start():
            yield Token(Sort.TEXT, run, match.start(), text[run : match.start()])
        run = match.end()
        kind = _KINDS.get(group)
        yield Token(_SORTS.get(group, Sort.DROPPED), *match.span(), "" if kind else match.group(), kind)
    if run < end:
        yield Token(Sort.TEXT, run, end, text[run:end])
