"""The period a figure speaks of, and whether it is a value per unit."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from generator.catalogues.restrictions import restrictions


class Period(NamedTuple):
    """The time a figure speaks of, in the words of the source or as the report's year, and whether it is that year."""

    text: str
    in_year: bool


_TOLD = r"""
      (?P<compared> (?: 较 | 比 | 与 | 同 (?!期) | 跟 | 和 | 超 (?:过)? | 相较于? | 相比于? )
        (?P<than> (?:19|20)\d{2}年 | 上 (?:一)? 年 | 去年 | 前 (?:[一二两三四五]) 年 | 近[一二两三五]年 )
        (?: 度 | 全年 | 同期 | 底 | 末 | 初 )? (?! [、,和与至到] ) )
    | 截[至止]到? (?: 目前|今|年底|年末 | (?: (?:19|20)\d{2}年 )? (?: 底|末 | \d{1,2}月 (?: 底|末|\d{1,2}日 )? ) )
    | (?:19|20)\d{2}年 (?:\d{1,2}月)? [-—~至到]{1,2} (?:19|20)\d{2}年 (?: 底|末|\d{1,2}月底? )?
    | 累计 | 历年 | 目前(?!为止) | 今年以来
    | (?: 近|过去 )? [一二两三四五六七八九十\d]{1,2}年[来间] | 近[两三五十\d]{1,2}年
    | “? [一二三四五六七八九十]{1,2}五 ”? (?: 期间|以来|时期 )
    | 自? (?: (?:19|20)\d{2}年 | 去年 | 上年 ) (?: 以来 | 起 | 至今 )
    | [上下]半年 | [一二三四]季度 | \d{1,2}月?[-—~至到]\d{1,2}月份?
    | (?: (?:19|20)\d{2}年度? | 上年 | 去年 ) (?:全年)? | 全年 | [今本]年度?
"""
"""A year, some years or months, or the whole time up to a day."""

_DAYS = r"""
    | (?P<days>
        自? \d{1,2}月 (?:\d{1,2}日|[上中下]旬)? 起? [-—~至到]{1,2} (?:次年)? (?:\d{1,2}月)? (?:\d{1,2}日|[上中下]旬)
      | (?<! [^,;。:()“”、和及的在于年] ) (?! [在于] ) (?: \d{1,2}月份? )? (?: “[^“”,;]{2,12}” )?
        [^\d,;。:()“”、]{2,16}? [月周日] (?:活动|行动)? (?: 期间 | 活动中 (?=,|共|累计) | 当[天日] )
      | (?: {windows} ) (?: (?:“双节”|[^\d,;。:()“”]{0,4}) 期间 | 节? 前[后夕] | 节? [前后] (?= ,|$|对|检查) )
      | (?<! [^,;。] ) 汛期 (?=,)
      )
"""
"""Some days of the year: 8月1日至9月30日, 民法典宣传月期间, 春节前后; what is said of them ends at the next ；."""

_OF_DAYS = re.compile(r"期间|当[天日]|活动中|[前后夕]|汛期|\d日|[上中下]旬")
"""One of these is in all that `_DAYS` fits; most sentences have none, and are read in an eighth of the time."""

REACH = 300
"""How far before a figure a word may say what time it is of, in characters; it bounds the cost of each figure."""

_TITLE = re.compile(r"《[^《》]*》|[〔\[(【](?:19|20)\d{2}[〕\])】]")
"""A year in the name of a document says nothing of the time counted."""

_PER = re.compile(
    r"""
    (?P<word>
        [人户月日年周件村平镇校企案亩例场期次]均
      | 每 (?! 年 | [^、,。;]{0,3} 一[次法讲学课考测案题] )
        (?: [^、,。;]{0,2} (?: 季度|社区|街道 | [个名人户件场期村月年天日周次镇家亩支案位校] ) )?
      | 各 (?= $ | 配备 | 有 | 设 )
    )
    [^,。;]{0,24} $
    """,
    re.VERBOSE,
)
"""人均, 每个社区, each with at most a few words behind; 均 alone (均达100%) means all, not each."""


_IN_YEAR = re.compile(
    r"截.* | 累计 | 目前 | 今年以来 | 1月?[-—~至到]1[0-2]月份? | 自?1月1日起?[-—~至到]12月.*", re.VERBOSE
)
"""Up to some day of the year, or nearly all of it: reports of one year say so of what all others say without a word."""

_ONLY_NEXT = frozenset("由从对将把")
"""由2020年的11件降为8件, 对2012年以来印发的53件文件提出意见，废止16件: said of the next number and of no other."""

_DIGIT = re.compile(r"\d")

_ANY_YEAR = re.compile(r"(?:19|20)\d{2}(?=年)")


def period_of(before: str, year: int | None) -> Period:
    """The period of a figure: the last words of the source that tell one before it in its sentence, else the report's.

    A year that is the report's own says nothing new, but ends what was said of another. `before` is the sentence up to
    the figure, or its last `REACH` characters; `year` None is a report of unknown year, whose period is "".
    """
    own = {"", "全年", "今年", "本年", "今年度", "本年度", *(f"{year}年{more}" for more in ("", "度", "全年") if year)}
    told = _last_told(_TITLE.sub("", before))
    if told in own:
        return Period(str(year) if year else "", in_year=True)
    years = set(_ANY_YEAR.findall(told))
    return Period(told, in_year=years <= {str(year)} and _IN_YEAR.fullmatch(told) is not None)


@cache
def _period(*, days: bool) -> re.Pattern[str]:
    """The words that say over which time something was counted; those for some days of the year where asked for."""
    windows = "|".join(map(re.escape, restrictions().windows))
    return re.compile(_TOLD + (_DAYS.replace("{windows}", windows) if days else "|(?P<days>(?!))"), re.VERBOSE)


def _last_told(before: str) -> str:
    """The last words that tell a period which holds for the number at the end; "" if none do."""
    told = ""
    for match in _period(days=_OF_DAYS.search(before) is not None).finditer(before):
        of_number = before.startswith("的", match.end())
        only_next = of_number or before[match.start() - 1 : match.start()] in _ONLY_NEXT
        if match["compared"] and before[match.end() :] == "的":  # 比2021年的15%有所回落
            told = match["than"]
        elif match["days"] and ";" in before[match.end() :]:
            continue
        elif not match["compared"] and not (only_next and _DIGIT.search(before, match.end())):
            told = match[0]
    return told


def per_unit(left: str) -> str:
    """The per-unit word before a number (每, 人均), "" for a total. 均达100% means all, not each."""
    match = _PER.search(left)
    if match is None:
        return ""
    word = match["word"]
    return "平均" if word == "平均" else "每" if word.startswith("每") else word
