"""The grammar of quantities: `1.2万余件`, `3-5个工作日`, `近七成`, `百分之九十八点五`, `三千五百余件`.

It says what a number with a measure word means; whether it counts is decided elsewhere (`mask`, `verdicts`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from generator.catalogues.measures import Measure, MeasureKind, measures
from generator.catalogues.phrasing import phrasing
from generator.indicators.grammar import HAN, grammar
from generator.indicators.numbers import read_decimal, scale
from generator.indicators.shadow import Shadow
from generator.model.fact import Qualifier
from generator.model.span import Span

_BEFORE = (
    ("不少于", Qualifier.AT_LEAST),
    ("不低于", Qualifier.AT_LEAST),
    ("不得少于", Qualifier.AT_LEAST),
    ("不得低于", Qualifier.AT_LEAST),
    ("不超过", Qualifier.AT_MOST),
    ("不高于", Qualifier.AT_MOST),
    ("不多于", Qualifier.AT_MOST),
    ("超过", Qualifier.AT_LEAST),
    ("至少", Qualifier.AT_LEAST),
    ("最少", Qualifier.AT_LEAST),
    ("不下", Qualifier.AT_LEAST),
    ("不足", Qualifier.AT_MOST),
    ("不到", Qualifier.AT_MOST),
    ("至多", Qualifier.AT_MOST),
    ("最多", Qualifier.AT_MOST),
    ("大约", Qualifier.APPROX),
    ("将近", Qualifier.APPROX),
    ("接近", Qualifier.APPROX),
    ("超", Qualifier.AT_LEAST),
    ("逾", Qualifier.AT_LEAST),
    ("近", Qualifier.APPROX),
    ("约", Qualifier.APPROX),
)
"""Words directly before a number that belong to it, longest first."""

_ENDS = frozenset(word[-1] for word, _ in _BEFORE)

_NOT_AFTER = {
    "约": frozenset("民公合预节契条誓履制签违规"),
    "近": frozenset("附接亲靠最临就走拉邻贴逼将"),
    "超": frozenset("商赶治"),
    "逾": frozenset("过未"),
}
"""公约3项, 附近3个, 商超12处: there the character is part of a word."""

_AFTER = {
    "以上": Qualifier.AT_LEAST,
    "以下": Qualifier.AT_MOST,
    "以内": Qualifier.AT_MOST,
    "左右": Qualifier.APPROX,
    "上下": Qualifier.APPROX,
}

_ROUND = re.compile(r"[十百千万亿]+")
"""近千人, 上百家: a place word alone stands for one of it."""

_HAN_NOT_AFTER = frozenset("第每进之首再多同这那某另任唯逐单初下本该各几整头新轮万亿千百十0123456789")


_BARE = Measure(unit="", kind=MeasureKind.COUNT, suffix="")
"""`阅读量达20万`: a number with 万 or 亿 and no measure word."""


class Branch(StrEnum):
    """Which rule of the grammar read a quantity; shown to readers, so in Chinese."""

    DIGITS = "数字加量词"
    RANGE = "区间"
    TENTHS = "成数"
    BARE = "万、亿后没有量词"
    SHARE = "百分之几、几成"
    HAN = "中文数字加量词"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its measure word.

    `span` is the whole mention. `value` is None and `low`, `high` are set for a range. `unit` is as written without
    余 and blanks (`万元`, `份（件）`); `measure` is its bare measure word. `branch` names the rule of the grammar.
    """

    span: Span
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    unit: str
    measure: Measure
    qualifier: Qualifier
    branch: Branch


def find_quantities(shadow: Shadow, span: Span) -> tuple[Quantity, ...]:
    """Every quantity of `span` in order, without overlaps; digits come before Chinese numerals."""
    found = list(_arabic(shadow, span))
    for more in (_shares(shadow.plain, span), _han(shadow, span)):
        starts = [item.span.start for item in found]
        free = [item for item in more if not _overlaps(item, found, starts)]
        found = sorted((*found, *free), key=_by_place)
    return tuple(found)


def _by_place(quantity: Quantity) -> Span:
    return quantity.span


