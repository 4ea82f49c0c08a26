"""What stands between marks, also where some are missing."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.span import Span
from generator.text.brackets import Enclosures


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("甲“乙丙”丁", "乙丙"),
        ("甲（乙）丙(丁)", "乙丁"),
        ("甲（乙)丙", "乙"),
        ("甲《乙〈丙〉丁》戊", "乙〈丙〉丁"),
        ("甲“乙丙丁", ""),
        ("甲”乙”丙", ""),
        ("甲“乙（丙”丁）戊", "乙（丙"),
        ("甲“乙“丙”丁", "丙"),
    ],
)
def test_inside(text: str, inside: str) -> None:
    enclosed = Enclosures(text, Span(0, len(text)))
    assert inside == "".join(character for offset, character in enumerate(text) if enclosed.hold(offset))


@given(st.text(alphabet="甲“”（）()《》[]", max_size=40))
def test_pairs_do_not_overlap(text: str) -> None:
    spans = Enclosures(text, Span(0, len(text))).spans
    assert all(before.end <= after.start for before, after in pairwise(spans))
