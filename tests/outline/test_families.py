"""Heading numbers of `tests/cases/outline_markers.tsv`: what is one, and what only looks like one."""

import pytest

from generator.outline.families import marker_at
from tests.text.tables import CASES

ROWS = [row.split("\t") for row in (CASES / "outline_markers.tsv").read_text(encoding="utf-8").splitlines()[1:]]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_marker(row: list[str]) -> None:
    text, family, *rest = row
    marker = marker_at(text, 0, len(text))
    if family == "-":
        assert marker is None
    else:
        assert marker is not None
        assert [family, *rest] == [marker.family.name, str(marker.number), text[marker.title :]]