def _overlaps(quantity: Quantity, others: Sequence[Quantity], starts: Sequence[int]) -> bool:
    """Whether a quantity shares text with one of the others, which are in order and apart from one another."""
    place = bisect_left(starts, quantity.span.end)
    return place > 0 and others[place - 1].span.end > quantity.span.start


def _arabic(shadow: Shadow, span: Span) -> Iterator[Quantity]:
    rules, text = grammar(), shadow.plain
    at = span.start
    while match := rules.arabic.search(text, at, span.end):
        start = match.start()
        ranged = rules.range.match(text, start, span.end) or _range_before(text, start, at, span.end)
        if ranged and (item := _read_range(shadow, ranged)):
            yield item
            at = item.span.end
            continue
        if item := _read_arabic(shadow, match):
            yield item
        at = max(match.end(), start + 1)


def _range_before(text: str, start: int, floor: int, end: int) -> re.Match[str] | None:
    """A range whose lower number has no measure word (`80—120人`): the search found only its upper number."""
    for back in range(2, 12):
        if start - back < floor:
            return None
        if text[start - back].isdecimal() and not text[start - back - 1 : start - back].isdecimal():
            match = grammar().range.match(text, start - back, end)
            return match if match and match.start("high") == start else None
    return None


def _read_range(shadow: Shadow, match: re.Match[str]) -> Quantity | None:
    text = shadow.plain
    low, high = read_decimal(match["low"]), read_decimal(match["high"])
    if low is None or high is None or (match["unit1"] and match["unit1"] != match["unit"]):
        return None
    if match["scale1"] and match["scale1"] != match["scale"]:
        return None
    if low >= high:
        return None
    if match["unit1"] and re.search(r"[由从]\D{0,8}$", text[max(0, match.start() - 10) : match.start()]):
        return None  # 由20个工作日至5个工作日 is a change, not a range
    measure, unit = _unit(shadow, match)
    if measure.only_after and not _follows(text, match.start(), measure.only_after):
        return None
    start, _ = _qualified(text, match.start())
    return Quantity(Span(start, match.end()), None, low, high, unit, measure, Qualifier.RANGE, Branch.RANGE)


_CLASS = re.compile(r"的?(?![均都也就已共各又并])[^\W\d_]{2,8}\d")

_NOUN = re.compile(r"的?[^\W\d_]{2}")
"""对10人以上集体争议开辟绿色通道: of whom or what."""

_OF_SUCH_SIZE = re.compile(
    r"的?(?:大额|重大|较大)?(?:案件|合同|项目|采购|工程|企业|交易|事项|决定|(?:行政)?处罚|支出|投资)"
    r"|的(?:[须应由要]|必须|一律|均须|都要)"
)


def _bounds_class(measure: Measure, match: re.Match[str]) -> bool:
    """Whether a bound says which are meant, not how much there was: 罚款1万元以上案件579起, 5万元以上的都先审查."""
    if match["after"] is None or measure.kind is MeasureKind.RATE:
        return False
    text, start, end = match.string, match.start(), match.end()
    of_size = measure.kind is MeasureKind.MONEY and _OF_SUCH_SIZE.match(text, end)
    of_whom = text[start - 1 : start] in {"对", "凡"} and _NOUN.match(text, end)
    return bool(of_size or of_whom or _CLASS.match(text, end))


def _read_arabic(shadow: Shadow, match: re.Match[str]) -> Quantity | None:
    value, scale_words, branch = read_decimal(match["number"]), match["scale"] or "", Branch.DIGITS
    if value is None:
        return None
    if match["tenth"]:
        measure, unit, value, branch = measures()["%"], "%", value * 10, Branch.TENTHS
    elif match["unit"]:
        measure, unit = _unit(shadow, match)
        if measure.only_after and (match["after"] or not _follows(shadow.plain, match.start(), measure.only_after)):
            return None  # 90分以上 is a class
    elif scale_words:
        measure, unit, branch = _BARE, scale_words, Branch.BARE
    else:
        return None
    if match["rest"]:  # 1亿3200万元
        value += Decimal(match["rest"]) * scale(match["restscale"]) / scale(scale_words)
    if _bounds_class(measure, match):
        return None
    start, qualifier = _qualified(shadow.plain, match.start())
    if signed := _MINUS.search(shadow.plain, max(0, start - _SIGN_REACH), start):
        start, value = signed.start("minus"), -value
    if match["plus"]:  # 10万+人次
        qualifier = Qualifier.AT_LEAST
    qualifier = _combined(qualifier, match["after"], more=bool(match["more"] or match["more2"]))
    return Quantity(Span(start, match.end()), value, None, None, unit, measure, qualifier, branch)


