"""Fixed phrases of the layout of reports, read from `structure.yml`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from generator.catalogues.load import load


@dataclass(frozen=True, slots=True)
class _Phrases:
    title_matters: tuple[str, ...]
    title_ends: tuple[str, ...]
    labels: tuple[str, ...]
    tail_labels: tuple[str, ...]
    remains: tuple[str, ...]
    formulas: tuple[str, ...]
    part_names: tuple[str, ...]
    section_names: tuple[str, ...]
    closings: tuple[str, ...]
    after_points: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Structure:
    """The phrases as patterns for text without blanks.

    A title holds a `title_matter` and ends with one of `title_ends`; `part_name`, `section_name` and `formula` fit
    whole lines; the others fit the beginning of a line, a paragraph or a sentence. `label_row` fits labels side by side
    that lost their colons (公开方式主动公开文号无), which only the surroundings of a report may be tested for.
    """

    title_matter: re.Pattern[str]
    title_ends: tuple[str, ...]
    label: re.Pattern[str]
    label_row: re.Pattern[str]
    tail_label: re.Pattern[str]
    remains: re.Pattern[str]
    formula: re.Pattern[str]
    part_name: re.Pattern[str]
    section_name: re.Pattern[str]
    closing: re.Pattern[str]
    after_points: re.Pattern[str]


@cache
def structure() -> Structure:
    """The catalogue, read once. Raises `CatalogueError` where it is wrong."""
    phrases = load(Path(__file__).with_name("structure.yml"), _Phrases)
    return Structure(
        title_matter=re.compile(_any(phrases.title_matters)),
        title_ends=phrases.title_ends,
        label=re.compile(rf"[【[（(|•·●■◆▪*]*{_any(phrases.labels)}(?:[:：>》】\]|]|$)|[〉>›]"),
        label_row=re.compile(rf"{_any(phrases.labels)}.{{0,30}}?{_any(phrases.labels)}"),
        tail_label=re.compile(rf"[（(]?{_any(phrases.tail_labels)}"),
        remains=re.compile(_any(phrases.remains)),
        formula=re.compile(_any(phrases.formulas)),
        part_name=re.compile(_any(phrases.part_names)),
        section_name=re.compile(_any(phrases.section_names)),
        closing=re.compile(_any(phrases.closings)),
        after_points=re.compile(_any(phrases.after_points)),
    )


def _any(patterns: tuple[str, ...]) -> str:
    return f"(?:{'|'.join(patterns)})"
