"""Names from the words before a quantity: 受理行政复议申请36件, and what a bare verb inherits (审结34件)."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.catalogues.measures import MeasureKind
from generator.catalogues.phrasing import phrasing
from generator.indicators.bound import Name, Rule, name_of
from generator.indicators.following import COMPARED_BASE, FROM, TURNED
from generator.indicators.former import former_value
from generator.indicators.memory import Memory
from generator.indicators.names_of_parts import ends_with_kind, name_of_next_part, names_of_part
from generator.indicators.naming import LONGEST, tidied
from generator.indicators.phrases import Phrase, take_apart
from generator.indicators.predicates import opens_predicate
from generator.indicators.shortening import without_clause
from generator.indicators.slot import Slot
from generator.indicators.trimming import trim_left, trim_right
from generator.indicators.verbs import leading_verbs, sure_verbs, verb_at, verb_groups, without_verbs_at_end

_OWN_LEVEL = re.compile(r"^(?:国家|[省市县区镇乡村]|[省市县区]本)级")

_LEVEL = re.compile(r"(?:国家|自治区|(?<![全各])[省市州县区镇乡村])级(?=清单|目录)")

_ACTOR = re.compile(
    r"(?:人|员|领导|班子|干部|同志|律师|顾问|机关|部门|组织|局|所|中心|平台|系统|窗口|委员会|政府|法院|单位|热线)$"
)
"""Who acts: 行政机关负责人出庭应诉 does not make 负责人 the object that later clauses leave out."""

_WAY = re.compile(r"^(?:通过|经|在)")
"""通过磋商办结案件: 磋商 says what kind of case it is."""

_KIND = re.compile(r"(?!依托|围绕|根据|利用|结合|针对)(?![在按由于向对为从以凭因将把])[^\W\d_]{2,8}(?<![后中时上])")

_MENTION = re.compile(r"⟨[^⟩]*⟩")

_UNDER_WAY = re.compile(r"(?:正在|尚在|仍在|已在|拟|待|未)[^\W\d_]{2,4}")

_PER = re.compile(r"[日月年人户村]均|平均(?:每[年月日周人件])?")

_AVERAGE = re.compile(
    r"""
      (?<!一)[日月年人户村]均(?![衡等线])
    | 单[期条篇场次](?=[^\W\d_]{2})
    | 平均每[人件户家所个名镇乡县区村站](?:\([^()]{1,4}\))?
    """,
    re.VERBOSE,
)

_HOLDS = re.compile(r"(?:包含|包括|涵盖|分为|共计|共|含)")

_DEVELOPS = re.compile(r"(?:迅速|快速|不断|持续|蓬勃)*(?:发展|壮大|增加|增长)$")

_LONG_TOPIC = 20
"""A longer one is cut to what its last verb governs: 学习贯彻党的二十大精神专题轮训班."""

_MEMBER = re.compile(r"^(?:、|和|及|以及|与)")

_FROM_WHAT = re.compile(r"(?<=..)[从由](?=[^、]{2,12}$)")
"""审批时间从法定时限⟨20天⟩压缩至…: of what it was."""

_LISTED = frozenset({MeasureKind.COUNT, MeasureKind.PEOPLE, MeasureKind.PLACE})

_FOUND = re.compile(r"(?:隐患|问题|线索|案件|案|款|额|金)$")
"""What was found there was not what was inspected."""

_PAPERS = frozenset("书函单表件信")
"""Papers by the last character of their name."""

_COUNTED_ALREADY = re.compile(r"[数量额率]$")

_SAYS_LITTLE = 4

_LONG_ACTOR = 14

_DOING = frozenset({MeasureKind.PEOPLE, MeasureKind.PLACE})

_TITLES = re.compile(r"(?P<first>[《“][^《》“”]{2,60}[》”])(?:[、和及]?[《“][^《》“”]{2,60}[》”])*")

_LONG_TITLE = 20

_LONGEST_DEED = 16

_INVOLVES = frozenset(("涉及", "产生", "包括", "包含", "涵盖"))

_WON = frozenset(("获", "荣获", "获得", "荣获得"))

_MEETING = re.compile(r"(?:会|会议)(?:专题|集中|集体|先后|多次)?$")

_OUT = re.compile(r"^出(?=问题|隐患|风险|线索|矛盾|违)")
"""排查|出问题: what was found is no 出问题."""

_THE_REST = re.compile(r"(?:其余|剩余|剩下)的?")

_ALREADY = re.compile(r"^(?:目前|现)?(?:已经|已有|已|中有|有)")

_SANCTION = re.compile(
    r"责令(?:停产停业|停止执业|关闭|限期拆除)|(?:行政)?拘留|(?:警告|通报批评|罚款|限制从业|驱逐出境)+"
)
"""没收违法所得43宗、责令停产停业6宗: penalties of their own."""

_MANNER = re.compile(r"(?:当场|当面|现场|上门|网上|线上|线下|就近|按期|按时|如期)(?P<did>.{2,4})?")

_ADVISER = re.compile(r"(?:顾问|顾问团|公职律师)$")

_REACHING = re.compile(r"惠及|受益|带动|吸引")

_OWN = re.compile(r"[^\W\d_]{3,10}")
_JOINT = re.compile(
    r"(?:(?:会同|联合)[^、,]{1,16}?(?:[局委办院队站所镇县区市]|部门|单位|机关|公安|街道)|联合)(?P<how>执法|检查|督查)?$"
)
"""与邻县交警联合执法|查处案件: what several bodies did together."""

_SHORT_ACTOR = re.compile(r"[^\W\d_]{2,10}(?:[委办会组局所院府]|部门|中心|小组|专班|支部|组织|人员|领导|律师|顾问)")

_CASES = frozenset(("件", "起", "宗", "例"))
"""Units that count the same thing in different words."""

_ACTIVITIES = frozenset({MeasureKind.EVENT, MeasureKind.MONEY, MeasureKind.TIME, MeasureKind.SIZE})


def names_before(
    memory: Memory, slot: Slot, number: int, slots: list[Slot], *, part: bool
) -> tuple[tuple[Name, ...], Rule]:
    """The name of a quantity that the words before it speak of, and the rule."""
    left = slot.left[1:] if slot.left.startswith("对") and slot.left.endswith("的") else slot.left
    left = _FROM_WHAT.sub("", left) if TURNED.fullmatch(slot.right) else left
    left = slot.of + _ALREADY.sub("", left) if slot.of else left
    phrase = take_apart(left + slot.noun)
    if not phrase.text or (_THE_REST.fullmatch(phrase.text) and opens_predicate(slot.right)):
        return nothing_before(memory, slot, number, slots)
    if whole := _completed(memory, slot, phrase):
        return (name_of(slot, whole),), Rule.PART if slot.left.startswith("其中") else Rule.ELIDED
    if phrase.bare:
        return _of_verb(memory, slot, phrase)
    if slot.left.startswith("其中") or part or _OWN_LEVEL.fullmatch(phrase.text):
        return names_of_part(memory, slot, phrase, listed=number > 0 and part)
    if listed := _of_member(memory, slot, number, phrase):
        return (listed,), Rule.LISTED
    return (_of_object(memory, slot, phrase),), Rule.PREDICATE


def _is_next_part(memory: Memory, slot: Slot, phrase: Phrase) -> bool:
    """Whether a clause goes on with the parts that 其中 began: nothing but a noun, counted in the same unit."""
    if not memory.parted or slot.quantity.measure.unit != memory.parted_unit or not _ends_or_lists(slot):
        return False
    noun = slot.left.endswith("的") or not _has_verb(phrase)
    goes_on = ends_with_kind(phrase.text) or (noun and "作为" not in phrase.text)
    memory.parted = memory.parted if goes_on else ""
    return goes_on and phrase.text not in phrasing().state.words


def _has_verb(phrase: Phrase) -> bool:
    text = phrase.text
    return bool(phrase.verb or phrase.light or phrase.fronted or leading_verbs(text) or verb_groups(text))


def _of_member(memory: Memory, slot: Slot, number: int, phrase: Phrase) -> Name | None:
    """The name of what has its verb from the member before it, in this clause or the last; None if it has its own."""
    if _is_next_part(memory, slot, phrase):
        return name_of_next_part(memory, slot, phrase)
    if number and (given := _given(memory, slot, phrase)):
        name = name_of(slot, given + phrase.text)
        return replace(name, subject=phrase.text) if memory.carried else replace(name, given=given)
    _remember_verb(memory, phrase)
    if number or not _goes_on(memory, slot, phrase):
        return None
    memory.given, memory.gives, memory.carried = memory.going, True, True
    return replace(name_of(slot, memory.given + phrase.text), subject=phrase.text)


def _of_verb(memory: Memory, slot: Slot, phrase: Phrase) -> tuple[tuple[Name, ...], Rule]:
    """集中学习，累计开展20次: an empty verb says nothing of what was held."""
    said = memory.echo(phrase.verb) if phrase.verb else memory.topic
    said = said if said or phrase.verb else take_apart(_MENTION.sub("", memory.previous)).text
    apart = said or not _fits(memory, slot) or _SANCTION.fullmatch(phrase.text)
    done_to = "" if apart else memory.object  # 便民措施103项，办理5万件
    about = _about(memory, phrase) or done_to
    taken = verb_at(phrase.verb, 0)
    if phrase.verb[taken:] in phrasing().nominal.words:  # 受理举报26件，办结26件
        memory.keep(phrase.verb[:taken], phrase.verb[taken:], slot.quantity.measure.unit)
    return (name_of(slot, said or _with_actor(phrase), about),), Rule.CARRIED if said else Rule.BARE


def _remember_verb(memory: Memory, phrase: Phrase) -> None:
    """What later members of the list, or the next clause, may leave out."""
    memory.first = phrase.text
    tells = phrase.verb and len(phrase.object) > 1
    memory.given = phrase.verb + phrase.object[: phrase.object.rfind("的") + 1] if tells else ""
    begins = not trim_left(phrase.lead) or _ACTOR.search(phrase.lead) is not None
    sure = sure_verbs().at(phrase.verb, 0) or not leading_verbs(phrase.object)  # 采购投诉指南
    memory.gives = begins and sure > 0 and phrase.object not in phrasing().noun_head.words  # 整改复查意见书


def _of_object(memory: Memory, slot: Slot, phrase: Phrase) -> Name:
    """受理行政复议申请 of 受理行政复议申请36件, which later clauses may leave out."""
    words = slot.left if not _MEMBER.match(slot.left) else memory.average + slot.left
    if average := _AVERAGE.search(words):
        memory.average = average[0]
    said = _with_predicate(slot, phrase) or _of_titles(slot, phrase)
    said = said or _with_average(words, _with_actor(phrase))
    acting = phrase.fronted or without_verbs_at_end(phrase.object)
    if acting == phrase.object or not _ACTOR.search(acting):
        thing = tidied(without_clause(phrase.fronted or _OUT.sub("", phrase.object) or phrase.text, longest=0))
        if _is_kind(phrase):
            thing = _WAY.sub("", trim_right(trim_left(phrase.lead))) + thing
        if level := _LEVEL.search(phrase.lead):  # 市级清单涉及证明事项205项，取消48项
            thing = thing if level[0] in thing else level[0] + thing
        about = _about(memory, phrase)
        words_alone = phrasing().alone.words | phrasing().state.words
        if phrase.text not in words_alone and phrase.object not in phrasing().state.words and not _is_manner(thing):
            memory.keep(phrase.verb, _AVERAGE.sub("", thing), slot.quantity.measure.unit)
        return _of_doer(name_of(slot, said, about, words), phrase)
    return _of_doer(name_of(slot, said, _about(memory, phrase), words), phrase)


def nothing_before(memory: Memory, slot: Slot, number: int, slots: list[Slot]) -> tuple[tuple[Name, ...], Rule]:
    """No words of its own: what the quantity before in this clause, or else the sentence, speaks of."""
    if base := COMPARED_BASE.search(slot.left):
        then = name_of(slot, base["base"] + (memory.subject or memory.object))
        return (replace(then, subject=""),), Rule.CARRIED
    if number and memory.names and not opens_predicate(slot.right):
        before = slots[number - 1]
        said = memory.names[-1].removesuffix(before.quantity.measure.suffix)
        if former := former_value(before.left):
            said = said.replace(former.base, "", 1)
        elif FROM.fullmatch(before.left) or TURNED.fullmatch(slot.left):
            said = said.removeprefix("原")
        return (name_of(slot, said),), Rule.CARRIED
    if slot.right and (name := trim_right(slot.right[:16])):
        same = memory.object if slot.quantity.measure.unit == memory.unit else ""
        if opens_predicate(name) and (what := memory.among or same):
            said = name.rstrip("中").removeprefix("为").removeprefix("是")
            carried = name_of(slot, f"{said}的{what}")
            return (replace(carried, subject=""),), Rule.FOLLOWS
        return (name_of(slot, name.removeprefix("为")),), Rule.FOLLOWS
    said = memory.begun or memory.object or memory.subject or _named_in(memory.previous)
    if slot.quantity.measure.kind is not MeasureKind.PEOPLE and phrasing().persons.before(said, len(said)):
        said = _told_since(memory) or said  # 调解员9人，商会调解组织迅速发展，已增至4个
    return (name_of(slot, said),), Rule.CARRIED


def _told_since(memory: Memory) -> str:
    """What the first clause behind the last number speaks of, "" if none stands between."""
    since = next((number for number, told in enumerate(memory.told[::-1]) if "⟨" in told), len(memory.told))
    clauses = memory.told[len(memory.told) - since :]
    return _DEVELOPS.sub("", trim_left(clauses[0])) if clauses else ""


def _named_in(clause: str) -> str:
    """What a clause without a number of its own speaks of: 行政职权 of 行政职权包含许可、确认和检查."""
    words = _MENTION.sub("", clause)
    holds = _HOLDS.search(words, 2)
    return take_apart(words[: holds.start()] if holds else words).text


def _fits(memory: Memory, slot: Slot) -> bool:
    """Whether what the sentence speaks of may be what a bare verb was done to, counted in another unit."""
    kind = slot.quantity.measure.kind
    extent = memory.object.endswith(("面积", "金额", "额"))  # 涉及土地面积38亩，结案59宗
    if memory.said != memory.sentence or len(memory.object) > _LONG_TOPIC or extent:
        return False
    return kind is MeasureKind.COUNT or (kind is MeasureKind.PEOPLE and memory.object.endswith(("案", "案件", "纠纷")))


def _given(memory: Memory, slot: Slot, phrase: Phrase) -> str:
    """What a member of a list has from the first one: 处罚 for 人员14人 in 处罚企业8家、人员14人."""
    verbs = leading_verbs(phrase.text)
    acts = 0 < verbs < len(phrase.text) - 1 or verbs == len(phrase.text)  # 宣传袋 is no act
    if (
        not _MEMBER.match(slot.left)
        or _SANCTION.fullmatch(phrase.text)
        or (phrase.verb and len(phrase.object) > 1)
        or phrase.light
        or acts
    ):
        return ""
    fits = slot.quantity.measure.kind in _LISTED and not _COUNTED_ALREADY.search(phrase.text)
    if not fits:
        return ""
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
    if memory.going in phrasing().handling.words and not _FOUND.search(text):
        return slot.quantity.measure.kind in _LISTED
    alike = text[-1] == memory.going_object[-1:] or {text[-1], memory.going_object[-1:]} <= _PAPERS
    return alike and slot.quantity.measure.unit == memory.going_unit


def _ends_or_lists(slot: Slot) -> bool:
    """Whether nothing but the next member of a list stands behind a quantity."""
    return not slot.right or slot.right[0] in "、和及"


def _about(memory: Memory, phrase: Phrase) -> str:
    """What the sentence spoke of, for words that say nothing without: 案件, 培训学员, 涉及金额."""
    words = phrasing()
    if phrase.text in words.generic.words:
        return memory.object
    said = phrase.object if phrase.light in _INVOLVES and not phrase.verb else phrase.text
    if said not in words.alone.words and (said not in words.generic.words or not phrase.light):
        return ""
    topic = memory.topic or _named_in(memory.before)
    return topic if len(topic) <= _LONG_TOPIC else without_clause(take_apart(topic).object)


def _with_average(words: str, name: str) -> str:
    """平台日均查询业务: an average is no total, whoever's it is."""
    average = _AVERAGE.search(words)
    return average[0] + name if average and average[0] not in name and not name.startswith("平均") else name


