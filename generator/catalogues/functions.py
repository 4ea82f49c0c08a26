"""What agencies do and the words of each function: `catalogues/functions.yml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from generator.catalogues.load import CatalogueError, load

FILE = Path(__file__).with_name("functions.yml")
"""The lexicon as it is written."""


@dataclass(frozen=True, slots=True)
class Function:
    """A function of government.

    `names` are parts of names of agencies, `words` the terms by which the function is known, `kin` ids of functions
    that often share an agency. One that `coordinates` others may write about all of them. A `topic` is on every
    agency's mind; only words about people and systems tell that an agency means itself.
    """

    id: str
    name: str
    names: tuple[str, ...]
    words: tuple[str, ...]
    kin: tuple[str, ...]
    coordinates: bool = False
    topic: bool = False


@dataclass(frozen=True, slots=True)
class Functions:
    """The functions and the words around theirs; see the comments in the file."""

    functions: tuple[Function, ...]
    own_affairs: tuple[str, ...]
    own_body: tuple[str, ...]
    domains: tuple[str, ...]
    others_before: tuple[str, ...]
    others_after: tuple[str, ...]
    others_anywhere: tuple[str, ...]

    def of(self, agency: str, declared: str | None) -> tuple[Function, ...]:
        """The functions of an agency by its name and by what the roster declares; empty if neither tells."""
        told = agency.replace("人民政府", "")  # no 民政
        return tuple(item for item in self.functions if item.id == declared or any(name in told for name in item.names))

    def own(self, agency: str, declared: str | None) -> frozenset[str]:
        """Ids of the functions of an agency and of their kin."""
        return frozenset(identifier for item in self.of(agency, declared) for identifier in (item.id, *item.kin))


@cache
def load_functions() -> Functions:
    """The lexicon, read once. Raises `CatalogueError` if it is wrong or a `kin` is unknown."""
    lexicon = load(FILE, Functions)
    known = {item.id for item in lexicon.functions}
    for item in lexicon.functions:
        if unknown := sorted(set(item.kin) - known):
            raise CatalogueError(FILE, 1, 1, f"职能“{item.id}”的 kin 中没有“{unknown[0]}”")
    if len(known) < len(lexicon.functions):
        raise CatalogueError(FILE, 1, 1, "职能 id 重复")
    return lexicon
