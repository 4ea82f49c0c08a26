"""Values of written numbers: `12,486`, `3.6`, `一点二`, `九十八点五`, with 百 千 万 亿 behind them."""

from __future__ import annotations

from decimal import Decimal

from generator.text import read_numeral

_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}


def read_decimal(written: str) -> Decimal | None:
    """The value of digits with thousands marks (`12,486`, `0.21`) or of a Chinese numeral (`三千五百`, `一点二`).

    None if the characters are no number.
    """
    bare = written.replace(",", "").replace(" ", "")
    if bare.replace(".", "", 1).isdecimal() and bare.isascii():
        return Decimal(bare)
    whole, point, fraction = bare.partition("点")
    value = read_numeral(whole)
    if value is None:
        return None
    if not point:
        return Decimal(value)
    digits = [read_numeral(digit) for digit in fraction]
    if not digits or any(digit is None or digit > 9 for digit in digits):  # noqa: PLR2004  (one decimal digit each)
        return None
    return Decimal(f"{value}.{''.join(map(str, digits))}")


def scale(words: str) -> int:
    """What 百 千 万 亿 behind a number multiply it with: `万` 10,000, `百万` 1,000,000, "" 1."""
    factor = 1
    for word in words:
        factor *= _SCALES[word]
    return factor
