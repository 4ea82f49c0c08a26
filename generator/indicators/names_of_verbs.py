"""Names where a verb does not say what was done to what: 受理申请36件，审结34件; 集中学习，累计开展20次."""

from __future__ import annotations

import re

from generator.catalogues.measures import MeasureKind
from generator.catalogues.phrasing import phrasing
from generator.indicators.bound import Name, Rule, name_of
from generator.indicators.memory import Memory
from generator.indicators.names_carried import LONG_TOPIC, MENTION, spoken_of
from generator.indicators.names_of_doers import with_doer
from generator.indicators.phrases import Phrase, take_apart
from generator.indicators.slot import Slot
from generator.indicators.verbs import verb_at

OWN_LEVEL = re.compile(r"^(?:国家|[省市县区镇乡村]|[省市县区]本)级")

_UNDER_WAY = re.compile(r"(?:正在|尚在|仍在|已在|拟|待|未)[^\W\d_]{2,4}")

_PER = re.compile(
    r"每个?[村镇乡县区户人]|每个?(?:社区|街道|乡镇|镇街|网格|行政村)|[日月年人户村]均|平均(?:每个?[年月日周人件村镇乡县区户])?"
)

SANCTION = re.compile(
    r"责令(?:停产停业|停止执业|关闭|限期拆除)|(?:行政)?拘留|(?:警告|通报批评|罚款|限制从业|驱逐出境)+"
)
"""没收违法所得43宗、责令停产停业6宗: penalties of their own."""

RANK = r"(?:[A-Z甲乙丙丁]|[一二三四五])[级类等](?:及?以[上下])?"
"""A级, 三类, 乙等及以上."""

_GRADE = re.compile(rf"(?:{RANK}|(?:国家|[省市县区])级)$")

_COUNTED = re.compile(r"(?<=..)[票人件户次]数$")

_ONE_VERB = 2

_TESTING = re.compile(r"抽[检查]|检[测查验]|监测|筛查|巡查|体检")

_CASES = frozenset(("件", "起", "宗", "例"))
"""Units that count the same thing in different words."""

_ACTIVITIES = frozenset({MeasureKind.EVENT, MeasureKind.MONEY, MeasureKind.TIME, MeasureKind.SIZE})


def names_of_verb(memory: Memory, slot: Slot, phrase: Phrase) -> tuple[tuple[Name, ...], Rule]:
    """集中学习，累计开展20次: an empty verb says nothing of what was held."""
    said = memory.echo(phrase.verb) if phrase.verb else memory.topic
    said = said if said or phrase.verb else take_apart(MENTION.sub("", memory.previous)).text
    apart = said or not _fits(memory, slot) or SANCTION.fullmatch(phrase.text) or _names_its_own(phrase)
    done_to = "" if apart else memory.done_to(slot.quantity.measure.unit)  # 便民措施103项，办理5万件
    about = spoken_of(memory, phrase) or done_to
    taken = verb_at(phrase.verb, 0)
    if phrasing().nominal.before(phrase.verb[taken:], len(phrase.verb) - taken):  # 受理举报26件，办结26件
        memory.keep(phrase.verb[:taken], phrase.verb[taken:], slot.quantity.measure.unit)
    if not said and not about and _TESTING.fullmatch(phrase.text):  # 抽检160批次，合格率97%
        memory.keep("", phrase.text, slot.quantity.measure.unit)
    return (name_of(slot, said or with_doer(phrase), about),), Rule.CARRIED if said else Rule.BARE


def _names_its_own(phrase: Phrase) -> bool:
    """Whether verbs hold a noun themselves: 举报处理, 受理复议."""
    nominal, verb = phrasing().nominal, phrase.verb
    taken = verb_at(verb, 0)
    return len(verb) > _ONE_VERB and bool(nominal.at(verb, 0) or (taken and nominal.at(verb, taken)))


def completed(memory: Memory, slot: Slot, phrase: Phrase) -> str:
    """What the words mean with the object of the clause before; "" if they stand for themselves.

    审结34件 is a bare verb, 省级17个 a level, 合格309批 a state of the things counted before, 日均17个 their rate.
    """
    words = phrase.text
    among = memory.among if words in phrasing().state.words else ""
    if among or not memory.object or SANCTION.fullmatch(words):
        return among and among + words
    if _PER.fullmatch(words):
        return words + memory.verb + memory.object
    if phrase.bare:
        inherits = not _names_its_own(phrase) and not memory.left_behind and _inherits(memory, slot)
        return memory.object + (phrase.verb or phrase.light) if inherits else ""
    state = phrasing().state
    told = words not in state.words and phrase.verb
    if told or slot.quantity.measure.unit != memory.unit:
        return ""
    if OWN_LEVEL.fullmatch(words):
        return words + OWN_LEVEL.sub("", memory.object)
    before = state.at(memory.object, 0) if words in state.words else 0  # 优秀案卷5份、不合格1份
    return (
        _COUNTED.sub("", memory.object[before:]) + words if words in state.words or _UNDER_WAY.fullmatch(words) else ""
    )


def graded(memory: Memory, slot: Slot, said: str) -> str:
    """评出A级机构 of 机构96家，…，评出A级35家: a grade is one of the things that were counted before."""
    same = memory.said == memory.sentence and slot.quantity.measure.unit == memory.unit
    return said + memory.object if same and _GRADE.search(said) and not _GRADE.fullmatch(said) else said


def _inherits(memory: Memory, slot: Slot) -> bool:
    """Whether the object of the clause before fits: same unit, or both count cases, and no activity of its own."""
    measure = slot.quantity.measure
    if measure.kind in _ACTIVITIES:
        return False
    if measure.kind is MeasureKind.PEOPLE and not phrasing().persons.before(memory.object, len(memory.object)):
        return False  # 调离执法岗位2人，退休2人: no post retires
    return measure.unit == memory.unit or {measure.unit, memory.unit} <= _CASES


def _fits(memory: Memory, slot: Slot) -> bool:
    """Whether what the sentence speaks of may be what a bare verb was done to, counted in another unit."""
    kind = slot.quantity.measure.kind
    extent = memory.object.endswith(("面积", "额", "时间", "用时", "时长"))  # 涉及土地面积38亩，结案59宗
    persons = phrasing().persons.before(memory.object, len(memory.object)) > 0
    if persons and kind is not MeasureKind.PEOPLE:
        return False  # 到岗工作人员30人次，接件26件
    if memory.said != memory.sentence or memory.left_behind or len(memory.object) > LONG_TOPIC or extent:
        return False
    return kind is MeasureKind.COUNT or (kind is MeasureKind.PEOPLE and memory.object.endswith(("案", "案件", "纠纷")))
