"""Numbers as Chinese writes them: 十一, 二十三, 廿五, 三千五百, 二〇二三, １２, 3."""

from __future__ import annotations

import re

from generator.text.widths import fold

_PLAIN = str.maketrans("〇○两壹贰叁肆伍陆柒捌玖拾佰仟", "零零二一二三四五六七八九十百千")
"""Variants and the forms used on cheques become the everyday characters."""

_ROW = str.maketrans("零一二三四五六七八九", "0123456789")

HAN_DIGITS = "〇○零一二三四五六七八九两十百千万亿廿卅壹贰叁肆伍陆柒捌玖拾佰仟"
"""Every character that may be part of a Chinese numeral, ready for a character class."""

_LONGEST = 24
"""Longer strings are no numbers anyone wrote; the limit keeps adversarial text cheap."""

_MYRIADS = (("亿", 10**8), ("万", 10**4))

_BELOW_MYRIAD = re.compile(
    r"""
    (?: (?P<thousands> [一二三四五六七八九] ) 千 )?
    (?: 零? (?P<hundreds> [一二三四五六七八九] ) 百 )?
    (?: 零? (?: (?P<tens> [一二三四五六七八九]? ) 十 | (?P<joined> [廿卅] ) ) )?
    (?P<gap> 零? ) (?P<ones> [一二三四五六七八九]? )
    """,
    re.VERBOSE,
)
"""二千零二十三, 十一, 廿五, 三千五; not 十百."""

_DIGITS = {"": 0, **{digit: worth for worth, digit in enumerate("零一二三四五六七八九")}, "廿": 2, "卅": 3}

_ZEROS = "〇○零0oO◯ОοΟ"
"""What stands for 〇 in years: circles, letters and digits that look like it."""
HAN_YEAR = f"(?:二[{_ZEROS}]|一九)[{_ZEROS}一二三四五六七八九]{{2}}"
"""A year of this century or the last in Chinese characters, for patterns on folded text: 二〇二三, 二0二三."""

_YEAR = re.compile(rf"[12][0-9]{{3}}|{HAN_YEAR}")
_TO_ZERO = str.maketrans(_ZEROS, "零" * len(_ZEROS))


def read_numeral(text: str) -> int | None:
    """The value of a whole numeral, None if `text` is none.

    Reads ASCII and full-width digits (`１２`), numerals with place words (`十一`, `二十三`, `廿五`, `一万三千`,
    `3万`, `两千〇五`, and `三千五` for 3500) and plain rows of digits (`二〇二三`, `一二`). No blanks, no more than
    24 characters.
    """
    text = fold(text)
    if not 0 < len(text) <= _LONGEST:
        return None
    plain = text.translate(_PLAIN)
    row = plain.translate(_ROW)
    if row.isascii():
        return int(row) if row.isdecimal() else None
    return _read_places(plain)


def read_year(text: str) -> int | None:
    """The year that `text` is: `2023`, `２０２３`, `二〇二三` or `二0二三`; None if it is not one of four digits."""
    text = fold(text)
    if not _YEAR.fullmatch(text):
        return None
    return read_numeral(text if text.isascii() else text.translate(_TO_ZERO))


def _read_places(text: str) -> int | None:
    for word, power in _MYRIADS:
        head, found, tail = text.rpartition(word)
        if found:
            times = _read_part(head)
            rest = _read_part(tail) if tail else 0
            if not times or rest is None or rest >= power:
                return None
            shortened = len(tail) == 1 and tail not in "十廿卅"  # 三万五 is 35,000, 三万零五 is 30,005
            return times * power + (rest * power // 10 if shortened else rest)
    return _read_below_myriad(text)


def _read_part(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() else _read_places(text)


def _read_below_myriad(text: str) -> int | None:
    if not text or (match := _BELOW_MYRIAD.fullmatch(text)) is None:
        return None
    thousands, hundreds, ones = (_DIGITS[match[place] or ""] for place in ("thousands", "hundreds", "ones"))
    tens = _DIGITS[match["joined"] or match["tens"] or ("" if match["tens"] is None else "一")]
    if match["gap"] and not ones:
        return 0 if text == "零" else None
    if ones and not match["gap"] and not tens and (hundreds or thousands):
        ones *= 10 if hundreds else 100
    return thousands * 1000 + hundreds * 100 + tens * 10 + ones
