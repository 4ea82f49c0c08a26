"""Loads the measure words (`measures.yml`)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from generator.catalogues.load import load

_FILE = Path(__file__).with_name("measures.yml")


class MeasureKind(StrEnum):
    """What a measure word measures; `rate` and `time` are bound and judged by rules of their own."""

    COUNT = "count"
    PEOPLE = "people"
    EVENT = "event"
    PLACE = "place"
    MONEY = "money"
    RATE = "rate"
    TIME = "time"
    SIZE = "size"


COUNTABLE = frozenset({MeasureKind.COUNT, MeasureKind.PEOPLE, MeasureKind.PLACE})
"""What is counted one by one."""

ACTING = frozenset({MeasureKind.PEOPLE, MeasureKind.PLACE})
"""Who or what can do something itself."""

EXTENTS = frozenset({MeasureKind.MONEY, MeasureKind.SIZE})
"""How much of something there is."""


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure word.

    `suffix` is what a composed name gets (`备案规范性文件` + `件数`), "" for none. `chinese` says that numbers in
    Chinese numerals before it count as well. `not_before` are characters before which it is no measure word;
    `only_after` are words of which one must stand shortly before the number (得分 before 分), none for most.
    """

    unit: str
    kind: MeasureKind
    suffix: str = "数"
    chinese: bool = False
    not_before: tuple[str, ...] = ()
    only_after: tuple[str, ...] = ()


@cache
def measures() -> dict[str, Measure]:
    """The measure words by their spelling (half-width brackets). Raises `CatalogueError` if the file is wrong."""
    rows = load(_FILE, tuple[Measure, ...])
    return {row.unit: row for row in rows}
