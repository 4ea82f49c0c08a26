"""Quantities in a list: what one of them says for the others."""

from __future__ import annotations

import re
from itertools import pairwise

from generator.catalogues.measures import MeasureKind
from generator.catalogues.phrasing import phrasing
from generator.indicators.following import LEVEL, REACH, governs, whose
from generator.indicators.phrases import take_apart
from generator.indicators.slot import Slot
from generator.indicators.trimming import trim_right
from generator.indicators.verbs import sure_verbs

ONLY_JOINS = re.compile(r"[、和及与,·]*共?|以及")

_JOIN = re.compile(r"、|和(?![解谐])|(?<!参)与|以及|(?<![普惠涉])及(?![时格])")

_AND = frozenset(("和", "与", "及", "以及"))

_CAUSE = re.compile(r"(?:因|由)[^、]{2,10}(?:引发|引起|产生|导致)的(?=..)")
"""因征收引发的行政复议、诉讼分别减少9件和14件: of both."""

_KINDS_OF = re.compile(r"(?P<last>[^、]{1,4})[两二三四五六七八九十](?P<noun>[色类级种档][^、]{2,12})")

_DEALT = "分别"

_COMPARED = re.compile(r"(?:同比|环比|较\w{1,4}|比\w{1,4})$")

_EXTENTS = frozenset({MeasureKind.SIZE, MeasureKind.MONEY})


def _meets(slot: Slot) -> bool:
    return slot.quantity.measure.kind is MeasureKind.EVENT


_ONLY_LEVEL = re.compile(r"^(?:国家|自治区|[省市州县区镇])级")
"""建成2个省级、4个县级基地: the noun of the last member is that of all."""


_KIND = re.compile(r"(?:类别|大类|方面|领域|维度|层面|板块|类型)$")
"""4个方面78个问题: the sides of what the next number counts."""

_PART = re.compile(r"(?:类别|大类|方面|领域|维度|层面|类型|子项|板块|部分|环节|要点|条目)$")
"""30个子项、4个板块: they are no things of which there could be kinds."""

_KIND_UNITS = frozenset(("类", "类型"))

_TOGETHER = re.compile(r"(?:共计|总计|合计|共|的)?")

_AMONG = re.compile(r"(?P<noun>[^、的]{2,12})中的?")

_TAKING_PART = frozenset(("参加", "参与", "参训", "参会", "参赛", "受训"))

_LEVELS = re.compile(r"[国省市县区]、[省市县区镇乡][级两三]")
"""参加省、市级培训6次、320人次: one thing of two levels."""

_BETWEEN = re.compile(r"(?:[、和及与]|以及)(?P<whose>[^、]{2,12})$")


def _counts_kinds(slots: list[Slot]) -> None:
    """涵盖行政处罚等10类共7332项职权: ten kinds of 职权, not of what stands before 等."""
    thing = ""
    for following, slot in pairwise(slots[::-1]):
        between = following.left or slot.right.removeprefix(slot.noun)
        if not following.attributive or not _TOGETHER.fullmatch(between):
            thing = ""
            continue
        thing = thing if _PART.search(following.noun) else following.noun
        kinds = slot.quantity.measure.unit in _KIND_UNITS
        if thing and kinds and not slot.noun:
            slot.noun = thing
        elif thing and not kinds and slot.attributive and _KIND.fullmatch(slot.noun) and not slot.predicate:
            slot.noun = thing + slot.noun
        else:
            continue
        slot.attributive, slot.governed, slot.predicate = True, governs(slot.left), ""


def _shares_noun(slots: list[Slot]) -> None:
    """赋予镇级87项、街道29项权力事项: the noun of the last member is that of all, the places say whose."""
    for following, slot in pairwise(slots[::-1]):
        between = _BETWEEN.fullmatch(slot.right)
        same = slot.quantity.measure.unit == following.quantity.measure.unit
        if not between or not same or slot.attributive or not following.attributive or following.governed:
            continue
        own = take_apart(slot.left.rpartition("等")[2] if slot.left.startswith("、") else slot.left)
        if following.left != slot.right or not whose(own.object) or not whose(between["whose"]):
            continue
        slot.noun, slot.right = following.noun, following.noun + following.predicate
        slot.attributive, slot.governed = True, bool(own.verb)


def spread(slots: list[Slot]) -> None:
    """26个行政村、28个社区均成立了15人以上队伍: the predicate is that of the whole list, its object the next noun."""
    _counts_kinds(slots)
    _shares_noun(slots)
    _govern(slots)
    for number in range(len(slots) - 2, -1, -1):
        slot, following = slots[number], slots[number + 1]
        if _meets(slot) and _meets(following) and not slot.right.strip("、") and following.governed and following.noun:
            slot.attributive, slot.governed, slot.noun = True, True, following.noun  # 常委会2次、常务会5次研究法治工作
        if not slot.attributive:
            continue
        if _ONLY_LEVEL.fullmatch(slot.noun) and following.attributive:
            slot.noun += _ONLY_LEVEL.sub("", following.noun)
        acting = not slot.governed and not slot.predicate and not following.left
        people = following.quantity.measure.kind is MeasureKind.PEOPLE
        if acting and people and sure_verbs().at(following.noun, 0) and not phrasing().persons.within(following.noun):
            slot.predicate = following.noun  # 92个单位1000余人参加考试
        elif not slot.predicate and following.attributive and not following.left and not slot.governed:
            slot.predicate, following.governed = following.predicate, following.governed
        elif slot.predicate and not slot.complete and following.attributive and take_apart(slot.predicate).bare:
            slot.predicate += following.noun
        elif not slot.predicate and following.attributive and not following.left:
            following.left, following.governed = slot.left, slot.governed
            if slot.governed and not _are_persons(following):
                following.noun, following.predicate = following.noun + following.predicate, ""
    _counts_among(slots)


def _are_persons(slot: Slot) -> bool:
    """聘请教授3名、律师2名组成咨询组: what persons do is no part of who they are."""
    people = slot.quantity.measure.kind is MeasureKind.PEOPLE
    return people and phrasing().persons.before(slot.noun, len(slot.noun)) > 0


def _counts_among(slots: list[Slot]) -> None:
    """200宗案卷中的180宗进行了自查: both count 案卷, the second what is said of them."""
    for slot, following in pairwise(slots):
        if slot.attributive and not following.left and (among := _AMONG.fullmatch(slot.right)):
            slot.noun, slot.predicate = among["noun"], ""
            following.noun, following.attributive, following.governed = slot.noun, True, False
            following.predicate = following.predicate or trim_right(following.right)


def _govern(slots: list[Slot]) -> None:
    """明确40项项目、12项能力提升任务: all are objects of the verb before the first."""
    for slot, following in pairwise(slots):
        joined = slot.attributive and following.attributive and not following.left
        if joined and slot.towards:
            following.towards = slot.towards
        reach = REACH.search(slot.left) if joined else None
        if reach and not reach[0].startswith("涉及"):  # 服务覆盖13个镇街、50个部门
            following.left = slot.left
        listed = slot.governed and slot.attributive and following.attributive and not following.left
        if listed and not following.governed:
            following.left, following.governed = slot.left, True
            given = any(other.left and following.predicate.startswith(other.left) for other in slots)
            given = given or _are_persons(following)
            following.noun, following.predicate = following.noun + ("" if given else following.predicate), ""


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
    alike = _DEALT in run[0].left or run[-1].quantity.measure.kind not in _EXTENTS  # 销项12处、938平方米 is so, too
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
    return not first.left.endswith("等") and unit not in _KIND_UNITS


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
    return part + take_apart(last).object if take_apart(part).bare else part