_MINUS = re.compile(r"(?:增[长幅速]|增[长幅速]率|[同环]比|[为是达(])[ ]?(?P<minus>-)[ ]?$")
"""同比增长-3.2%: a minus. Elsewhere the mark is a dash (业务指导-12次) or joins the ends of a range."""


_SIGN_REACH = 6

_NEAR = 16
"""How far before a number a word may stand that its measure word asks for, in characters."""


def _follows(text: str, start: int, words: Sequence[str]) -> bool:
    """Whether one of the words stands shortly before the number at `start`."""
    before = text[max(0, start - _NEAR) : start]
    return any(word in before for word in words)


def _unit(shadow: Shadow, match: re.Match[str]) -> tuple[Measure, str]:
    """The measure word, and the unit with 万 and the like before it.

    A bracketed 次 completes the unit: 人（次） is 人次. Other brackets (份（件）) stay as the source writes them.
    """
    scale_words, unit, second = match["scale"] or "", match["unit"], match["second"] or ""
    measure = measures().get(unit + second.strip("()"), measures()[unit])
    if second == "(次)" and measure.unit != unit:
        return measure, scale_words + measure.unit
    written = shadow.text[match.start("unit") : match.end("second")] if second else (match["big"] or "") + unit
    return measure, scale_words + written


def _qualified(text: str, start: int) -> tuple[int, Qualifier]:
    """Where the mention begins, with a word like 近 or 不少于 before the number, and what that word means."""
    end = start - 1 if text[start - 1 : start] == " " else start
    if text[end - 1 : end] not in _ENDS:
        return start, Qualifier.NONE
    for word, meaning in _BEFORE:
        if text.endswith(word, 0, end):
            begin = end - len(word)
            if text[begin - 1 : begin] in _NOT_AFTER.get(word, ()) and begin:
                return start, Qualifier.NONE
            return begin, meaning
    return start, Qualifier.NONE


def _combined(before: Qualifier, after: str | None, *, more: bool) -> Qualifier:
    """One qualifier out of three words; a bound wins over 余: 超37亿余元 is at least."""
    found = [before, _AFTER.get(after or "", Qualifier.NONE), Qualifier.APPROX if more else Qualifier.NONE]
    for wanted in (Qualifier.AT_LEAST, Qualifier.AT_MOST, Qualifier.APPROX):
        if wanted in found:
            return wanted
    return Qualifier.NONE


def _shares(text: str, span: Span) -> Iterator[Quantity]:
    """百分之九十五, 近七成."""
    for match in grammar().share.finditer(text, span.start, span.end):
        start, qualifier = _qualified(text, match.start())
        if match["tenths"]:
            tenths, hundredths = read_decimal(match["tenths"]), match["hundredths"]
            value = tenths and tenths * 10 + (5 if hundredths == "半" else read_decimal(hundredths or "零") or 0)
            after, unit, more = match["after2"], "%", match["more"] is not None
            before = text[max(0, start - 2) : start]
            if not (more or after or qualifier is not Qualifier.NONE or _TENTHS_TOLD.search(before)):
                continue  # 一成不变, 三成新: without such a word it is no share
        else:
            written = match["number"]
            value = Decimal(100) if written == "百" else read_decimal(written)
            after, unit, more = match["after"], "%" if match["base"] == "百分之" else "‰", False
        if value is not None:
            qualifier = _combined(qualifier, after, more=more)
            where = Span(start, match.end())
            yield Quantity(where, value, None, None, unit, measures()[unit], qualifier, Branch.SHARE)


