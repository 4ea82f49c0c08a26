"""The guard's words (`catalogues/guard.yml`), and what a personal name looks like."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from generator.catalogues import load as catalogues

_FILE = Path(catalogues.__file__).with_name("guard.yml")

_FUNCTION = (
    "的是在和与及等对为了不有将被把从由向以或并且所其此该各每第个项件次条"
    "这那我你他她它们就也都很更最又再还已而但则至于之某×*"
)
"""Characters that never stand in a given name, but next to one."""


@dataclass(frozen=True, slots=True)
class Words:
    """The lists of `guard.yml`; see the comments there."""

    surnames: str
    compound_surnames: tuple[str, ...]
    given: str
    given_single: str
    not_names: str
    residence: tuple[str, ...]
    persons: tuple[str, ...]
    titles: tuple[str, ...]
    sensitive_before: tuple[str, ...]
    sensitive_after: tuple[str, ...]
    parties_before: tuple[str, ...]
    case_after: tuple[str, ...]
    penalties: tuple[str, ...]


@cache
def words() -> Words:
    """The lists, read once. Raises `CatalogueError` if the file is wrong."""
    return catalogues.load(_FILE, Words)


@cache
def not_names() -> frozenset[str]:
    """Words that look like names and are none."""
    return frozenset(words().not_names.split())


@cache
def name_pattern(*, strict: bool = True) -> str:
    """Source of an expression for a surname and one or two characters of a given name.

    With `strict` the given name must be of characters that names are made of, a single one of those that stand
    alone in names; without, anything but function words will do, for places where 姓名： stands before it.
    """
    lists = words()
    surname = f"(?:{'|'.join(lists.compound_surnames)}|[{''.join(lists.surnames.split())}])"
    if not strict:
        return f"{surname}(?:(?![{_FUNCTION}])[一-龥]){{1,2}}"
    pair, single = (f"[{''.join(sorted(set(''.join(given.split()))))}]" for given in (lists.given, lists.given_single))
    return f"{surname}(?:{pair}{{2}}|{single})"


@cache
def single_given() -> frozenset[str]:
    """Characters that may be a whole given name."""
    return frozenset("".join(words().given_single.split()))


def either(choices: tuple[str, ...]) -> str:
    """Source of an expression for any of the words, longest first."""
    return "(?:" + "|".join(re.escape(word) for word in sorted(choices, key=len, reverse=True)) + ")"


def is_name(candidate: str) -> bool:
    """Whether a match of `name_pattern` is neither an ordinary word nor begins with one."""
    if candidate in not_names() or candidate[:2] in not_names():
        return False
    return len(candidate) > 2 or candidate[1] in single_given()  # noqa: PLR2004  (surname and one character)


def masked_name(name: str) -> str:
    """`张三` as `张某`, `欧阳小明` as `欧阳某某`."""
    surname = next((item for item in words().compound_surnames if name.startswith(item)), name[:1])
    return surname + "某" * (len(name) - len(surname))
