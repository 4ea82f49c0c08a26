"""How the five required contents are recognised: `catalogues/parts.yml`, with the years filled in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from generator.catalogues.load import CatalogueError, load
from generator.model.outcome import PartName

_FILE = Path(__file__).with_name("parts.yml")

SELF = (
    r"(?:我|本)(?:们|省|市|县|区|旗|镇|乡|街道|局|委|办|中心|单位|机关|部门|厅|院|所|站|队|园区|管委会)"
    r"|全(?:市|县|区|镇|乡)"
)
"""How an agency speaks of itself."""


@dataclass(frozen=True, slots=True)
class _Words:
    headings: tuple[str, ...]
    not_headings: tuple[str, ...]
    sentences: tuple[str, ...]
    not_sentences: tuple[str, ...] = ()
    general: tuple[str, ...] = ()
    weak_headings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PartWords:
    """Expressions for one content; each list is joined into one, and matches nothing if it is empty.

    `general` are headings that count only where no other content claims them, `weak` ones that count only where no
    heading was found otherwise.
    """

    headings: re.Pattern[str]
    not_headings: re.Pattern[str]
    sentences: re.Pattern[str]
    not_sentences: re.Pattern[str]
    general: re.Pattern[str]
    weak: re.Pattern[str]


@cache
def part_words(year: int | None) -> dict[PartName, PartWords]:
    """The expressions for a report on `year` (None if unknown). Raises `CatalogueError` for a wrong expression."""
    loaded = _load()

    def join(expressions: tuple[str, ...]) -> re.Pattern[str]:
        return re.compile("|".join(f"(?:{_filled(item, year)})" for item in expressions) or "(?!)", re.VERBOSE)

    return {
        part: PartWords(
            headings=join(words.headings),
            not_headings=join(words.not_headings),
            sentences=join(words.sentences),
            not_sentences=join(words.not_sentences),
            general=join(words.general),
            weak=join(words.weak_headings),
        )
        for part, words in loaded.items()
    }


@cache
def _load() -> dict[PartName, _Words]:
    loaded = load(_FILE, dict[PartName, _Words])
    for part, words in loaded.items():
        for expression in (*words.headings, *words.not_headings, *words.sentences, *words.general):
            try:
                re.compile(_filled(expression, 2023), re.VERBOSE)
            except re.error as error:
                raise CatalogueError(_FILE, 1, 1, f"{part.value} 的“{expression}”有误：{error}") from None
    return loaded


def _filled(expression: str, year: int | None) -> str:
    this, following = ("20[0-9]{2}", "20[0-9]{2}") if year is None else (str(year), str(year + 1))
    return expression.replace("@Y", this).replace("@N", following).replace("@U", f"(?:{SELF})")
