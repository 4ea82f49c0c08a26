"""Arithmetic that the report's own figures allow: shares, sums of parts, part ≤ whole, percentages in range.

What agrees may be shown with its sum; what does not is a note to staff and never public.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from generator.indicators.bound import Rule
from generator.indicators.numbers import scale
from generator.indicators.rates import is_share
from generator.model.diagnostic import Diagnostic, Problem, Severity
from generator.model.fact import Fact, Qualifier, Recomputation

PERCENTAGE_DIFFERS = Problem(
    code="C02",
    name="percentage-does-not-add-up",
    severity=Severity.NOTE,
    message="百分比与前面的数字对不上：{formula}",
    hint="核对两个数和百分比；统计口径不同的，在正文里说明。网页按原文显示，这条提示只给工作人员看。",
    wrong="核查对象98个，反馈106次，反馈率100%",
    right="核查对象106个，反馈106次，反馈率100%",
)
TOTALS_DIFFER = Problem(
    code="C03",
    name="totals-differ",
    severity=Severity.NOTE,
    message="部分与总数对不上：{formula}",
    hint="核对总数与各分项；统计口径不同的，在正文里说明。网页按原文显示，这条提示只给工作人员看。",
    wrong="受理申请36件，办结38件",
    right="受理申请38件，办结36件",
)

_CASES = frozenset("件起宗例")

_DONE = ("办结", "审结", "结案", "化解", "整改", "调解成功", "处置", "答复", "反馈", "完成整改", "回复", "销号", "采纳")

_WHOLE = ("受理", "收到", "排查", "发现", "查出", "接到", "交办", "摸排", "提出", "核查", "转办")

_GROWTH = re.compile(r"增长|下降|提升|提高|减少|上升|增加|压缩|提速|增幅|降幅|涨|超")

_BOUNDED = re.compile(r"(?:率|占比|比例|比重|满意度)$")

_SUMS = (
    ("行政村", "社区", "村(社区)"),
    ("村", "社区", "村(社区)"),
    ("乡镇", "街道", "乡镇(街道)"),
    ("镇", "街道", "镇(街道)"),
)

_MOST_PARTS = 12

_ALL = 100
"""A whole in per cent."""
_ABSURD = 300
"""A share of more than this is no slip of the pen: the two numbers do not belong together (28.6万人 and 318所)."""

_PLACE = re.compile(r"(?:行政村|村\(社区\)|村（社区）|社区|村|乡镇|街道|镇)数$")


def recompute(facts: Sequence[Fact]) -> tuple[tuple[Recomputation, ...], tuple[Diagnostic, ...]]:
    """The recomputations over the facts of a report (in order of the text), and notes on those that do not agree."""
    found: list[Recomputation] = []
    notes: list[Diagnostic] = []
    for group in _sentences(facts):
        for item, blamed in (*_shares(group), *_bounds(group), *_parts(group), *_pairs(group)):
            found.append(item)
            if not item.agrees:
                problem = PERCENTAGE_DIFFERS if item.kind in {"share", "percentage"} else TOTALS_DIFFER
                notes.append(problem.at(blamed.span, formula=item.formula))
    found += _places(facts)
    return tuple(found), tuple(notes)


def _sentences(facts: Sequence[Fact]) -> Iterator[list[Fact]]:
    group: list[Fact] = []
    for fact in facts:
        if group and group[-1].evidence != fact.evidence:
            yield group
            group = []
        if not (group and group[-1].span == fact.span):  # a second row on the same number counts once
            group.append(fact)
    if group:
        yield group


def amount(fact: Fact) -> Decimal | None:
    """The value written out (1.2万件 → 12000); None for a range."""
    if fact.value is None:
        return None
    prefix = re.match(r"[十百千万亿]*", fact.unit)
    words = prefix[0] if prefix else ""
    return fact.value * scale(words) if fact.unit not in {"%", "‰"} else fact.value


def _unit(fact: Fact) -> str:
    return re.sub(r"^[十百千万亿]+", "", fact.unit)


def _comparable(one: Fact, other: Fact) -> bool:
    """Whether two figures are of one time, in units that mean the same; what one year received, another may close."""
    left, right = _unit(one), _unit(other)
    alike = left == right or (left in _CASES and right in _CASES)
    return alike and ((one.in_year and other.in_year) or one.period == other.period)


def _exact(fact: Fact) -> bool:
    return fact.qualifier is Qualifier.NONE and fact.value is not None


def _is_count(fact: Fact) -> bool:
    return not fact.unit.endswith(("%", "‰", "百分点", "元", "倍", "工作日", "天", "小时", "分钟"))


def _shares(group: Sequence[Fact]) -> Iterator[tuple[Recomputation, Fact]]:
    """1236项 …, 即办件1176项，占比95.15%; 核查对象98个，反馈106次，反馈率100%."""
    for place, rate in enumerate(group):
        if rate.unit != "%" or not _exact(rate) or _GROWTH.search(rate.name):
            continue
        before = [fact for fact in group[max(0, place - 5) : place] if _is_count(fact) and _exact(fact)]
        if len(before) < 2:  # noqa: PLR2004  (a part and a whole)
            continue
        agreeing = _agreeing(rate, before)
        if agreeing:
            yield agreeing, rate
        elif place >= 2 and group[place - 2] in before and group[place - 1] in before:  # noqa: PLR2004
            whole, part = group[place - 2], group[place - 1]
            if _belongs(rate, part, whole) and (item := _disagreeing(rate, part, whole)):
                yield item, rate


def _agreeing(rate: Fact, before: Sequence[Fact]) -> Recomputation | None:
    for part in reversed(before):
        for whole in reversed(before):
            if whole is part or not _comparable(part, whole):
                continue
            share = _share(part, whole)
            if share is None or share > _ALL or not _rounds_to(share, rate.value or Decimal(0)):
                continue
            if share < _ALL or _belongs(rate, part, whole):  # 100 % fits any two equal numbers
                formula = f"{part.mention} ÷ {whole.mention} = {rate.mention}"
                return Recomputation("share", formula, agrees=True, facts=(part.id, whole.id, rate.id))
    return None


def _disagreeing(rate: Fact, part: Fact, whole: Fact) -> Recomputation | None:
    share = _share(part, whole)
    if share is None or _rounds_to(share, rate.value or Decimal(0)):
        return None
    if not _comparable(part, whole) and not _ALL < share <= _ABSURD:  # different units: only the impossible is noted
        return None
    formula = f"{part.mention} ÷ {whole.mention} = {share.quantize(Decimal('0.01'))}%，原文为{rate.mention}"
    return Recomputation("share", formula, agrees=False, facts=(part.id, whole.id, rate.id))


def _share(part: Fact, whole: Fact) -> Decimal | None:
    above, below = amount(part), amount(whole)
    return above / below * 100 if above is not None and below else None


def _rounds_to(share: Decimal, stated: Decimal) -> bool:
    """Whether a stated percentage is the share, rounded or cut off at its own decimals."""
    exponent = stated.as_tuple().exponent
    return abs(share - stated) < Decimal(1).scaleb(exponent if isinstance(exponent, int) and exponent < 0 else 0)


def _belongs(rate: Fact, part: Fact, whole: Fact) -> bool:
    """Whether a rate is named after the part (反馈率 after 反馈106次) or is its share (其中食品类50件，占比25%)."""
    stem = rate.name.removesuffix("率")
    if stem != rate.name:
        stem = stem[-2:]
        return stem in part.name and stem not in whole.name
    return _opens_parts(part) and is_share(rate.name)


def _bounds(group: Sequence[Fact]) -> Iterator[tuple[Recomputation, Fact]]:
    for fact in group:
        too_much = fact.unit == "%" and fact.value is not None and fact.value > _ALL
        if too_much and _BOUNDED.search(fact.name) and not _GROWTH.search(fact.name):
            formula = f"{fact.name}{fact.mention} > 100%"
            yield Recomputation("percentage", formula, agrees=False, facts=(fact.id,)), fact


def _parts(group: Sequence[Fact]) -> Iterator[tuple[Recomputation, Fact]]:
    """清理217件，其中继续有效168件、修改13件、废止36件."""
    for place, whole in enumerate(group):
        parts: list[Fact] = []
        for fact in group[place + 1 : place + 1 + _MOST_PARTS]:
            if _unit(fact) != _unit(whole) or not _is_count(fact) or (not parts and not _opens_parts(fact)):
                break
            parts.append(fact)
        if not parts or not _is_count(whole) or not all(_exact(fact) for fact in (whole, *parts)):
            continue
        total, summed = amount(whole) or Decimal(0), Decimal(0)
        for count, part in enumerate(parts, start=1):
            summed += amount(part) or Decimal(0)
            if summed == total and count > 1:
                chosen = parts[:count]
                formula = f"{' + '.join(item.mention for item in chosen)} = {whole.mention}"
                used = (whole.id, *(item.id for item in chosen))
                yield Recomputation("sum", formula, agrees=True, facts=used), whole
                break
        first = amount(parts[0]) or Decimal(0)
        if first > total:
            formula = f"其中{parts[0].mention} > {whole.mention}"
            yield Recomputation("parts", formula, agrees=False, facts=(whole.id, parts[0].id)), parts[0]


def _opens_parts(fact: Fact) -> bool:
    return Rule.PART in fact.rule


def _pairs(group: Sequence[Fact]) -> Iterator[tuple[Recomputation, Fact]]:
    """受理36件，办结34件: what was done is no more than what came in."""
    for whole, part in pairwise(group):
        if not (_is_count(whole) and _exact(whole) and _exact(part) and _comparable(whole, part)):
            continue
        if not (any(word in whole.name for word in _WHOLE) and any(word in part.name for word in _DONE)):
            continue
        if any(word in whole.name for word in _DONE):
            continue
        agrees = (amount(part) or Decimal(0)) <= (amount(whole) or Decimal(0))
        formula = f"{part.mention} {'≤' if agrees else '>'} {whole.mention}"
        yield Recomputation("parts", formula, agrees=agrees, facts=(whole.id, part.id)), part


def _places(facts: Sequence[Fact]) -> Iterator[Recomputation]:
    """26个行政村 + 28个社区 = 54个村（社区）, wherever in the report they stand."""
    known: dict[str, list[Fact]] = {}
    for fact in facts:
        if fact.unit == "个" and _exact(fact) and (place := _place_of(fact)):
            known.setdefault(place, []).append(fact)
    for one, other, both in _SUMS:
        for whole in known.get(both, [])[:1]:
            for left in known.get(one, [])[:1]:
                for right in known.get(other, [])[:1]:
                    if (left.value or 0) + (right.value or 0) == whole.value:
                        formula = f"{left.mention}{one} + {right.mention}{other} = {whole.mention}{both}"
                        yield Recomputation("sum", formula, agrees=True, facts=(left.id, right.id, whole.id))


def _place_of(fact: Fact) -> str:
    match = _PLACE.search(fact.name)
    return match[0].removesuffix("数").replace("（", "(").replace("）", ")") if match else ""
