"""Which units mean the same within one indicator (`same_units.yml`)."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from generator.catalogues.load import load

_FILE = Path(__file__).with_name("same_units.yml")


def counted_in(unit: str) -> str:
    """The one unit that stands for all that mean the same as `unit`: 项 gives 个, 名 gives 人, 人次 stays 人次.

    `unit` is without a multiplier (件, not 万件). It is no unit to be shown: it says which figures of one indicator
    may stand side by side. Raises `CatalogueError` if the file is wrong.
    """
    return _standing_for().get(unit, unit)


@cache
def _standing_for() -> dict[str, str]:
    groups = load(_FILE, dict[str, tuple[str, ...]])
    return {unit: common for common, units in groups.items() for unit in units}
