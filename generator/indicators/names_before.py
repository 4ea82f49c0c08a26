"""Names from the words before a quantity: 受理行政复议申请36件, and what a bare verb inherits (审结34件)."""

from __future__ import annotations

import re

from generator.catalogues.measures import MeasureKind
from generator.indicators.bound import Name, Rule, name_of
from generator.indicators.following import TURNED
from generator.indicators.memory import Memory
from generator.indicators.names_carried import nothing_before
from generator.indicators.names_of_members import name_of_member
from generator.indicators.names_of_objects import name_of_object
from generator.indicators.names_of_parts import ends_with_kind, names_of_part
from generator.indicators.names_of_verbs import OWN_LEVEL, completed, names_of_verb
from generator.indicators.phrases import take_apart
from generator.indicators.predicates import opens_predicate
from generator.indicators.slot import Slot

_FROM_WHAT = re.compile(r"(?<=..)[从由](?=[^、]{2,12}$)")
"""审批时间从法定时限⟨20天⟩压缩至…: of what it was."""

_THE_REST = re.compile(r"(?:其余|剩余|剩下)的?|除")

_HELD = re.compile(r"(?<=[动座堂龙校会班课赛展”])(?:[办开搞讲]|举办|召开|开展|举行)了$")
"""培训班办了6期: what was held says enough."""

_PROCEDURE = re.compile(r"(?:简易|普通|一般|快速)程序")

_ALREADY = re.compile(r"^(?:目前|现)?(?:已经|已有|已|中有|有)")


def names_before(
    memory: Memory, slot: Slot, number: int, slots: list[Slot], *, part: bool
) -> tuple[tuple[Name, ...], Rule]:
    """The name of a quantity that the words before it speak of, and the rule."""
    left = slot.left[1:] if slot.left.startswith("对") and slot.left.endswith("的") else slot.left
    left = _FROM_WHAT.sub("", left) if TURNED.fullmatch(slot.right) else left
    if slot.quantity.measure.kind is not MeasureKind.RATE:
        left = left.removesuffix("占")  # 其中35岁以下的占5人
    if slot.quantity.measure.kind is MeasureKind.EVENT:
        left = _HELD.sub("", left)
    left = slot.of + _ALREADY.sub("", left) if slot.of else left
    phrase = take_apart(left + slot.noun)
    if not phrase.text or (_THE_REST.fullmatch(phrase.text) and opens_predicate(slot.right)):
        return nothing_before(memory, slot, number, slots)
    if whole := completed(memory, slot, phrase):
        return (name_of(slot, whole),), Rule.PART if slot.left.startswith("其中") else Rule.ELIDED
    if phrase.bare:
        return names_of_verb(memory, slot, phrase)
    if number and slot.quantity.measure.kind is MeasureKind.MONEY and slot.left.startswith("、"):
        of = _PROCEDURE.search(memory.subjects[-1])  # 简易程序处罚90宗、罚款2万元
        if of:
            return (name_of(slot, phrase.text, of[0]),), Rule.LISTED
    part = part or slot.left.startswith("其中")
    kind = memory.among and ends_with_kind(phrase.text)  # 受理的复议案件中，治安类19件
    if part or kind or (OWN_LEVEL.fullmatch(phrase.text) and not (number and memory.given)):
        return names_of_part(memory, slot, phrase, listed=number > 0 and part)
    listed = name_of_member(memory, slot, number, phrase)
    return ((listed,), Rule.LISTED) if listed else ((name_of_object(memory, slot, phrase),), Rule.PREDICATE)
