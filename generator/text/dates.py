"""Dates as they stand in signatures: 2024年1月5日, 2024.1.5, 二〇二四年一月五日."""

from __future__ import annotations

import re
from datetime import date

from generator.text.numerals import HAN_YEAR, read_numeral, read_year
from generator.text.widths import fold

DATE = rf"""
    (?: [12][0-9]{{3}} \s* 年 \s* [0-9]{{1,2}} \s* 月 \s* [0-9]{{1,2}} \s* [日号]
      | [12][0-9]{{3}} (?P<between> [-./] ) [0-9]{{1,2}} (?P=between) [0-9]{{1,2}}
      | {HAN_YEAR} \s* 年 \s* [一二三四五六七八九十]{{1,2}} \s* 月 \s* [一二三四五六七八九十廿卅]{{1,3}} \s* [日号]
    )
"""
"""A full date, for `re.VERBOSE` on folded text; usable once in a pattern, since it holds the group `between`."""

MONTH = rf"""
    (?: [12][0-9]{{3}} \s* 年 \s* [0-9]{{1,2}} \s* 月
      | {HAN_YEAR} \s* 年 \s* [一二三四五六七八九十]{{1,2}} \s* 月 )
    (?! \s* [0-9一二三四五六七八九十廿卅] )
"""
"""A date without its day, which some reports are signed with; for `re.VERBOSE` on folded text."""

_PARTS = re.compile(r"([^年]+)年([^月]+)月(.+)[日号]|([0-9]{4})[-./]([0-9]+)[-./]([0-9]+)")


def read_date(text: str) -> date | None:
    """The day that `text` names as a whole, None if it names none or one that no calendar has (2月30日)."""
    if (match := _PARTS.fullmatch(re.sub(r"\s", "", fold(text)))) is None:
        return None
    year_text, month_text, day_text = match.groups()[:3] if match[1] else match.groups()[3:]
    year, month, day = read_year(year_text), read_numeral(month_text), read_numeral(day_text)
    if year is None or month is None or day is None:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
