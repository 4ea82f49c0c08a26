"""How cue words are written in the catalogue of themes, and the form of text in which they are looked for.

A cue is a word (`一件事一次办`), or several parts that must follow one another in one sentence (`清理…规范性文件`).
Quotation marks, blanks and full width never matter: 「“一件事”一次办」 holds the cue 一件事一次办.
"""

from __future__ import annotations

from dataclasses import dataclass

GAP = "…"
"""Stands between the parts of a cue."""

_DROPPED = " \t\u3000\u00a0“”‘’\"'「」『』*"
_COMPACT: dict[int, int | None] = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_COMPACT |= {ord(mark): None for mark in _DROPPED} | {ord("＂"): None, ord("＇"): None}
# These stay as they are: sentences are cut at them, and catalogue files are written with them.
for _mark in "，；：！？（）":
    del _COMPACT[ord(_mark)]

_SHORTEST = 2
"""A cue of one character would be found everywhere."""


def compact(text: str) -> str:
    """The text without quotation marks and blanks, full-width letters and digits in half width; line ends stay."""
    return text.translate(_COMPACT)


def compact_with_offsets(text: str) -> tuple[str, list[int]]:
    """Like `compact`; also the offset in `text` of each character that is left, and `len(text)` as a last entry."""
    dropped = _COMPACT
    offsets = [place for place, mark in enumerate(text) if dropped.get(ord(mark), 0) is not None]
    offsets.append(len(text))
    return text.translate(dropped), offsets


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue ready to be looked for: `first` is the word, or its first part; `rest` the parts that must follow."""

    first: str
    rest: tuple[str, ...] = ()


def read_cue(written: str) -> Cue:
    """The cue as written in the catalogue. Raises ValueError (Chinese) if it is too short to tell anything."""
    parts = tuple(compact(part) for part in written.split(GAP))
    if len(parts[0]) < _SHORTEST or not all(parts):
        raise ValueError(f"线索词“{written}”太短，第一段至少两个字")
    return Cue(parts[0], parts[1:])
