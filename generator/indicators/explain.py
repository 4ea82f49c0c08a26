"""Says why a number of a report is, or is not, a figure: rule of the grammar, binding, catalogue entry."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.indicators.bound import Bound
from generator.indicators.facts import FactMaker, context_of
from generator.indicators.grammar import HAN
from generator.indicators.places import Places
from generator.indicators.reading import Reading, read
from generator.model.document import Document
from generator.model.fact import Fact, Qualifier, Reason
from generator.model.identity import Identity
from generator.model.outline import Outline
from generator.model.span import Span
from generator.text import sentences

_NUMBER = re.compile(rf"[\d,.]*\d|[{HAN}]+")

REASONS: dict[Reason, str] = {
    Reason.HEADING: "是标题序号",
    Reason.DATE: "是日期、时间或年数",
    Reason.DOCUMENT_NUMBER: "是文号",
    Reason.ORDINAL: "是序数、位次、门牌或年龄",
    Reason.PROPER: "是会议、规划、文件等专名的一部分",
    Reason.SLOGAN: "是固定说法的一部分",
    Reason.QUOTED: "在引号里，是名称的一部分",
    Reason.TITLE: "在书名号里，是文件名的一部分",
    Reason.STRUCTURAL: "说的是层级、方面，不是数量",
    Reason.DURATION: "是活动的长短或开放的时间",
    Reason.VAGUE: "没有确切数值",
    Reason.LEXICAL: "是词语的一部分",
    Reason.HOTLINE: "是热线号码",
    Reason.VERSION: "是版本号或代号",
    Reason.FREQUENCY: "是频次要求",
    Reason.TARGET: "是目标、打算或要求，不是已经做到的",
}
"""Each reason as the rest of a sentence that begins with the number."""

_QUALIFIERS = {
    Qualifier.NONE: "确数",
    Qualifier.APPROX: "约数",
    Qualifier.AT_LEAST: "下限（不少于）",
    Qualifier.AT_MOST: "上限（不超过）",
    Qualifier.RANGE: "区间",
}


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why the number at a place is or is not a figure.

    `span` and `mention` are the number with its measure word, None and "" where no number stands; `figure` says
    whether it is in the indicator table; `lines` tell why, in Chinese, one step a line.
    """

    span: Span | None
    mention: str
    figure: bool
    lines: tuple[str, ...]


def explain(document: Document, outline: Outline, identity: Identity, offset: int) -> Explanation:
    """Explain the number that covers `offset` of the cleaned text, or the next one on its line."""
    reading = read(document, outline, identity)
    end = document.text.find("\n", offset)
    rest = Span(offset, len(document.text) if end < 0 else end)
    place = _nearest(reading, rest)
    if place is None:
        return Explanation(None, "", figure=False, lines=("这一处到行末没有数字。",))
    for line in reading.lines:
        for bound in (*line.bound, *(cell.bound for cell in line.cells)):
            if bound.quantity.span == place:
                if reason := line.reasons.get(bound.quantity):
                    return _left_out(document, place, reason)
                return _figure(document, reading, outline, bound)
    for masked in reading.masked:
        if masked.span == place:
            return _left_out(document, place, masked.reason)
    return Explanation(
        place,
        place.of(document.text),
        figure=False,
        lines=("数字后面没有量词表（measures.yml）里的计量单位，不当作数据。",),
    )


def _nearest(reading: Reading, rest: Span) -> Span | None:
    """The quantity, masked or bare number that covers the beginning of `rest`, else the first one inside."""
    known = [bound.quantity.span for line in reading.lines for bound in line.bound]
    known += [cell.bound.quantity.span for line in reading.lines for cell in line.cells]
    known += [item.span for item in reading.masked]
    covering = [span for span in known if span.start <= rest.start < span.end]
    if covering:
        return max(covering, key=len)
    bare = [Span(*match.span()) for match in _NUMBER.finditer(reading.shadow.plain, rest.start, rest.end)]
    inside = [span for span in known if rest.start <= span.start < rest.end]
    inside += [span for span in bare if not any(span.overlaps(other) for other in known)]
    return min(inside, default=None)


def _left_out(document: Document, span: Span, reason: Reason) -> Explanation:
    mention = span.of(document.text)
    told = f"没有列入指标表：“{mention}”{REASONS[reason]}（{reason}）。"
    return Explanation(span, mention, figure=False, lines=(told,))


def _figure(document: Document, reading: Reading, outline: Outline, bound: Bound) -> Explanation:
    quantity = bound.quantity
    places = Places(outline)
    section = places.section(quantity.span)
    line = next(item for item in reading.lines if item.span.holds(quantity.span))
    evidence = next((item for item in sentences(document.text, line.span) if item.holds(quantity.span)), line.span)
    value = f"{quantity.low}至{quantity.high}" if quantity.value is None else f"{quantity.value}"
    lines = [
        f"列入指标表：数值 {value}，单位 {quantity.unit or '（无）'}，{_QUALIFIERS[quantity.qualifier]}。",
        f"数字语法：{quantity.branch}。",
        f"归属规则：{bound.rule}。",
    ]
    for name in bound.names:
        context = context_of(reading, bound, name, places.titles(section), evidence)
        lines.append(f"比对目录的分句：{context.line}")
        if context.previous:
            lines.append(f"前一分句：{context.previous}")
    facts = FactMaker(document, reading, places).of(line)
    lines += [_row(fact) for fact in facts if fact.span == quantity.span]
    return Explanation(quantity.span, quantity.span.of(document.text), figure=True, lines=tuple(lines))


def _row(fact: Fact) -> str:
    """What the table shows, and which entry and wording decided."""
    part = f"，范围：{fact.dimension}" if fact.dimension else ""
    if fact.indicator is None:
        return f"目录中没有对应条目，用原文指标：{fact.name}{part}。"
    return f"目录条目：{fact.name}（{fact.rule.rpartition(' · ')[2]}）{part}。"
