"""Explicit zeros in words: 未发生安全事故, 无违法违纪现象发生, 实现“零投诉”. They are values of their own, not facts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.indicators.shadow import Shadow
from generator.indicators.verdicts import is_aim
from generator.model.span import Span

_WHAT = r"[^,。;:!?、\n]"

_PATTERN = re.compile(
    rf"""
      (?P<denied> 未 | 没有 | 从未 ) (?: 再 | 曾 )? (?: 发生 | 出现 | 接到 | 收到 | 产生 | 引发 | 发现 | 受理 | 存在 )
        (?: 过 )? (?: 任何 | [一1] [起例件宗个] )? (?P<thing> {_WHAT}{{2,30}} )
    | (?P<none> (?<![从毫绝别] ) 无 )
        (?P<event> {_WHAT}{{2,24}}? ) (?: 现象 | 情况 | 行为 )? (?: 发生 | 出现 | 产生 | 现象 ) (?! 率|地|机制 )
    | (?P<without> (?: (?<![^\W\d_]) | 均 | 全年 | 年内 | [局镇县区市办委所] ) 无 )
        (?P<case> {_WHAT}{{0,18}}? (?: 案件 | 事故 | 投诉 | 败诉 | 纠错 | 违纪 | 舆情 | 上访 | 复议 | 诉讼 | 决策事项 | 决策 | 申请 ) ) (?= [,。;!?\n] | $ )
    | (?: 实现 | 保持 | 做到 | 达到 | 继续保持 | 连续 ) (?P<place> {_WHAT}{{0,14}}? )
        [“]? 零 (?P<zero> 投诉 | 纠错 | 败诉 | 事故 | 差错 | 发生 | 上访 | 复议 | 诉讼 | 伤亡 | 死亡 | 撤销 | 违纪 | 违法 | 逾期 | 信访 | 发案 | 积压 | 超期 | 案件 | 炒作 | 舆情 )
    | (?P<subject> (?<=[,。;:!?\n、])[^\W\d_]{{2,12}} | ^[^\W\d_]{{2,12}} ) [“] 零 (?P<alone> 投诉 | 纠错 | 败诉 | 事故 | 差错 | 发生 | 逾期 | 上访 ) [”]
    """,
    re.VERBOSE | re.MULTILINE,
)
"""Fixed words with short stretches between them; each stretch is bounded."""

_NOT_AN_EVENT = re.compile(r"障碍|偿|证|纸化|缝|须|需|关|论|疑|法|效|人|形|线|害|差别|因")
"""无障碍, 无证, 无须 …: there 无 denies no event."""

_LEADING = re.compile(r"(?:过|较大影响的?|任何|一起|因|被|有)")

_TRAILING = re.compile(r"(?:的?(?:现象|情况|行为|问题))?(?:发生|出现|产生)?$")


@dataclass(frozen=True, slots=True)
class Zero:
    """An explicit zero: where it stands and what did not happen."""

    span: Span
    name: str


def find_zeros(shadow: Shadow, line: Span) -> Iterator[Zero]:
    """The explicit zeros of a line, aims (力争零投诉) left out."""
    for match in _PATTERN.finditer(shadow.plain, line.start, line.end):
        start, name = _read(match)
        name = name.replace(" ", "")
        if len(name) < 2 or is_aim(shadow.plain[max(line.start, start - 24) : start]):  # noqa: PLR2004
            continue
        yield Zero(Span(start, match.end()), name)


def _read(match: re.Match[str]) -> tuple[int, str]:
    if match["denied"]:
        return match.start("denied"), _TRAILING.sub("", _LEADING.sub("", match["thing"], count=1))
    if match["none"]:
        if _NOT_AN_EVENT.match(match["event"]):
            return match.start(), ""
        return match.end("none") - 1, match["event"]
    if match["without"]:
        if _NOT_AN_EVENT.match(match["case"]):
            return match.start(), ""
        return match.end("without") - 1, match["case"]
    if match["zero"]:
        return match.start(), match["place"].rstrip("“的") + ("" if match["zero"] == "发生" else match["zero"])
    return match.start(), match["subject"] + ("" if match["alone"] == "发生" else match["alone"])
