"""How a quantity is called where the words around it say more than the noun that it counts.

公示39个部门21类信息 counts departments, and what they published tells them from all departments there are;
组织区直单位60名书记 counts the persons behind the number, not the bodies before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.catalogues.measures import MeasureKind
from generator.catalogues.phrasing import phrasing
from generator.indicators.counted import end_of_counted
from generator.indicators.following import TURNED
from generator.indicators.former import former_value
from generator.indicators.naming import LONGEST, tidied, with_suffix
from generator.indicators.phrases import take_apart
from generator.indicators.predicates import opens_predicate
from generator.indicators.slot import Slot
from generator.indicators.trimming import trim_left, trim_right

_NEXT = re.compile(r"(?:共|共计|的)?")

_KINDS = frozenset(("品种", "批次", "种类", "类别", "主题"))

_LONGEST_DEED = 20


def shown_as(name: str, slot: Slot, behind: str, following: Sequence[Slot]) -> str:
    """The name to be shown instead of the composed one, "" if that one says enough.

    `behind` are the words up to the next quantity, of which `following` is the slot.
    """
    if slot.attributive and slot.noun in _KINDS and (of := _things(slot.left)):
        return with_suffix(of + slot.noun, slot.quantity.measure)  # 抽检水产61个品种
    return _former(name, slot, behind, following) or _of_things(slot, behind, following) or _persons_of_bodies(slot)


def _things(left: str) -> str:
    """抽检水产 of 共抽检水产: of what there are kinds; "" where the words before the number name nothing or a list."""
    phrase = take_apart(left)
    return phrase.text if len(phrase.object) > 1 and "、" not in left and not left.endswith("等") else ""


def _former(name: str, slot: Slot, behind: str, following: Sequence[Slot]) -> str:
    """原许可事项 of 许可事项401项调整为400项: the number before a change; "" if it is none or is named so already."""
    if not following or not TURNED.fullmatch(behind) or name.startswith("原") or former_value(slot.left):
        return ""
    return f"原{name}" if following[0].quantity.measure.unit == slot.quantity.measure.unit else ""


def _of_things(slot: Slot, behind: str, following: Sequence[Slot]) -> str:
    """公示信息的部门 of 公示39个部门21类信息; "" where no number of things follows directly."""
    if not slot.attributive or not _are_bodies(slot.noun) or not following:
        return ""
    other = following[0]
    if slot.predicate:  # 21家单位存在的40项问题
        theirs = behind == f"{slot.noun}{slot.predicate}的" and other.noun
        return with_suffix(f"{slot.predicate}{other.noun}的{slot.noun}", slot.quantity.measure) if theirs else ""
    nothing = _NEXT.fullmatch(behind.removeprefix("的").removeprefix(slot.noun)) is not None
    if not nothing or not other.attributive or not other.noun or _are_bodies(other.noun):
        return ""
    said = f"{_verb(slot.left)}{other.noun}的{slot.noun}"
    return with_suffix(tidied(said), slot.quantity.measure) if len(said) <= LONGEST else ""


def _verb(left: str) -> str:
    """上线 of 在政务服务网上线: the verb directly before the number, else the one that governs the clause."""
    words, text = phrasing(), trim_right(left)
    if length := max(words.strong.before(text, len(text)), words.weak.before(text, len(text))):
        return text[-length:]
    phrase = take_apart(left.partition("、")[0])
    return phrase.verb or phrase.light


def _are_bodies(noun: str) -> bool:
    return phrasing().bodies.before(noun, len(noun)) > 0


def _persons_of_bodies(slot: Slot) -> str:
    """参加宣讲的区直单位书记 of 组织区直单位60名书记参加宣讲; "" where no bodies stand before a number of persons."""
    if slot.quantity.measure.kind is not MeasureKind.PEOPLE or slot.attributive:
        return ""
    bodies = trim_left(take_apart(slot.left).object)
    if not _are_bodies(bodies) or "、" in bodies:
        return ""
    words = phrasing().persons
    end = next((at for at in range(2, min(len(slot.right), 12) + 1) if words.before(slot.right, at)), 0)
    if not end:
        return ""
    end = max(end, end_of_counted(slot.right[: end + 1], slot.quantity.measure)) if end == len(slot.right) else end
    who, deed = bodies + slot.right[:end], trim_right(slot.right[end:])
    if deed and opens_predicate(deed) and len(deed) <= _LONGEST_DEED:
        who = f"{deed}的{who}"
    return with_suffix(tidied(who), slot.quantity.measure)
