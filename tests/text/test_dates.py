"""Dates as they stand in signatures."""

import re

import pytest

from generator.text import fold
from generator.text.dates import DATE, read_date


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024年1月5日", "2024-01-05"),
        ("2024 年 1 月 5 日", "2024-01-05"),
        ("２０２４年１２月３１日", "2024-12-31"),
        ("二〇二四年一月五日", "2024-01-05"),
        ("二○二三年十二月二十九日", "2023-12-29"),
        ("二O二四年二月二十日", "2024-02-20"),
        ("二零二四年十月卅一日", "2024-10-31"),
        ("二0二四年一月十日", "2024-01-10"),
        ("二０二四年一月十日", "2024-01-10"),
        ("2024.1.5", "2024-01-05"),
        ("2024-01-05", "2024-01-05"),
        ("2024/1/5", "2024-01-05"),
        ("2024年2月30日", None),
        ("2024年1月", None),
        ("2024年", None),
        ("2024.1", None),
        ("24年1月5日", None),
    ],
)
def test_read_date(text: str, expected: str | None) -> None:
    found = read_date(text)
    assert expected == (found.isoformat() if found else None)


@pytest.mark.parametrize(
    ("text", "expected"), [("于2024年1月5日印发", "2024年1月5日"), ("2024.1-5", None), ("2024年度", None)]
)
def test_pattern(text: str, expected: str | None) -> None:
    match = re.search(DATE, fold(text), re.VERBOSE)
    assert expected == (match[0] if match else None)
