"""Loads the fixed phrases whose numbers are no figures (`exclusions.yml`)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from generator.catalogues.load import load

_FILE = Path(__file__).with_name("exclusions.yml")


@dataclass(frozen=True, slots=True)
class Exclusions:
    """Fixed phrases by kind; each is literal text. Which phrases are slogans is a matter of the domain, not of code."""

    slogan: tuple[str, ...]
    proper: tuple[str, ...]
    structural: tuple[str, ...]
    lexical: tuple[str, ...]


@cache
def exclusions() -> Exclusions:
    """The phrases of the package. Raises `CatalogueError` if the file is wrong."""
    return load(_FILE, Exclusions)
