"""The place of a report: county, city, province as the text or the roster tells."""

from __future__ import annotations

import re

from generator.catalogues.places import places
from generator.identity.agency import place_of_text
from generator.identity.place import Place, read_place
from generator.identity.sources import Sources
from generator.model.identity import Region
from generator.model.metadata import AgencyEntry, RegionEntry, Roster

_LEVELS = {"province": "province", "city": "city", "county": "county"}
_BEFORE = 16
"""恩施土家族苗族自治州 and a province's name fit before the name of a county."""
_MENTIONS = 50


def find_region(sources: Sources, agency: str | None, entry: AgencyEntry | None, roster: Roster) -> Region:
    """The region from the roster if the agency is known to it, else what the text says; None what nobody says.

    `agency` is the agency's name as found or declared, None if unknown.
    """
    if entry is not None and (lineage := roster.lineage(entry.region)):
        return _from_roster(lineage)
    place = _from_names(sources, agency)
    if place.county and (found := _by_name(roster, place)) is not None:
        return _from_roster(roster.lineage(found.id))
    if place.county is None and agency is not None and (county := _of_branch(sources.document.text, agency)):
        place = Place(place.province, place.city, county)
    city = place.city or (_city_before(sources.document.text, place.county) if place.county else None)
    province = place.province or _province_before(sources.document.text, city or place.county)
    return Region(place.county, city, province, None)


def _from_roster(lineage: tuple[RegionEntry, ...]) -> Region:
    names = {entry.level: entry.name for entry in lineage}
    return Region(names.get("county"), names.get("city"), names.get("province"), lineage[0].code or None)


def _by_name(roster: Roster, place: Place) -> RegionEntry | None:
    """The one region of the roster with the county's name (and city, if known); None if there are none or several."""
    found = [entry for entry in roster.regions if entry.name == place.county]
    if place.city is not None:
        found = [entry for entry in found if place.city in {above.name for above in roster.lineage(entry.id)}]
    return found[0] if len(found) == 1 else None


def _from_names(sources: Sources, agency: str | None) -> Place:
    """The place of the agency's name, completed from other names that agree with it."""
    own = read_place(agency) if agency else Place()
    title = sources.title.issuer.place if sources.title.issuer else Place()
    if not own.known:
        own = title if title.known else read_place(place_of_text(sources) or "")
    names = (*sources.signers, *sources.addressees, *sources.opening, *([sources.title.issuer] if title.known else []))
    for name in names if sources.title.issuer or names else ():
        if name is None:
            continue
        other = name.place
        if own.county and other.county == own.county:
            own = Place(own.province or other.province, own.city or other.city, own.county)
        elif own.city and not own.county and other.city == own.city:
            own = Place(own.province or other.province, own.city)
    return own


_BRANCH = re.compile(r"[局会](?P<place>[一-鿿]{1,6})分局$")


def _of_branch(text: str, agency: str) -> str | None:
    """The county of a city bureau's branch if the text names it: 甲市生态环境局乙分局 and 乙区."""
    match = _BRANCH.search(agency)
    if match is None:
        return None
    named = re.compile(f"{re.escape(match['place'])}(?:新区|[县区市旗])").search(text)
    return named[0] if named and places().is_county(named[0]) else None


def _city_before(text: str, county: str) -> str | None:
    """The city that stands right before the county's name anywhere: 甲市乙区."""
    before = re.compile(f"(?:{places().city.pattern})$")
    for match in list(_finds(text, county)):
        if found := before.search(text[max(0, match - _BEFORE) : match]):
            return found[0]
    return None


def _province_before(text: str, name: str | None) -> str | None:
    """The province that stands right before the name of city or county anywhere."""
    if name is None:
        return None
    before = re.compile(f"(?:{places().province.pattern})$")
    for match in list(_finds(text, name)):
        if found := before.search(text[max(0, match - _BEFORE) : match]):
            return found[0]
    return None


def _finds(text: str, name: str) -> list[int]:
    found: list[int] = []
    at = text.find(name)
    while at >= 0 and len(found) < _MENTIONS:
        found.append(at)
        at = text.find(name, at + 1)
    return found
