"""Names of changes: 较上年减少12起 says how many fewer, 从原来的48项调整到32项 what there was before."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.catalogues.measures import MeasureKind
from generator.indicators.bound import Name, Rule, name_of
from generator.indicators.following import FROM, WITHOUT_NOUN
from generator.indicators.memory import Memory
from generator.indicators.phrases import take_apart
from generator.indicators.slot import Slot
from generator.indicators.trimming import trim_left

_CHANGE = re.compile(
    r"(?:(?:19|20)\d\d年度?)?(?:同比|环比|[较比与][^、]{1,8}?(?:相比)?)(?:共|累计)?"
    r"(?P<change>减少|下降|增加|增长|上升|净增加?|净减少?|新增|缩短|压缩|提前|[多少][收办查立发得花跑]?)了?"
)
"""较上年减少12起, 比去年新增1人: nothing but how many more or fewer than before."""

_BASE = re.compile(
    r"(?P<own>[^、]*?)(?:较|比|与)(?P<base>(?:上年|去年|上一年|前年|(?:19|20)\d\d年)(?:度|同期)?)(?:该类)?(?P<what>[^、年]{0,6})$"
)
"""较2022年558件增加60件: the number of another year."""

_COMPARES = re.compile(r"(?:有所|略有|大幅)?(?:增加|增长|减少|下降|上升|提高|提升|降低|持平|基本持平|相比|多|少)")

_BEYOND = re.compile(
    r"(?:超出|超过|高出|高于|低于|少于|多于)[^、,]{0,4}(?:目标|任务|计划|标准|平均|要求|指标)[^、,]{0,4}"
)
"""优良天数220天，超出目标值5天."""

_BARE_CHANGE = re.compile(r"(?P<change>净增|净减|增加|增长|减少|下降|上升)了?")

_CHANGING = re.compile(r"(?P<what>[^、⟨]{3,20}?)(?:总体|整体)?(?:连续|呈|持续|逐年|稳步|大幅|明显|有所|显著)")


def is_mere_change(words: str) -> bool:
    """Whether words before a quantity say how much more or less it is and not of what."""
    return _CHANGE.fullmatch(words) is not None


def names_of_change(memory: Memory, slot: Slot) -> tuple[tuple[Name, ...], Rule] | None:
    """The name of a change or of what there was before, after what the sentence told of; None if it is neither."""
    if FROM.fullmatch(slot.left):  # 精简申请内容，从原来的48项
        memory.subject = take_apart(memory.before).object or memory.object
        return (name_of(slot, memory.subject, "原"),), Rule.CHANGE
    if slot.quantity.measure.kind is MeasureKind.RATE:
        return None
    if (base := _BASE.fullmatch(slot.left)) and _COMPARES.match(slot.right):
        what = trim_left(base["own"]) or base["what"].removesuffix("的") or memory.subject or memory.object
        return (replace(name_of(slot, base["base"] + what), subject=""),), Rule.CARRIED
    if memory.subject and _BEYOND.fullmatch(slot.left):
        return (replace(name_of(slot, slot.left, memory.names[-1]), subject=""),), Rule.CARRIED
    change = _CHANGE.fullmatch(slot.left) or (_BARE_CHANGE.fullmatch(slot.left) if memory.subject else None)
    extent = slot.quantity.measure.kind in WITHOUT_NOUN
    if change is None or (extent and not memory.subject):
        return None
    memory.subject = memory.subject or _who_changes(memory.before)
    said = slot.left if extent else change["change"]
    return (replace(name_of(slot, said, memory.subject), subject=slot.left),), Rule.CARRIED


def _who_changes(clause: str) -> str:
    """发案量 of 发案量连续三年下降: what a clause says a change of; "" if it says none."""
    match = _CHANGING.match(clause)
    return trim_left(match["what"]) if match else ""
