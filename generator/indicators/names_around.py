"""Names that the words on both sides of a quantity make: 对合同20份进行归档, 分四批取消事项, 事项15分钟办结."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.catalogues.measures import COUNTABLE, MeasureKind
from generator.catalogues.phrasing import phrasing
from generator.indicators.bound import Name, Rule, name_of
from generator.indicators.memory import Memory
from generator.indicators.phrases import take_apart
from generator.indicators.slot import Slot
from generator.indicators.trimming import trim_left, trim_right
from generator.indicators.verbs import sure_verbs

_SUM = re.compile(r"^(?:合计|总计|总共|共计|累计|共|小计)+(?:进行|开展|举办|召开)?了?$")

_LONGEST_DEED = 16

_TOWARDS = re.compile(r".*?(?<![针面核应])对(?P<what>[^对]{2,16})")

_BEING_DONE = re.compile(r"(?:进行|开展|实施|予以)了?(?P<did>[^、]{2,10})")

_TURNS = frozenset(("批", "批次", "轮", "轮次"))

_IN_TURNS = re.compile(r"(?:|.*[^部划区细拆])(?:分|先后|分别)")

_FROM_TO = re.compile(r"从[^、,]{1,10}[到至][^、,]{1,10}(?:平均|最快)*(?:时间|用时|时长|耗时|周期)$")
"""从摘牌到领取许可证平均用时2.8天."""

_TURN_WORDS = re.compile(r"(?:分别|先后|分)$")

_TIMES = re.compile(r"(?:时间|时限|期限|用时|时长|时效|周期)")

_ANAPHOR = re.compile(
    r"(?:而|但)?(?P<when>去年同期|去年|上年同期|上年|前年|20\d\d年|全[国省市县]|全[国省市县]平均)?的?"
    r"(?:这一|这个|该)(?:数字|数据|数值|比例|比率|比重|指标|占比)[是为仅达]?"
)
"""超限率0.4%，去年这一数字是0.7%."""

_MULTIPLE_OF = re.compile(r"(?:约)?(?:是|为|相当于|达到?)(?P<what>[^、]{2,20})的")
"""新收2400件，是同期一审案件的2.3倍."""

_SET_APART = re.compile(r"(?:其中)?(?P<what>[^、]{3,16})中")


def names_around(memory: Memory, slot: Slot, slots: list[Slot]) -> tuple[tuple[Name, ...], Rule] | None:
    """The name of a quantity in the middle of a phrase, or of a sum, and the rule; None where it is neither."""
    if _SUM.match(slot.left) and (parts := memory.list_of(slot.quantity.measure.unit)):
        return (name_of(slot, f"{parts}合计"),), Rule.CARRIED
    if done := _done_to(slot, slots) or _in_turns(slot) or _within(slot):
        return (name_of(slot, done),), Rule.PREDICATE
    if (same := _ANAPHOR.fullmatch(slot.left)) and memory.subjects:
        return (replace(name_of(slot, f"{same['when'] or ''}{memory.subjects[-1]}"), subject=""),), Rule.CARRIED
    if (of := _MULTIPLE_OF.fullmatch(slot.left)) and slot.quantity.measure.unit == "倍" and memory.subject:
        return (replace(name_of(slot, f"{memory.subject}相当于{of['what']}的倍数"), subject=""),), Rule.CARRIED
    if apart := _among(slot):
        return (replace(name_of(slot, apart), subject=""),), Rule.FOLLOWS
    return None


def _done_to(slot: Slot, slots: list[Slot]) -> str:
    """归档合同 of 对合同20份、文件66份进行归档: what was done to all members of the list; "" if nothing says so."""
    towards = _TOWARDS.fullmatch(slots[0].left)
    doing = _BEING_DONE.fullmatch(trim_right(slots[-1].right)) if towards else None
    if not towards or not doing or slot.quantity.measure.kind not in COUNTABLE:
        return ""
    what = towards["what"] if slot is slots[0] else take_apart(slot.left).text
    return f"{doing['did']}{trim_right(trim_left(what))}"


def _in_turns(slot: Slot) -> str:
    """取消许可事项 of 分四批取消许可事项: what was done in so many turns; "" if the words say something else."""
    if slot.quantity.measure.unit not in _TURNS or not _IN_TURNS.fullmatch(slot.left):
        return ""
    did = take_apart(slot.right).text
    before = take_apart(_TURN_WORDS.sub("", slot.left)).text
    return before if phrasing().light.at(did, 0) == len(did) and before else did  # 旁听庭审分9批组织


def _within(slot: Slot) -> str:
    """事项办结时间 of 事项15分钟办结: what was done in that time; "" where no time and a mere verb stand there."""
    did = trim_right(slot.right)
    if slot.quantity.measure.kind is MeasureKind.TIME and (span := _FROM_TO.search(slot.left)):
        return span[0]
    if slot.quantity.measure.kind is not MeasureKind.TIME or sure_verbs().at(did, 0) != len(did) or not did:
        return ""
    what = take_apart(slot.left)
    return "" if what.verb or _TIMES.search(what.text) else f"{what.text}{did}时间"


def _among(slot: Slot) -> str:
    """为退休人员的离岗人员 of 离岗人员中1人为退休人员; "" where the words set nothing apart."""
    apart = _SET_APART.fullmatch(slot.left)
    said = trim_right(slot.right)
    return f"{said}的{apart['what']}" if apart and said and len(said) <= _LONGEST_DEED else ""
