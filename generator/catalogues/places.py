"""Names of provinces and prefectures, and how names of counties are told from other words, read from `places.yml`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from generator.catalogues.load import load


@dataclass(frozen=True, slots=True)
class _Names:
    provinces: dict[str, tuple[str, ...]]
    irregular: tuple[str, ...]
    zones: tuple[str, ...]
    no_places: tuple[str, ...]
    short_cities: dict[str, str]


@dataclass(frozen=True, slots=True)
class Places:
    """Patterns for the names of the three upper levels, for text without blanks.

    `province` and `city` fit full names, longest first, and `city` also the short ones of autonomous prefectures
    (恩施州), which `short_cities` gives in full; `county` fits the shortest stretch of text that ends like a county's
    name, which still may be a zone (`zones`) or no place at all (`no_places`).
    """

    province: re.Pattern[str]
    short_province: re.Pattern[str]
    city: re.Pattern[str]
    county: re.Pattern[str]
    irregular: frozenset[str]
    zones: tuple[str, ...]
    no_places: frozenset[str]
    short_cities: dict[str, str]

    def is_county(self, name: str, *, below_city: bool = False) -> bool:
        """Whether a name that `county` fits is one of an administrative region: not 全县, 社区 or 开发区.

        城区 and the like are regions only where the name of their city stands before them.
        """
        if below_city and name in self.irregular:
            return True
        if name.startswith("委") or "依法治" in name or _NEVER.search(name):
            return False  # 甲市委全面依法治市委员会, 某镇在县, 某局按照市, 第一季度向区
        return name not in self.no_places and not name.endswith(self.zones) and not _is_clause(name)

    def full_province(self, short: str) -> str:
        """The full name of a province that `short_province` fits: 广东省 of 广东."""
        match = re.search(rf"(?:^|\|)({re.escape(short)}[^|]*)", self.province.pattern)
        assert match is not None  # noqa: S101  (both patterns are made of the same names)
        return match[1]


_NEVER = re.compile(r"[在被按把让使是的了对据第季局厅我该并及与由到]|(?<!^)向")
"""Characters that are in no name of a county of GB/T 2260 (向 only begins one: 向阳区); sentences are full of them."""


@cache
def places() -> Places:
    """The catalogue, read once. Raises `CatalogueError` where it is wrong."""
    names = load(Path(__file__).with_name("places.yml"), _Names)
    cities = {city for group in names.provinces.values() for city in group}
    return Places(
        province=re.compile(_longest_first(names.provinces)),
        short_province=re.compile(_longest_first({_SUFFIX.sub("", name) for name in names.provinces})),
        city=re.compile(rf"{_longest_first(cities)}|(?:{_longest_first(names.short_cities)})(?![市区县旗])"),
        county=re.compile(
            rf"{_longest_first(names.irregular)}|[一-鿿]{{1,6}}?(?:新区|[县区市旗](?!域))|[一-鿿]{{1,13}}?自治[县旗]"
        ),
        irregular=frozenset(names.irregular),
        zones=names.zones,
        no_places=frozenset(word + end for word in names.no_places for end in "县区市旗"),
        short_cities=names.short_cities,
    )


_SUFFIX = re.compile(r"(?:省|市|(?:壮族|回族|维吾尔)?自治区|特别行政区)$")
_FOREIGN = frozenset("尔克斯特木鲁浩勒吉卡拉玛族堆")
"""Long names of counties are those of other languages, or say of which people the district is."""
_LONG = 5


def _is_clause(name: str) -> bool:
    """Whether a long stretch that ends like a county is a piece of a sentence: 同步列入县, 紧密围绕区."""
    return (
        len(name) >= _LONG and not name.endswith(("自治县", "旗", "新区", "林区", "特区")) and not _FOREIGN & set(name)
    )


def _longest_first(names: Iterable[str]) -> str:
    return "|".join(sorted(names, key=lambda name: (-len(name), name)))
