"""The patterns of quantities, compiled once from the measure words.

No pattern repeats a group that can match the same text in two ways, so none can be made to backtrack badly.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from generator.catalogues.measures import Measure, MeasureKind, measures

HAN = "一二两三四五六七八九十百千万亿零〇"
"""Characters of Chinese numerals as reports use them."""

MARKER = rf"[①-⑳⑴-⒛] | \( [{HAN}\d]{{1,3}} \) | \d{{1,2}} (?: [.、] (?!\d) | \) )"
"""The number of a point in a list, for verbose patterns: （4）, 1., 2、, ③."""

_TENTH_NOT_BEFORE = "立功员果效为本长人绩品熟交不就分套群型"
"""成立, 成功, 成员 …: there 成 is no tenth."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """The compiled patterns; built once from the measure words."""

    arabic: re.Pattern[str]
    range: re.Pattern[str]
    han: re.Pattern[str]
    share: re.Pattern[str]
    vague: re.Pattern[str]


def _either(units: Iterable[Measure]) -> str:
    ordered = sorted(units, key=lambda item: -len(item.unit))
    return "|".join(re.escape(item.unit) + _not_before(item) for item in ordered)


def _not_before(item: Measure) -> str:
    """What must not follow a measure word, as a pattern; letters (km) go on to no further letter or digit."""
    letters = "".join(item.not_before) + ("A-Za-z0-9" if item.unit[-1].isascii() and item.unit[-1].isalnum() else "")
    return f"(?![{letters}])" if letters else ""


@cache
def grammar() -> Grammar:
    """The grammar over all measure words. No pattern repeats a group that can match the same text in two ways."""
    known = list(measures().values())
    unit = _either(known)
    plain = _either([item for item in known if item.kind not in {MeasureKind.RATE, MeasureKind.TIME}])
    spaced = (
        r"(?:(?<=[^\W\d_])|(?<=[^\W\d_][ ]))\d{1,3}(?:[ ]\d{3})+(?!\d)"  # 税款1 236件, not 1 236件 in a row of a table
    )
    number = rf"(?:\d{{1,3}}(?:,\d{{3}})+(?!\d)|{spaced}|\d{{1,15}})(?:\.\d{{1,8}})?"
    counted = _either([item for item in known if item.kind in {MeasureKind.COUNT, MeasureKind.PLACE}])
    after = r"(?:[ ]?(?:\(含\)|含)?(?P<after>以上|以下|以内|左右|上下|之多))?"
    big = "(?P<big> [大小] (?=[类项块]) )?"
    scales = "百万|千万|百亿|千亿|万亿|百|千|万|亿"
    second = rf"(?P<second>\((?:{plain})\)|/(?:{plain}))?"
    arabic = rf"""
        (?: (?<![\d.A-Za-z]) | (?<=[Aa][Pp][Pp]|KTV|AED|ATM|LED|PPP) ) (?<! \d[/:] )
        (?P<number> {number} )
        (?: [ ]{{0,3}} (?P<more> [余多] ) )?
        (?: [ ]{{0,3}} (?P<scale> {scales} )
            (?: (?P<rest> \d{{1,4}}(?:\.\d{{1,4}})? ) (?P<restscale> 万 ) )?
        )?
        (?: [ ]{{0,3}} (?P<more2> [余多] ) )?
        (?P<plus> \+ (?![ ]?[\dA-Za-z]) )?
        [ ]{{0,3}}
        (?:
            {big} (?P<unit> {unit} ) {second}
          | (?P<tenth> 成 ) (?![{_TENTH_NOT_BEFORE}])
          | (?<= [万亿] ) (?! [ ]?[\d.] ) | (?<= [万亿][余多+] ) (?! [ ]?[\d.] )
        )
        {after}
    """
    ranged = rf"""
        (?<![\d.A-Za-z])
        (?P<low> {number} ) [ ]?
        (?P<scale1> {scales} )? (?P<unit1> {unit} )? [ ]?
        (?: -{{1,2}} | —{{1,2}} | – | ~ | 至 | 到 ) [ ]?
        (?P<high> {number} ) [ ]?
        (?P<scale> {scales} )?
        (?P<more> [余多] )?
        {big} (?P<unit> {unit} ) {second}
        {after}
    """
    han = rf"""
        (?P<number> [{HAN}]{{1,14}} (?: 点 [一二三四五六七八九零〇]{{1,6}} )? )
        (?P<more> [余多] )?
        (?P<scale> [万亿] )?
        (?P<more2> [余多] )?
        (?P<big>) (?P<unit> {_either([item for item in known if item.chinese])} | (?<=[余多]) (?:{counted}) ) {second}
        {after}
    """
    decimals = "(?: 点 [一二三四五六七八九零〇]{1,4} )?"
    share = rf"""
        (?P<base> 百分之|千分之 )
        (?P<number> [一二两三四五六七八九十百零〇]{{1,6}} {decimals} | \d{{1,3}}(?:\.\d{{1,4}})? )
        (?! 百分点 ) {after}
      | (?<! [{HAN}第这那] ) (?P<tenths> [一二两三四五六七八九] ) 成 (?![{_TENTH_NOT_BEFORE}])
        (?P<hundredths> 半 | [一二三四五六七八九] (?![{HAN}个件项]) )? (?P<more> [余多] )?
        (?: [ ]? (?P<after2> 以上|以下|左右|之多 ) )?
    """
    vague = r"""
        (?<! [余\d许很诸众一二两三四五六七八九十百千万亿] )
        (?: 多 | 若干 | 数 [十百千万亿]{1,2} 余? | 几 [十百千万]{1,2} 余? )
        (?: 人次 | 件次 | 场次 | 批次 | 户次 | 家次 | 万元 | 亿元
          | [个件项次份名人家条场期批起宗种类本册篇张支部台套座处户位辆间所块轮例组] )
        (?! [部体] )
    """
    return Grammar(
        arabic=re.compile(arabic, re.VERBOSE),
        range=re.compile(ranged, re.VERBOSE),
        han=re.compile(han, re.VERBOSE),
        share=re.compile(share, re.VERBOSE),
        vague=re.compile(vague, re.VERBOSE),
    )
