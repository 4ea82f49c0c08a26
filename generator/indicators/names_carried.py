"""What is carried over from what was said before: 调解员9人，…，已增至12人, 涉及金额 of what was named."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.catalogues.measures import MeasureKind
from generator.catalogues.phrasing import phrasing
from generator.indicators.bound import Name, Rule, name_of
from generator.indicators.following import COMPARED_BASE, FROM, TURNED
from generator.indicators.former import former_value
from generator.indicators.memory import Memory
from generator.indicators.phrases import Phrase, take_apart
from generator.indicators.predicates import opens_predicate
from generator.indicators.shortening import without_clause
from generator.indicators.slot import Slot
from generator.indicators.topics import topic_in
from generator.indicators.trimming import trim_left, trim_right

MENTION = re.compile(r"⟨[^⟩]*⟩")

_HOLDS = re.compile(r"(?:包含|包括|涵盖|分为|共计|共|含)")

_AVERAGED = re.compile(r"[月日年人户]均$")

_EXCEPT = re.compile(r"(?<=..)[以之]?外.*$")
"""除12条正在整改外均已销号."""

_REST = re.compile(r"[其剩]余")

_DEVELOPS = re.compile(r"翻了?[一两三]?番$|(?:迅速|快速|不断|持续|蓬勃)*(?:发展|壮大|增加|增长)$")

_GROUP = re.compile(
    r"“[^“”]{2,12}(?:[队团组会社]|联盟|专班)”(?:队伍|团队|小组)?|“[^“”]{2,12}”(?:[^\W\d_]{0,4}[队团组会社]|队伍|联盟|专班)"
    r"|[^\W\d_]{2,8}(?:服务团|服务队|宣讲团|调解团|应急队|突击队|小分队|协会|联盟|专班|队伍|领导小组|工作组|专家组|评审组)"
)
"""What has members: “护河嫂”队伍, “板凳调解团”."""

_AGAIN = re.compile(r"(?:活动|行动|大赛|课堂|讲堂|竞赛)(?!室|站|中心)")
"""活动办了9场: one that was named before."""

_STATE = re.compile(r"(?:已?全部|均已?|都已?|已)[^、]{2,6}$")
"""询问室全部建成，共11间: what has become of the rooms."""

LONG_TOPIC = 20
"""A longer one is cut to what its last verb governs: 学习贯彻党的二十大精神专题轮训班."""

_INVOLVES = frozenset(("涉及", "产生", "包括", "包含", "涵盖"))


def nothing_before(memory: Memory, slot: Slot, number: int, slots: list[Slot]) -> tuple[tuple[Name, ...], Rule]:
    """No words of its own: what the quantity before in this clause, or else the sentence, speaks of."""
    if base := COMPARED_BASE.search(slot.left):
        then = name_of(slot, base["base"] + (memory.subject or memory.object))
        return (replace(then, subject=""),), Rule.CARRIED
    if number and memory.names and not opens_predicate(slot.right):
        before = slots[number - 1]
        said = memory.names[-1].removesuffix(before.quantity.measure.suffix)
        if former := former_value(before.left):
            average = _AVERAGED.search(slot.left)  # 从月均60件降到月均49件
            said = (average[0] if average else "") + said.replace(former.base, "", 1)
        elif FROM.fullmatch(before.left) or TURNED.fullmatch(slot.left):
            said = said.removeprefix("原")
        return (name_of(slot, said),), Rule.CARRIED
    if slot.right and slot.right[0] != "、" and (name := trim_right(slot.right[:16])):
        unit = slot.quantity.measure.unit
        same = memory.object if unit == memory.unit else memory.counted_in(unit) if _REST.match(slot.left) else ""
        if opens_predicate(name) and (what := memory.among or same):
            said = _EXCEPT.sub("", name).rstrip("中").removeprefix("为").removeprefix("是")
            carried = name_of(slot, f"{said}的{what}")
            return (replace(carried, subject=""),), Rule.FOLLOWS
        return (name_of(slot, name.removeprefix("为")),), Rule.FOLLOWS
    if slot.left.startswith("其中") and slot.right and slot.right[0] == "、":  # 其中全国1家、市级11家
        return (name_of(slot, slot.left.removeprefix("其中") + memory.whole_in(slot.quantity.measure.unit)),), Rule.PART
    held = slot.quantity.measure.kind is MeasureKind.EVENT and memory.subjects and _topic_since(memory)
    said = held or memory.begun or memory.object or memory.subject or _named_in(memory.previous)
    persons = phrasing().persons.before(said, len(said)) and slot.quantity.measure.kind is not MeasureKind.PEOPLE
    unlike = memory.units and slot.quantity.measure.unit not in {*memory.units, memory.unit}
    if persons or (unlike and not memory.begun):
        said = _told_since(memory) or said  # 调解员9人，商会调解组织迅速发展，已增至4个
    return (name_of(slot, said),), Rule.CARRIED


def spoken_of(memory: Memory, phrase: Phrase) -> str:
    """What the sentence spoke of, for words that say nothing without: 案件, 培训学员, 涉及金额."""
    words = phrasing()
    if phrase.text in words.members.words and (group := _group_in(memory, phrase)):
        return group
    if (again := _AGAIN.match(phrase.text)) and (named := _named_so(memory, again[0])):
        return named
    if phrase.text in words.generic.words:
        return memory.object
    said = phrase.object if phrase.light in _INVOLVES and not phrase.verb else phrase.text
    if said not in words.alone.words and (said not in words.generic.words or not phrase.light):
        return ""
    topic = memory.topic or _named_in(memory.before)
    topic = "" if topic.endswith("率") else topic
    return topic if len(topic) <= LONG_TOPIC else without_clause(take_apart(topic).object)


def _named_so(memory: Memory, noun: str) -> str:
    """“民法典进小区”活动 of 担任“民法典进小区”活动的讲解员，活动办了9场; "" if no clause names one."""
    named = (re.search(rf"“[^“”]{{2,16}}”(?:系列|主题|专项)?{noun}", clause) for clause in memory.told[::-1])
    return next((match[0] for match in named if match), "")


def _group_in(memory: Memory, phrase: Phrase) -> str:
    """“护河队” of 成立“护河队”3支，队员36人: the group that this sentence last named; "" if it named none."""
    clauses = (phrase.lead, *(MENTION.sub("", clause) for clause in memory.told[::-1]))
    named = next((group[0] for clause in clauses for group in [*_GROUP.finditer(clause)][-1:]), "")
    return named if "“" in named else take_apart(named).object or named  # not 成立 of 成立人民调解协会3个，会员36人


def _told_since(memory: Memory) -> str:
    """What the first clause behind the last number speaks of, "" if none stands between."""
    since = next((number for number, told in enumerate(memory.told[::-1]) if "⟨" in told), len(memory.told))
    clauses = memory.told[len(memory.told) - since :]
    return _DEVELOPS.sub("", _STATE.sub("", trim_left(clauses[0]))) if clauses else ""


def _topic_since(memory: Memory) -> str:
    """学习《预算法》 of 把学习《预算法》列入计划，全年12次: what was named since the last number; "" if nothing."""
    if not memory.told or "⟨" in memory.told[-1]:
        return ""
    return topic_in(memory.told[-1])


def _named_in(clause: str) -> str:
    """What a clause without a number of its own speaks of: 行政职权 of 行政职权包含许可、确认和检查."""
    words = MENTION.sub("", clause)
    holds = _HOLDS.search(words, 2)
    return take_apart(words[: holds.start()] if holds else _DEVELOPS.sub("", words)).text
