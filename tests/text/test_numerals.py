"""Numerals of `tests/cases/numerals.tsv`, years, and strings that nobody wrote."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text import HAN_DIGITS, fold, read_numeral, read_year
from tests.text.tables import read_table


@pytest.mark.parametrize("row", read_table("numerals.tsv"), ids=lambda row: row["text"])
def test_numeral(row: dict[str, str]) -> None:
    expected = None if row["value"] == "-" else int(row["value"])
    assert expected == read_numeral(row["text"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2023", 2023),
        ("２０２３", 2023),
        ("二〇二三", 2023),
        ("二0二三", 2023),
        ("二〇二", None),
        ("二023", None),
        ("23", None),
        ("3023", None),
        ("", None),
    ],
)
def test_year(text: str, expected: int | None) -> None:
    assert expected == read_year(text)


@given(st.text(alphabet=HAN_DIGITS + "0９a", max_size=40))
def test_any_string_of_digits_is_read_or_refused(text: str) -> None:
    value = read_numeral(text)
    assert value is None or value >= 0


@given(st.integers(min_value=1, max_value=9999))
def test_numbers_below_ten_thousand_survive_writing_and_reading(number: int) -> None:
    assert number == read_numeral(_write(number))


@given(st.text(max_size=50))
def test_folding_keeps_the_length(text: str) -> None:
    assert len(text) == len(fold(text))


def _write(number: int) -> str:
    written, gap = "", False
    for power, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // power % 10
        if digit:
            written += ("零" if gap and written else "") + "零一二三四五六七八九"[digit] + unit
        gap = not digit
    return written
