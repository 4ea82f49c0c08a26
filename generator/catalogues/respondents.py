"""What the figures of a reviewing body are in the report of a body that does not review (`respondents.yml`)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from generator.catalogues.indicators import indicator_catalogue
from generator.catalogues.load import CatalogueError, load

_FILE = Path(__file__).with_name("respondents.yml")


@dataclass(frozen=True, slots=True)
class Respondent:
    """The entry `instead` of `indicator`, with its `dimension` ("" for the whole); "" where no entry counts it."""

    indicator: str
    instead: str = ""
    dimension: str = ""


@cache
def respondents() -> dict[str, Respondent]:
    """By id of the reviewing body's entry. Raises `CatalogueError` for an id that does not exist."""
    known = indicator_catalogue().by_id
    found = load(_FILE, tuple[Respondent, ...])
    for item in found:
        for name in filter(None, (item.indicator, item.instead)):
            if name not in known:
                raise CatalogueError(_FILE, 1, 1, f"没有 id 为“{name}”的指标")
    return {item.indicator: item for item in found}
