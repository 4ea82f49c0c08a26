"""Explicit zeros in words: 未发生安全事故, 无违纪现象发生, 实现“零投诉”. They are values of their own, not facts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.indicators.shadow import Shadow
from generator.indicators.verdicts import is_aim
from generator.model.span import Span

_WHAT = r"[^,。;:!?、\n]"

_EVENTS = """
    投诉|纠错|败诉|事故|差错|发生|上访|复议|诉讼|伤亡|死亡|撤销|违纪|违法|逾期|信访|发案|积压|超期|案件|炒作|舆情
"""
"""What a report may be proud not to have had."""

_CASES = "案件|事故|投诉|败诉|纠错|违纪|舆情|上访|复议|诉讼|决策事项|决策|申请"

_DENIED = re.compile(
    rf"""
    (?P<mark> 未 | 没有 | 从未 ) (?: 再 | 曾 )?
    (?: 发生 | 出现 | 接到 | 收到 | 产生 | 引发 | 发现 | 受理 | 存在 ) 过?
    (?: 任何 | [一1][起例件宗个] )? (?P<thing> {_WHAT}{{2,30}} )
    """,
    re.VERBOSE,
)
"""未发生较大以上生产安全事故."""

_NONE = re.compile(
    rf"""
    (?<![从毫绝别]) (?P<mark> 无 ) (?P<thing> {_WHAT}{{2,24}}? )
    (?: 现象 | 情况 | 行为 )? (?: 发生 | 出现 | 产生 | 现象 ) (?! 率|地|机制 )
    """,
    re.VERBOSE,
)
"""无违法违纪现象发生."""

_WITHOUT = re.compile(
    rf"""
    (?: (?<![^\W\d_]) | 均 | 全年 | 年内 | [局镇县区市办委所] ) (?P<mark> 无 )
    (?P<thing> {_WHAT}{{0,18}}? (?: {_CASES} ) ) (?= [,。;!?\n] | $ )
    """,
    re.VERBOSE,
)
"""我局无重大行政决策事项。"""

_ZERO = re.compile(
    rf"""
      (?P<mark> 实现 | 保持 | 做到 | 达到 | 继续保持 | 连续 ) (?P<thing> {_WHAT}{{0,14}}? ) “? 零 (?P<event> {_EVENTS} )
    | (?: ^ | (?<= [,。;:!?、\n] ) ) (?P<subject> [^\W\d_]{{2,12}} ) “ 零 (?P<alone> {_EVENTS} ) ”
    """,
    re.VERBOSE | re.MULTILINE,
)
"""实现行政复议“零纠错”, 行政诉讼“零败诉”."""

_NO_EVENT = re.compile(r"障碍|偿|证|纸化|缝|须|需|关|论|疑|法|效|人|形|线|害|差别|因")
"""无障碍, 无证, 无须 …: there 无 denies no event."""

_LEADING = re.compile(r"过|较大影响的?|任何|一起|因|被|有")

_TRAILING = re.compile(r"(?:的?(?:现象|情况|行为|问题))?(?:发生|出现|产生)?$")

_SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Zero:
    """An explicit zero: where it stands and what did not happen."""

    span: Span
    name: str


def find_zeros(shadow: Shadow, line: Span) -> Iterator[Zero]:
    """The explicit zeros of a line in order; aims (力争零投诉) are left out."""
    found = [*_denials(shadow.plain, line), *_zeros(shadow.plain, line)]
    last = line.start
    for zero in sorted(found, key=lambda item: item.span):
        before = shadow.plain[max(line.start, zero.span.start - 24) : zero.span.start]
        if zero.span.start >= last and len(zero.name) >= _SHORTEST and not is_aim(before):
            yield zero
            last = zero.span.end


def _denials(text: str, line: Span) -> Iterator[Zero]:
    for pattern in (_DENIED, _NONE, _WITHOUT):
        for match in pattern.finditer(text, line.start, line.end):
            thing = match["thing"].replace(" ", "")
            if pattern is _DENIED:
                thing = _TRAILING.sub("", _LEADING.sub("", thing, count=1) if _LEADING.match(thing) else thing)
            elif _NO_EVENT.match(thing):
                continue
            yield Zero(Span(match.start("mark"), match.end()), thing)


def _zeros(text: str, line: Span) -> Iterator[Zero]:
    for match in _ZERO.finditer(text, line.start, line.end):
        of = (match["subject"] or match["thing"] or "").replace(" ", "").rstrip("“的")
        event = match["event"] or match["alone"]
        yield Zero(Span(*match.span()), of + ("" if event == "发生" else event))
