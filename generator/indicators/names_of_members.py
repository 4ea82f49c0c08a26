"""Names of the later members of a list, which have their verb from the first one: 处罚企业8家、人员14人."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.catalogues.measures import COUNTABLE, MeasureKind
from generator.catalogues.phrasing import phrasing
from generator.indicators.bound import Name, name_of
from generator.indicators.memory import Memory
from generator.indicators.names_of_doers import ACTOR
from generator.indicators.names_of_parts import ends_with_kind, name_of_next_part
from generator.indicators.names_of_verbs import RANK, SANCTION, graded
from generator.indicators.phrases import Phrase
from generator.indicators.slot import Slot
from generator.indicators.trimming import trim_left
from generator.indicators.verbs import leading_verbs, sure_verbs, verb_groups, without_verbs_at_end

JOINED = re.compile(r"^(?:、|和|及|以及|与)")

_FOUND = re.compile(r"(?:隐患|问题|线索|案件|案|款|额|金)$")
"""What was found there was not what was inspected."""

_SHOWN = re.compile(r"视频|推文|短信|释法|电影|节目|公众号|广播|动漫|图文|直播")
"""发放手册6800份，短视频18条: nobody hands them out."""

_PAPERS = frozenset("书函单表件信")
"""Papers by the last character of their name."""

_GRADE = re.compile(rf"{RANK}$")

_SHORT_CLAUSE = 3

_COUNTED_ALREADY = re.compile(r"[数量额率积重]$|里程$")


def name_of_member(memory: Memory, slot: Slot, number: int, phrase: Phrase) -> Name | None:
    """The name of what has its verb from the member before it, in this clause or the last; None if it has its own."""
    if _is_next_part(memory, slot, phrase):
        return name_of_next_part(memory, slot, phrase)
    if number and (given := _given(memory, slot, phrase)) and not phrase.text.startswith(given):
        said = given + phrase.text
        name = name_of(slot, graded(memory, slot, said) if memory.given else said)
        return replace(name, subject=phrase.text) if memory.carried else replace(name, given=given)
    _remember_verb(memory, phrase)
    if number or not _goes_on(memory, slot, phrase):
        return None
    memory.given, memory.gives, memory.carried = memory.going, True, True
    return replace(name_of(slot, memory.given + phrase.text), subject=phrase.text)


def _is_next_part(memory: Memory, slot: Slot, phrase: Phrase) -> bool:
    """Whether a clause goes on with the parts that 其中 began: nothing but a noun, counted in the same unit."""
    if not memory.parted or slot.quantity.measure.unit != memory.parted_unit or not _ends_or_lists(slot):
        return False
    noun = slot.left.endswith("的") or not _has_verb(phrase)
    acts = sure_verbs().at(phrase.verb, 0) and len(phrase.object) > 1  # 评出A级35家
    goes_on = (ends_with_kind(phrase.text) and not acts) or (noun and "作为" not in phrase.text)
    memory.parted = memory.parted if goes_on else ""
    return goes_on and phrase.text not in phrasing().state.words


def _has_verb(phrase: Phrase) -> bool:
    text = phrase.text
    return bool(phrase.verb or phrase.light or phrase.fronted or leading_verbs(text) or verb_groups(text))


def _remember_verb(memory: Memory, phrase: Phrase) -> None:
    """What later members of the list, or the next clause, may leave out."""
    memory.first = phrase.text
    tells = phrase.verb and len(phrase.object) > 1
    of = phrase.object[: phrase.object.rfind("的") + 1]
    memory.given = phrase.verb + of if tells else of if len(of) > _SHORT_CLAUSE else ""  # 解除协议的诊所3家、药店2家
    memory.carried = memory.carried or (not tells and bool(memory.given))
    begins = not trim_left(phrase.lead) or ACTOR.search(phrase.lead) is not None
    sure = sure_verbs().at(phrase.verb, 0) or not leading_verbs(phrase.object)  # 采购投诉指南
    memory.gives = begins and sure > 0 and phrase.object not in phrasing().noun_head.words  # 整改复查意见书


def _given(memory: Memory, slot: Slot, phrase: Phrase) -> str:
    """What a member of a list has from the first one: 处罚 for 人员14人 in 处罚企业8家、人员14人."""
    verbs = leading_verbs(phrase.text)
    acts = 0 < verbs < len(phrase.text) - 1 or verbs == len(phrase.text)  # 宣传袋 is no act
    if (
        not JOINED.match(slot.left)
        or SANCTION.fullmatch(phrase.text)
        or (phrase.verb and len(phrase.object) > 1)
        or phrase.light
        or acts
    ):
        return ""
    kind = slot.quantity.measure.kind
    fits = (kind in COUNTABLE or kind is MeasureKind.SIZE) and not _COUNTED_ALREADY.search(phrase.text)
    if not fits or (memory.given.endswith("的") and (slot.quantity.measure.unit != memory.unit or "的" in phrase.text)):
        return ""
    if _GRADE.fullmatch(phrase.text) and (grade := _GRADE.search(memory.first)):
        return memory.first[: grade.start()]  # 鉴定为C级12栋、D级9栋
    shared = memory.first.find(phrase.text[:2])  # 成绩突出集体1个、突出个人2人
    return memory.first[:shared] if shared > len(memory.given) else memory.given


def _goes_on(memory: Memory, slot: Slot, phrase: Phrase) -> bool:
    """Whether a clause goes on with the verb of the one before: 收到判决书41份，调解书4份."""
    if not memory.going or not _ends_or_lists(slot):
        return False
    words = phrasing()
    text = phrase.text
    alone = text in words.alone.words or text in words.state.words or text in words.generic.words
    if alone or _COUNTED_ALREADY.search(text) or _has_verb(phrase) or without_verbs_at_end(text) != text:
        return False
    if memory.going in phrasing().handling.words and not _FOUND.search(text) and not _SHOWN.search(text):
        return slot.quantity.measure.kind in COUNTABLE
    alike = text[-1] == memory.going_object[-1:] or {text[-1], memory.going_object[-1:]} <= _PAPERS
    return alike and slot.quantity.measure.unit == memory.going_unit


def _ends_or_lists(slot: Slot) -> bool:
    """Whether nothing but the next member of a list stands behind a quantity."""
    return not slot.right or slot.right[0] in "、和及"
