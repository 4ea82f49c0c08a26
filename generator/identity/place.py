"""Place names at the beginning of the names of bodies."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.catalogues.places import places

_NATIONAL = re.compile(r"中共|中国共产党|中华人民共和国|国家(?!级)[一-鿿]{2,10}?局")
"""What stands before the place: 中共甲县委, 国家税务总局甲县税务局."""
_LEVEL = re.compile(r"[县区市旗州省镇乡]")
_TOWN = re.compile(r"街道|街办|[镇乡](?:人民)?政府|[镇乡](?=$|[0-9]|关于|法治)")
"""What follows names of towns that end like counties: 新市街道, 草市镇人民政府."""
_OTHER_PROVINCE = re.compile(r"[一-鿿]{1,3}省")
_OTHER_CITY = re.compile(r"[一-鿿]{1,7}?(?:市|地区|自治州|盟)(?=[一-鿿]{1,8}?[县区市旗])")


@dataclass(frozen=True, slots=True)
class Place:
    """The place that a name begins with; a part that is not there is None. `end` is where the place ends.

    `level` is the bare word for a level in names that do not say which one (县司法局), "" otherwise.
    """

    province: str | None = None
    city: str | None = None
    county: str | None = None
    end: int = 0
    level: str = ""

    @property
    def known(self) -> bool:
        """Whether any part is there."""
        return bool(self.province or self.city or self.county)

    @property
    def lowest(self) -> str | None:
        """The name of the lowest part, None if there is none."""
        return self.county or self.city or self.province


def read_place(name: str) -> Place:
    """The place that `name` (no blanks) begins with: 甲省乙市丙区司法局, 丙区司法局, 乙市司法局.

    A single 乙市 is a city if it is one of the prefectures of the catalogue, else a county-level city.
    """
    catalogue = places()
    start = match.end() if (match := _NATIONAL.match(name)) else 0
    level = name[start : start + 1]
    match = catalogue.province.match(name, start) or _OTHER_PROVINCE.match(name, start)
    province = match[0] if match and match[0] not in {"全省", "我省", "本省", "各省"} else None
    start += len(province or "")
    city = match[0] if (match := catalogue.city.match(name, start)) else None
    irregular = (match := catalogue.county.match(name, start)) and match[0] in catalogue.irregular
    if city is None and not irregular and (match := _OTHER_CITY.match(name, start)) and _is_city_above(name, match):
        city = match[0]
    start += len(city or "")
    city = catalogue.short_cities.get(city, city) if city else None
    county = None
    match = catalogue.county.match(name, start)
    if match and catalogue.is_county(match[0], below_city=bool(city)) and not _TOWN.match(name, match.end()):
        county = match[0]
        start = match.end()
    if not (province or city or county):
        return Place(level=level if _LEVEL.fullmatch(level) else "")
    return Place(province, city, county, start)


def _is_city_above(name: str, match: re.Match[str]) -> bool:
    """Whether 甲市 is followed by a county's name, not by 市区 or words like 县委."""
    catalogue = places()
    below = catalogue.county.match(name, match.end())
    return below is not None and len(below[0]) > 1 and catalogue.is_county(below[0]) and catalogue.is_county(match[0])


def without_place(name: str) -> str:
    """The name without the place or the bare level that it begins with: 司法局."""
    place = read_place(name)
    return name[place.end or len(place.level) :]