def _with_actor(phrase: Phrase) -> str:
    """局党委开展学习: where the rest says little, who did it belongs to the name; 联合 where several did."""
    if joint := _JOINT.search(phrase.lead):
        said = f"联合{joint['how'] or ''}{phrase.text}"
        return said if phrase.verb and not phrase.text.startswith("联合") and len(said) <= LONGEST else phrase.text
    actor = trim_right(trim_left(phrase.lead, scope=False))
    if _is_kind(phrase):
        return _WAY.sub("", actor) + phrase.text
    if phrase.verb in _WON and len(actor) + len(phrase.text) <= LONGEST:
        return actor + phrase.text
    meeting = _WAY.sub("", actor)
    if _MEETING.search(meeting) and len(meeting) <= _LONG_ACTOR and len(meeting) + len(phrase.text) <= LONGEST:
        return meeting + phrase.text
    if len(phrase.text) > _SAYS_LITTLE or not _SHORT_ACTOR.fullmatch(actor):
        return phrase.text
    return actor + (phrase.light if not phrase.text.startswith(phrase.light) else "") + phrase.text


def _is_manner(thing: str) -> bool:
    """Whether a verb with nothing but how it was done stands where an object should: 当场|答复."""
    how = _MANNER.fullmatch(thing)
    return how is not None and leading_verbs(how["did"] or "") == len(how["did"] or "")


