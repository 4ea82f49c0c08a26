"""Digits as people write long numbers: full width, grouped by blanks or dashes, broken by a line end."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

SHORTEST, LONGEST = 11, 19
"""Digits of the numbers that the guard looks for: mobile numbers have 11, bank cards up to 19."""

MOST_ROWS = 6
"""No way of writing a number has more groups (6-4-2-2-4 with a line end in one of them)."""

_ROW = re.compile(r"\d+")

_GAP = re.compile(
    r"""
    [ \t\u00a0\u1680\u2000-\u200d\u202f\u205f\u2060\u3000\ufeff]*   # blanks, zero-width ones included
    [-\u2010-\u2015\u2212\uff0d.\u00b7\u2022\uff0e()\uff08\uff09]?  # at most one dash, dot or bracket
    [ \t\u00a0\u2000-\u200d\u202f\u2060\u3000\ufeff\r]*
    \n?                                                             # at most one line end
    [ \t\u00a0\u2000-\u200d\u202f\u2060\u3000\ufeff]*
    """,
    re.VERBOSE,
)
_WIDEST_GAP = 12


@dataclass(frozen=True, slots=True)
class Row:
    """Digits without anything between them.

    `gap` is what stands between the row before and this one, None if the two have nothing to do with each other.
    """

    start: int
    end: int
    digits: str
    gap: str | None


@dataclass(frozen=True)
class Candidate:
    """Neighbouring rows that may be one number: `text[start:end]` holds them, `digits` joins them."""

    rows: tuple[Row, ...]

    @property
    def start(self) -> int:
        """Offset of the first digit."""
        return self.rows[0].start

    @property
    def end(self) -> int:
        """Offset after the last digit."""
        return self.rows[-1].end

    @cached_property
    def digits(self) -> str:
        """All digits, in ASCII."""
        return "".join(row.digits for row in self.rows)

    @cached_property
    def shape(self) -> tuple[int, ...]:
        """How many digits stand between blanks and dashes; a line end inside a number divides nothing."""
        sizes: list[int] = []
        for number, row in enumerate(self.rows):
            broken = number and row.gap is not None and "\n" in row.gap
            if broken and sizes:
                sizes[-1] += len(row.digits)
            else:
                sizes.append(len(row.digits))
        return tuple(sizes)

    @cached_property
    def line_ends(self) -> int:
        """How many line ends are inside."""
        return sum("\n" in (row.gap or "") for row in self.rows[1:])

    @cached_property
    def tabs(self) -> bool:
        """Whether a tab is inside: then these are cells of a table."""
        return any("\t" in (row.gap or "") for row in self.rows[1:])

    @property
    def spaced_out(self) -> bool:
        """Whether every digit stands alone (1 3 8 1 2 …)."""
        return len(self.rows) > 1 and all(len(row.digits) == 1 for row in self.rows)


def candidates(text: str) -> Iterator[Candidate]:
    """Every run of neighbouring rows with `SHORTEST` to `LONGEST` digits that people might write as one number.

    That is up to `MOST_ROWS` rows, or single digits with nothing but single digits around them.
    """
    rows = tuple(_rows(text))
    yield from _spaced_out(rows)
    for first in range(len(rows)):
        count = 0
        for last in range(first, min(first + MOST_ROWS, len(rows))):
            if last > first and rows[last].gap is None:
                break
            count += len(rows[last].digits)
            if count > LONGEST:
                break
            if count >= SHORTEST:
                yield Candidate(rows[first : last + 1])


def _spaced_out(rows: tuple[Row, ...]) -> Iterator[Candidate]:
    start = 0
    for place, row in enumerate(rows):
        if len(row.digits) > 1:
            start = place + 1
            continue
        if row.gap is None:
            start = place
        after = rows[place + 1] if place + 1 < len(rows) else None
        goes_on = after is not None and after.gap is not None and len(after.digits) == 1
        if not goes_on and SHORTEST <= place + 1 - start <= LONGEST:
            yield Candidate(rows[start : place + 1])


def _rows(text: str) -> Iterator[Row]:
    end: int | None = None
    for match in _ROW.finditer(text):
        gap = None if end is None or match.start() - end > _WIDEST_GAP else text[end : match.start()]
        if gap is not None and not _GAP.fullmatch(gap):
            gap = None
        digits = match[0] if match[0].isascii() else "".join(str(unicodedata.decimal(digit)) for digit in match[0])
        yield Row(match.start(), match.end(), digits, gap)
        end = match.end()
