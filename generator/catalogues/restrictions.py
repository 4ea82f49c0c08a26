"""Loads the words by which a sentence restricts a figure to one drive, platform, event or place."""

from __future__ import annotations

from dataclasses import dataclass, fields, make_dataclass
from functools import cache
from pathlib import Path

from generator.catalogues.load import load

_FILE = Path(__file__).with_name("restrictions.yml")


@dataclass(frozen=True, slots=True)
class Restrictions:
    """The word lists of `restrictions.yml`, longest words first; what each is for stands there."""

    opens: tuple[str, ...]
    means: tuple[str, ...]
    drives: tuple[str, ...]
    carriers: tuple[str, ...]
    general: tuple[str, ...]
    teams: tuple[str, ...]
    begins: tuple[str, ...]
    once: tuple[str, ...]
    during: tuple[str, ...]
    windows: tuple[str, ...]


_Written = make_dataclass("_Written", [(item.name, str) for item in fields(Restrictions)], frozen=True)
"""The file as it is written: under each name blank-separated words."""


@cache
def restrictions() -> Restrictions:
    """The word lists of the package. Raises `CatalogueError` if the file is wrong."""
    written: object = load(_FILE, _Written)
    lists = {item.name: getattr(written, item.name).split() for item in fields(Restrictions)}
    return Restrictions(**{name: tuple(sorted(words, key=len, reverse=True)) for name, words in lists.items()})
