"""The period a figure speaks of, and whether it is a value per unit."""

from __future__ import annotations

import re

_PERIOD = re.compile(
    r"""
      (?P<compared> (?: 较 | 比 | 与 | 同 (?!期) | 跟 | 和 | 超 (?:过)? | 相较于? | 相比于? )
        (?: (?:19|20)\d{2}年 | 上 (?:一)? 年 | 去年 | 前 (?:[一二两三四五]) 年 | 近[一二两三五]年 )
        (?: 度 | 全年 | 同期 | 底 | 末 | 初 )? (?! [、,和与至到] ) )
    | 截[至止]到? (?: 目前|今|年底|年末 | (?: (?:19|20)\d{2}年 )? (?: 底|末 | \d{1,2}月 (?: 底|末|\d{1,2}日 )? ) )
    | (?:19|20)\d{2}年 (?:\d{1,2}月)? [-—~至到]{1,2} (?:19|20)\d{2}年 (?: 底|末|\d{1,2}月底? )?
    | 累计 | 历年 | 目前(?!为止) | 今年以来
    | (?: 近|过去 )? [一二两三四五六七八九十\d]{1,2}年[来间] | 近[两三五十\d]{1,2}年
    | “? [一二三四五六七八九十]{1,2}五 ”? (?: 期间|以来|时期 )
    | [上下]半年 | [一二三四]季度 | \d{1,2}月?[-—~至到]\d{1,2}月份?
    | (?:19|20)\d{2}年(?: 以来|度 )? | 上年 | 去年
    """,
    re.VERBOSE,
)
"""Words that say over which time something was counted."""

REACH = 300
"""How far before a figure a word may say what time it is of, in characters; it bounds the cost of each figure."""

_TITLE = re.compile(r"《[^《》]*》|[〔\[(【](?:19|20)\d{2}[〕\])】]")
"""A year in the name of a document says nothing of the time counted."""

_PER = re.compile(
    r"""
    (?P<word>
        [人户月日年周件村平镇校企案亩例场期次]均
      | 每 (?: [^、,。;]{0,2} (?: 季度|社区|街道 | [个名人户件场期村月年天日周次镇家亩支案位校] ) )?
      | 各 (?= $ | 配备 | 有 | 设 )
    )
    [^,。;]{0,24} $
    """,
    re.VERBOSE,
)
"""人均, 每个社区, each with at most a few words behind; 均 alone (均达100%) means all, not each."""


def period_of(before: str, year: int | None) -> str:
    """The period of a figure: the words of the source before it in its sentence, else the report year, else "".

    A year that is the report's own says nothing new. `before` is the sentence up to the figure, or its last `REACH`
    characters.
    """
    own = {f"{year}年", f"{year}年度"} if year else set()
    found = _PERIOD.finditer(_TITLE.sub("", before))
    told = [match[0] for match in found if not match["compared"] and match[0] not in own]
    if told:
        return told[-1]
    return str(year) if year else ""


def per_unit(left: str) -> str:
    """The per-unit word before a number (每, 人均), "" for a total. 均达100% means all, not each."""
    match = _PER.search(left)
    if match is None:
        return ""
    word = match["word"]
    return "平均" if word == "平均" else "每" if word.startswith("每") else word
