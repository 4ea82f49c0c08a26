"""Places and names of bodies: `tests/cases/identity_places.tsv` and `tests/cases/identity_names.tsv`."""

import pytest

from generator.catalogues.places import places
from generator.identity.compact import Compact
from generator.identity.names import acting_names
from generator.identity.place import read_place, without_place
from generator.model.span import Span
from tests.text.tables import read_table


@pytest.mark.parametrize("row", read_table("identity_places.tsv"), ids=lambda row: row["name"])
def test_place(row: dict[str, str]) -> None:
    place = read_place(row["name"])
    found = [place.province, place.city, place.county, without_place(row["name"])]
    assert [row["province"], row["city"], row["county"], row["rest"]] == [part or "-" for part in found]


@pytest.mark.parametrize("row", read_table("identity_names.tsv"), ids=lambda row: row["text"][:16])
def test_acting_names(row: dict[str, str]) -> None:
    compact = Compact(row["text"], Span(0, len(row["text"])))
    found = [name.text for name in acting_names(compact)]
    assert row["names"].split("、" if row["names"] != "-" else None) == (list(dict.fromkeys(found)) or ["-"])


def test_the_catalogue_has_all_prefectures() -> None:
    # GB/T 2260: 333 units of the second level, 30 of them autonomous prefectures with short names, 34 of the first.
    counts = [len(pattern.pattern.split("|")) for pattern in (places().city, places().province)]
    assert (counts, len(places().short_cities)) == ([333 + 30, 34], 30)
