"""Quantities in a list: what one of them says for the others."""

from __future__ import annotations

import re
from itertools import pairwise

from generator.catalogues.measures import MeasureKind
from generator.catalogues.phrasing import phrasing
from generator.indicators.dealing import KIND_UNITS
from generator.indicators.following import REACH, governs, whose
from generator.indicators.phrases import take_apart
from generator.indicators.slot import Slot
from generator.indicators.trimming import trim_right
from generator.indicators.verbs import sure_verbs


def _meets(slot: Slot) -> bool:
    return slot.quantity.measure.kind is MeasureKind.EVENT


_ONLY_LEVEL = re.compile(r"^(?:国家|自治区|[省市州县区镇])级")
"""建成2个省级、4个县级基地: the noun of the last member is that of all."""

_KIND = re.compile(r"(?:类别|大类|方面|领域|维度|层面|板块|类型)$")
"""4个方面78个问题: the sides of what the next number counts."""

_PART = re.compile(r"(?:类别|大类|方面|领域|维度|层面|类型|子项|板块|部分|环节|要点|条目)$")
"""30个子项、4个板块: they are no things of which there could be kinds."""

_TOGETHER = re.compile(r"(?:共计|总计|合计|共|的)?")

_AMONG = re.compile(r"(?P<noun>[^、的]{2,12})中的?")

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
        kinds = slot.quantity.measure.unit in KIND_UNITS
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