def _of_doer(name: Name, phrase: Phrase) -> Name:
    """首违免罚惠及商户, 法律顾问参与谈判: shown with what or who did it, which tells it from all others."""
    doer = trim_right(trim_left(phrase.lead, scope=False))
    tells = _ADVISER.search(doer) or _REACHING.match(name.text)
    fits = _OWN.fullmatch(doer) and len(doer) + len(name.text) <= LONGEST
    if not tells or not fits or verb_at(doer, 0) or leading_verbs(doer) or phrasing().causative.at(doer, 0):
        return name
    return name if doer in name.text else replace(name, text=doer + name.text)


def _with_predicate(slot: Slot, phrase: Phrase) -> str:
    """参加宣誓的新任干部 of 组织新任干部30人参加宣誓: what persons or bodies did; "" where nothing says so."""
    kind, right = slot.quantity.measure.kind, slot.right
    if kind not in _DOING or phrase.verb or not opens_predicate(right) or len(right) > _LONGEST_DEED:
        return ""
    if not sure_verbs().at(right, 0) or slot.left.startswith("其中"):
        return ""
    listed = len(phrase.object) + len(right) > LONGEST and phrasing().persons.before(phrase.object, len(phrase.object))
    who = phrase.object[-listed:] if listed else phrase.object
    return f"{right}的{who}"