_TENTHS_TOLD = re.compile(
    r"(?:[达有占过到至为]|增长|下降|上升|提[高升速]|增加|减少|降低|压[缩减降]|缩[短减]|精简|节[约省])$"
)
"""下降三成: words that make 成 a tenth; 一成不变 and 三成新 have none of them before."""


def _han(shadow: Shadow, span: Span) -> Iterator[Quantity]:
    """十二次, 三千五百余件, 两次: only where they count."""
    text = shadow.plain
    for match in grammar().han.finditer(text, span.start, span.end):
        written = match["number"]
        start, qualifier = _qualified(text, match.start())
        more = bool(match["more"] or match["more2"])
        if _ROUND.fullmatch(written) and written[0] != "十":
            upon = text[start - 1 : start] == "上"
            if not (more or upon or qualifier is not Qualifier.NONE):
                continue
            if upon and not more:
                start, qualifier = start - 1, Qualifier.APPROX
            written = f"一{written}"
        value = read_decimal(written)
        if value is None or not _counts_in_han(text, start, match, sure=more or len(written) > 1):
            continue
        measure, unit = _unit(shadow, match)
        if match["scale"] and "点" not in written:
            value, unit = value * scale(match["scale"]), unit.removeprefix(match["scale"])
        if _bounds_class(measure, match):
            continue
        qualifier = _combined(qualifier, match["after"], more=more)
        where = Span(start, match.end())
        yield Quantity(where, value, None, None, unit, measure, qualifier, Branch.HAN)


def _counts_in_han(text: str, start: int, match: re.Match[str], *, sure: bool) -> bool:
    """Whether a Chinese numeral counts here: not in 第三次, 每一件, 一次性, 一户一档; a single one needs a verb."""
    following = text[match.end() : match.end() + 1]
    before = text[start - 1 : start]
    if before in _HAN_NOT_AFTER or (before == "统" and match["number"][0] == "一") or (following and following in HAN):
        return False
    if sure:
        return True
    if _is_told(text, start, match) or _honoured(text, match):
        return True
    if match["unit"] == "次" and match["number"] != "一" and phrasing().deliberate.at(text, match.end()):
        return True  # 两次主持召开推进会
    counting = phrasing().counting
    clause = _CLAUSE_END.split(text[max(0, start - _REACH) : start])[-1]
    if match["number"] == "一" and (not following or following not in ",。;、\n)"):
        return any(counting.before(clause, len(clause) - gap) for gap in range(2))
    return counting.within(clause) and not _NOT_ONE.search(clause)


_NOT_ONE = re.compile(r"(?:没有|未|无)[^\W\d_]{0,4}$")
"""没有新增一处: none is no count."""

_TOLD = frozenset(("其中", "仅有", "只有", "共有"))

_NO_COUNT = frozenset(("没有", "具有", "拥有", "享有", "富有", "所有", "部分", "充分", "十分", "百分"))

_IN_PARTS = frozenset("期批场轮次")


def _is_told(text: str, start: int, match: re.Match[str]) -> bool:
    """其中两人, 仅有一人, 有两件文件需废止, 分七期培训: the word before says that a count follows."""
    before = text[max(0, start - 2) : start]
    if before in _TOLD or match["number"] == "一" or before in _NO_COUNT:
        return before in _TOLD
    return before.endswith("有") or (before.endswith("分") and match["unit"] in _IN_PARTS)


_HONOURED = re.compile(r"[^,。;、]{0,10}?(?:获|荣获|被评为|被授予|入选|当选)")
_HONOURS = frozenset("人名家件篇部")


def _honoured(text: str, match: re.Match[str]) -> bool:
    """三名同志获“学习标兵奖”: who or what was honoured is counted."""
    return match["unit"] in _HONOURS and _HONOURED.match(text, match.end()) is not None


_REACH = 30
"""How far before a single Chinese numeral a counting verb may stand, in characters."""

_CLAUSE_END = re.compile(r"[,。;:!?\n]")
