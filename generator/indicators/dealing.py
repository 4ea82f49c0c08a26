"""Names before a run of numbers: 民事、行政案件分别为86件、12件, or one that all share: 308批589人次."""

from __future__ import annotations

import re

from generator.catalogues.measures import EXTENTS, MeasureKind
from generator.indicators.following import LEVEL, governs
from generator.indicators.phrases import take_apart
from generator.indicators.slot import Slot
from generator.indicators.trimming import trim_right

ONLY_JOINS = re.compile(r"[、和及与,·]*共?|以及")

_JOIN = re.compile(r"、|和(?![解谐])|(?<!参)与|以及|(?<![普惠涉])及(?![时格])")

_AND = frozenset(("和", "与", "及", "以及"))

_DEALT = "分别"

_COMPARED = re.compile(r"(?:同比|环比|较\w{1,4}|比\w{1,4})$")

_CAUSE = re.compile(r"(?:因|由)[^、]{2,10}(?:引发|引起|产生|导致)的(?=..)")
"""因征收引发的行政复议、诉讼分别减少9件和14件: of both."""

_KINDS_OF = re.compile(r"(?P<last>[^、]{1,4})[两二三四五六七八九十](?P<noun>[色类级种档][^、]{2,12})")

KIND_UNITS = frozenset(("类", "类型"))

_LEVELS = re.compile(r"[国省市县区]、[省市县区镇乡][级两三]")
"""参加省、市级培训6次、320人次: one thing of two levels."""

_TAKING_PART = frozenset(("参加", "参与", "参训", "参会", "参赛", "受训"))

_FIELDS = frozenset(
    ("刑事", "民事", "商事", "行政", "治安", "交通", "消防", "生产", "经济", "国内", "线上", "线下", "网上")
)
"""刑事、治安警情分别下降: both are 警情."""


def deal(slots: list[Slot]) -> None:
    """Deal a list of names before a list of numbers out, or let the numbers share one subject."""
    number = 0
    while number < len(slots):
        end = number
        while end + 1 < len(slots) and not slots[end + 1].left and ONLY_JOINS.fullmatch(slots[end].right):
            end += 1
        if end > number:
            _deal_run(slots, number, end)
        number = end + 1


def _deal_run(slots: list[Slot], first: int, last: int) -> None:
    count = last - first + 1
    run = slots[first : last + 1]
    joined = all(slot.right for slot in run[:-1])  # 16支486人 is doubled: nothing to deal out
    alike = _DEALT in run[0].left or run[-1].quantity.measure.kind not in EXTENTS  # 销项12处、938平方米 is so, too
    items = _items(run[0].left, count) if joined and alike else []
    if items and _LEVELS.search(run[0].left) and len({slot.quantity.measure.unit for slot in run}) > 1:
        items = []
    if not items and first + 1 == last and not _take_part(run[1]) and _has_its_own(run[1], run[0]):
        run[1].left, run[1].governed = _verb_of(run[0].left), True
        return
    for place, slot in enumerate(run):
        slot.place, slot.several = place, count
        if items:
            slot.left = items[place]
        elif place:
            slot.shares = first
        if slots[last].attributive and not items and not _take_part(slots[last]):
            slot.attributive, slot.governed = True, governs(slots[first].left)
            slot.noun, slot.predicate = slots[last].noun, slots[last].predicate
            slot.left = slots[first].left


def _take_part(slot: Slot) -> bool:
    """组织比武2次、64人参加: what stands behind the number is what they did."""
    people = slot.quantity.measure.kind is MeasureKind.PEOPLE
    return people and slot.noun in _TAKING_PART


def _has_its_own(slot: Slot, first: Slot) -> bool:
    """Whether the second of two numbers has a noun of its own: 制定地方性法规3件和1部政府规章, 清单1份、19个事项."""
    told = take_apart(first.left)
    unit = first.quantity.measure.unit
    unlike = first.right == "、" and slot.quantity.measure.unit != unit and not slot.predicate
    apart = unlike or (first.right in _AND and told.verb)
    if not (apart and slot.attributive and slot.noun and told.object):
        return False
    return not first.left.endswith("等") and unit not in KIND_UNITS


def _verb_of(left: str) -> str:
    phrase = take_apart(left)
    return phrase.light + phrase.verb


def _items(left: str, count: int) -> list[str]:
    """The last `count` coordinated items before a run of numbers; empty if there are not that many.

    受理、办结行政复议案件 gives 受理行政复议案件 and 办结行政复议案件; 事故起数、死亡人数同比分别下降 gives both with
    同比下降.
    """
    if left.endswith("等"):  # 行政处罚、行政强制等8类3016项职权
        return []
    core, tail = trim_right(left), ""
    at = left.find(_DEALT)
    if at >= 0:
        core, tail = left[:at], trim_right(left[at + len(_DEALT) :]).strip("为达是到")
        if match := _COMPARED.search(core):
            core, tail = core[: match.start()], match[0] + tail
    parts = [part for part in _JOIN.split(core) if part]
    if len(parts) < count or (at < 0 and len(parts) != count):
        return []
    chosen = _of_kinds(parts[-count:])
    cause = _CAUSE.match(chosen[0])
    if cause:
        chosen = [chosen[0], *(cause[0] + part for part in chosen[1:])]
    return [_filled(part, chosen[-1]) + tail for part in chosen]


def _of_kinds(parts: list[str]) -> list[str]:
    """红色企业 and 黄色企业 of 红、黄两色企业: of each kind the noun of the last one."""
    of = _KINDS_OF.fullmatch(parts[-1])
    if not of:
        return parts
    return [f"{kind}{of['noun']}" for kind in (*parts[:-1], of["last"])]


def _filled(part: str, last: str) -> str:
    """An item of a list with what only the last one says: 受理 of 受理、办结案件, 省级 of 省级、市级基地."""
    if part == last:
        return part
    if LEVEL.fullmatch(take_apart(part).object):
        return part + LEVEL.sub("", last, count=1)
    if part[-2:] in _FIELDS and last[:2] in _FIELDS:
        return part + last[2:]
    return part + take_apart(last).object if take_apart(part).bare else part