def _of_titles(slot: Slot, phrase: Phrase) -> str:
    """修订《保密规定》等文件 for 修订《保密规定》《用印规定》等16部: titles alone do not say that they are examples."""
    titles = _TITLES.fullmatch(phrase.object) if slot.left.endswith("等") else None
    if titles is None:
        return ""
    form = "文件" if titles["first"].startswith("《") else "事项"
    first = f"{titles['first']}等" if len(titles["first"]) <= _LONG_TITLE else ""
    return f"{phrase.verb or phrase.light}{first}{form}"


def _is_kind(phrase: Phrase) -> bool:
    """Whether the words before the verb say what kind of case it is: 行政复议 of 行政复议受理案件."""
    lead = trim_right(trim_left(phrase.lead))
    return phrase.object in phrasing().generic.words and _KIND.fullmatch(lead) is not None and not _ACTOR.search(lead)


def _completed(memory: Memory, slot: Slot, phrase: Phrase) -> str:
    """What the words mean with the object of the clause before; "" if they stand for themselves.

    审结34件 is a bare verb, 省级17个 a level, 合格309批 a state of the things counted before, 日均17个 their rate.
    """
    words = phrase.text
    among = memory.among if words in phrasing().state.words else ""
    if among or not memory.object or _SANCTION.fullmatch(words):
        return among and among + words
    if _PER.fullmatch(words):
        return words + memory.verb + memory.object
    if phrase.bare:
        return memory.object + (phrase.verb or phrase.light) if _inherits(memory, slot) else ""
    state = phrasing().state
    told = words not in state.words and phrase.verb
    if told or slot.quantity.measure.unit != memory.unit:
        return ""
    if _OWN_LEVEL.fullmatch(words):
        return words + _OWN_LEVEL.sub("", memory.object)
    before = state.at(memory.object, 0) if words in state.words else 0  # 优秀案卷5份、不合格1份
    return memory.object[before:] + words if words in state.words or _UNDER_WAY.fullmatch(words) else ""


def _inherits(memory: Memory, slot: Slot) -> bool:
    """Whether the object of the clause before fits: same unit, or both count cases, and no activity of its own."""
    measure = slot.quantity.measure
    if measure.kind in _ACTIVITIES:
        return False
    if measure.kind is MeasureKind.PEOPLE and not phrasing().persons.before(memory.object, len(memory.object)):
        return False  # 调离执法岗位2人，退休2人: no post retires
    return measure.unit == memory.unit or {measure.unit, memory.unit} <= _CASES
