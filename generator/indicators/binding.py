"""Binds each quantity of a paragraph to what it counts and composes its name.

Doubled or bracketed quantities share a subject; rates look left; a quantity followed by a noun counts that noun
(attributive); else the words to its left say it (predicate); a bare verb inherits the object of the clause before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from generator.catalogues.measures import MeasureKind
from generator.catalogues.phrasing import phrasing
from generator.indicators.clauses import Clause
from generator.indicators.naming import tidied, with_suffix
from generator.indicators.phrases import Phrase, take_apart
from generator.indicators.predicates import opens_predicate
from generator.indicators.quantities import Quantity
from generator.indicators.rates import (
    is_change,
    is_share,
    rates_before,
    share_of,
    share_of_whole,
    strip_rate_lead,
    without_change,
)
from generator.indicators.shortening import without_clause
from generator.indicators.slots import Slot, slots_of
from generator.indicators.trimming import trim_left, trim_right
from generator.indicators.verbs import leading_verbs, sure_verbs, without_verbs_at_end

_CHANGE_FROM = re.compile(r"(?P<subject>.{2,}?)(?:由|从)(?P<base>[^、,]{0,6})$")

_FORMERLY = re.compile(r"^(?:原来|原先|原|此前|之前|过去|以前)的?")

_PLACE = re.compile(
    r"(?:行政|自然)?(?:村|社区|乡|镇|街道|县|区|市|州|旗|盟|园区|乡镇|镇街|镇办|镇乡|县区|区县|村居|村社|县市区)"
    r"(?:\(.{1,6}\))?"
)
"""A number of villages is no result by itself; what was done in them stands beside the name, not inside."""

_OWN_LEVEL = re.compile(r"^(?:国家|[省市县区镇乡村]|[省市县区]本)级")

_ACTOR = re.compile(r"(?:人|员|机关|部门|组织|局|所|中心|平台|系统|窗口|委员会|政府|法院|单位|热线)$")
"""Who acts: 行政机关负责人出庭应诉 does not make 负责人 the object that later clauses leave out."""

_SHORT_PREDICATE = 12
"""A predicate of up to twelve characters goes into the name (免予处罚的企业数), a longer one beside it."""

_AWARD = re.compile(r"获评|获得|荣获|入选|创成|通过|获批|被评为|被命名|达到|创建")
"""What villages were named is the result that is counted, unlike what was done in them."""

_LONG_PREDICATE = 18

_LONGEST_PREDICATE = 26
"""What is said of a noun as short as 项目 is all that tells one row from another."""

_SHORT_NOUN = 2

_BARE_RATE = 4
"""办结率, 占比, 同比增长: too short to say of what; the object before is shown beside it."""

_LONG_NOUN = 4

_REACH = re.compile(r"(?:覆盖|惠及|辐射|遍及|遍布)$")
"""宣传活动覆盖13个乡镇: how far something reaches, not how many there are."""

_SHARE = re.compile(r"占[^,]{2,16}比例[^,]{0,4}$")
"""占受理案件数比例最高，达92.71%: the clause before says what the number is a share of."""

_WAY = re.compile(r"^(?:通过|经)")
"""通过磋商办结案件: 磋商 says what kind of case it is."""

_BY_WHOM = re.compile(r"^被[^、]{0,14}?(?=推荐|评为|命名|授予|列为|认定|通报|表彰|采纳|确定|采用|转发)")

_KIND = re.compile(r"(?!依托|围绕|根据|利用|结合|针对)(?![在按由于向对为从以凭因将把])[^\W\d_]{2,8}(?<![后中时上])")

_MEMBERS = re.compile(
    r"(?P<noun>[^的]{1,8}?)(?:主要|相关)?(?:负责人|负责同志)?(?:为成员|为成员单位|组成|参加|参与)的(?P<group>.{2,14})"
)
"""由28个部门负责人组成的领导小组: how many make it up is not how many of it there are."""

_MADE_OF = re.compile(r"^(?:由|以)[^的]{2,24}的")

_LIST_MARK = re.compile(r"、(?![^“]{0,40}”)")

_TAKING_PART = re.compile(r"[、,和约共]*(?:参加|参与|参训|参会|参赛|到会)?")
"""2场次（418人参加）: a bracket that says nothing but how many took part."""

_PER = re.compile(r"[日月年人户村]均|平均(?:每[年月日周人件])?")

_LONG_TOPIC = 20
"""A longer one is cut to what its last verb governs: 学习贯彻党的二十大精神专题轮训班."""

_MEMBER = re.compile(r"^(?:、|和|及|以及|与)")

_LISTED = frozenset({MeasureKind.COUNT, MeasureKind.PEOPLE, MeasureKind.PLACE})

_COUNTED_ALREADY = re.compile(r"[数量额率]$")

_SAYS_LITTLE = 4

_SHORT_ACTOR = re.compile(r"[^\W\d_]{2,10}(?:[委办会组局所院府]|部门|中心|小组|专班|支部|组织|人员|领导|律师|顾问)")

_CASES = frozenset(("件", "起", "宗", "例"))
"""Units that count the same thing in different words."""

_ACTIVITIES = frozenset({MeasureKind.EVENT, MeasureKind.MONEY, MeasureKind.TIME, MeasureKind.SIZE})


class Rule(StrEnum):
    """How a quantity was bound; shown to readers, so in Chinese."""

    DOUBLED = "两个数共用一个名称"
    PREDICATE = "名称在数字前"
    ELIDED = "省略的宾语承前"
    BARE = "数字前只有动词"
    PART = "其中的一部分"
    CARRIED = "名称承前"
    FOLLOWS = "名称取自数字后的短语"
    LISTED = "并列的一项，动词承前"
    ATTRIBUTIVE = "动词在前，名称在数字后"
    SUBJECT = "数的是后面的主语"
    RATE = "比率名在数字前"
    RATES = "几个比率共用一个数"
    SHARE = "占比的主体在数字后"
    CHANGE = "变化前的数"
    TABLE = "表格的行名与列名"


@dataclass(frozen=True, slots=True)
class Name:
    """One row of a quantity: the composed name, what part it is of, and the words around it for the catalogue.

    `given` is what the first member of a list says for all of them (see `Context`).
    """

    text: str
    subject: str
    dimension: str
    left: str
    right: str
    given: str = ""


@dataclass(frozen=True, slots=True)
class Bound:
    """A quantity with its names (more than one where rates share a number), the clause before and the rule."""

    quantity: Quantity
    names: tuple[Name, ...]
    previous: str
    rule: Rule
    clause: Clause


@dataclass(slots=True)
class _Memory:
    """What earlier clauses of the paragraph said, for what later ones leave out."""

    object: str = ""
    verb: str = ""
    unit: str = ""
    previous: str = ""
    sentence: int = -1
    names: list[str] = field(default_factory=list)
    """Names of the quantities of this sentence so far."""
    subject: str = ""
    """The last of them that is no rate, without the suffix of its unit."""
    said: int = -1
    """The sentence that the object is from."""
    given: str = ""
    """What the first member of the list that is being read says for all: the verb, and a clause before the noun."""

    @property
    def topic(self) -> str:
        """What a bare rate speaks of: 群众诉求 of 受理群众诉求23.6万件，满意率…; "" if this sentence does not say."""
        if self.said != self.sentence:
            return self.subject
        return self.object if len(self.object) > 1 else self.verb + self.object or self.subject

    def keep(self, verb: str, thing: str, unit: str) -> None:
        """Remember what was done to what, for later clauses."""
        self.object, self.verb, self.unit, self.said = thing, verb, unit, self.sentence


class Binder:
    """Binds the quantities of one paragraph, clause by clause, and remembers what was said."""

    def __init__(self) -> None:
        """Begin a paragraph: nothing has been said."""
        self._memory = _Memory()
        self._bound: dict[Quantity, Bound] = {}

    def bind(self, clauses: Sequence[Clause]) -> tuple[Bound, ...]:
        """The quantities of the clauses, in order of the clauses."""
        found: list[Bound] = []
        for clause in clauses:
            if clause.sentence != self._memory.sentence:
                self._memory.names, self._memory.subject = [], ""
                self._memory.sentence = clause.sentence
            if clause.quantities:
                bound = self._clause(clause)
                found += bound
                self._bound |= {item.quantity: item for item in bound}
            if not clause.aside and clause.bare:
                self._memory.previous = clause.bare
        return tuple(found)

    def _clause(self, clause: Clause) -> list[Bound]:
        host = self._bound.get(clause.host) if clause.host else None
        if clause.aside and host and _TAKING_PART.fullmatch("".join(clause.words)):
            return [_doubled(quantity, host, clause) for quantity in clause.quantities]
        slots = slots_of(clause)
        self._memory.given = ""
        bound: list[Bound] = []
        for number, slot in enumerate(slots):
            if slot.shares >= 0:
                item = self._sharing(slot, bound[slot.shares], clause)
            else:
                names, rule = self._named(slot, clause, number, slots)
                item = Bound(slot.quantity, names, self._previous(clause, slots, number), rule, clause)
            bound.append(item)
            if slot.place + 1 == slot.several:  # a list of numbers is named as a whole, then remembered
                said = [name for item in bound[-slot.several :] for name in item.names]
                self._memory.names += [name.text for name in said]
                if slot.quantity.measure.kind is not MeasureKind.RATE:
                    self._memory.subject = said[-1].subject
        return bound

    def _previous(self, clause: Clause, slots: list[Slot], number: int) -> str:
        if number == 0:
            return clause.parent if clause.aside else self._memory.previous
        before = slots[number - 1]
        return f"{before.left}⟨{before.quantity.measure.unit}⟩{before.right}"

    def _sharing(self, slot: Slot, other: Bound, clause: Clause) -> Bound:
        """308批589人次 share a subject; 分别下降12.4%和8.9% speak of the quantities before, in order."""
        item = _doubled(slot.quantity, other, clause)
        if slot.quantity.measure.kind is MeasureKind.RATE:
            item = replace(item, names=tuple(replace(name, dimension=self._dealt(slot)) for name in item.names))
        return item

    def _dealt(self, slot: Slot) -> str:
        names = self._memory.names
        return names[slot.place - slot.several] if len(names) >= slot.several > 1 else ""

    def _named(self, slot: Slot, clause: Clause, number: int, slots: list[Slot]) -> tuple[tuple[Name, ...], Rule]:
        if slot.quantity.measure.kind is MeasureKind.RATE:
            return self._rate(slot)
        if members := _MEMBERS.match(slot.right):
            return (self._name(slot, f"{members['group']}成员{members['noun']}"),), Rule.ATTRIBUTIVE
        if slot.attributive:
            return self._attributive(slot)
        if change := _CHANGE_FROM.fullmatch(slot.left):
            return (self._name(slot, take_apart(change["subject"]).text, _base(change)),), Rule.CHANGE
        if number and _CHANGE_FROM.fullmatch(slots[number - 1].left):
            return self._nothing(slot, number, slots)
        return self._predicate(slot, clause, number, slots)

    def _name(self, slot: Slot, subject: str, dimension: str = "", left: str | None = None) -> Name:
        subject = tidied(subject)
        return Name(
            text=with_suffix(subject, slot.quantity.measure),
            subject=subject,
            dimension=tidied(dimension),
            left=slot.left if left is None else left,
            right=slot.right,
        )

    # --- words to the left ---------------------------------------------------

    def _predicate(self, slot: Slot, clause: Clause, number: int, slots: list[Slot]) -> tuple[tuple[Name, ...], Rule]:
        memory = self._memory
        phrase = take_apart(slot.left + slot.noun)
        if not phrase.text:
            return self._nothing(slot, number, slots)
        if whole := self._completed(slot, phrase):
            return (self._name(slot, whole),), Rule.ELIDED
        if phrase.bare:
            return (self._name(slot, self._with_actor(phrase)),), Rule.BARE
        if slot.left.startswith("其中") or clause.aside:
            return (self._name(slot, phrase.text, "" if phrase.verb else memory.verb + memory.object),), Rule.PART
        if number and (given := self._given(slot, phrase)):
            return (replace(self._name(slot, given + phrase.text), given=given),), Rule.LISTED
        self._memory.given = phrase.verb + phrase.object[: phrase.object.rfind("的") + 1] if phrase.verb else ""
        name = self._name(slot, self._with_actor(phrase), self._about(phrase))
        acting = phrase.fronted or without_verbs_at_end(phrase.object)
        if acting == phrase.object or not _ACTOR.search(acting):
            thing = tidied(without_clause(phrase.fronted or phrase.object or phrase.text, longest=0))
            if _is_kind(phrase):
                thing = _WAY.sub("", trim_right(trim_left(phrase.lead))) + thing
            if phrase.text not in phrasing().alone.words:
                memory.keep(phrase.verb, thing, slot.quantity.measure.unit)
        return (name,), Rule.PREDICATE

    def _given(self, slot: Slot, phrase: Phrase) -> str:
        """What a member of a list has from the first one: 处罚 for 人员14人 in 处罚企业8家、人员14人."""
        if not _MEMBER.match(slot.left) or phrase.verb or phrase.light or leading_verbs(phrase.text):
            return ""
        fits = slot.quantity.measure.kind in _LISTED and not _COUNTED_ALREADY.search(phrase.text)
        return self._memory.given if fits else ""

    def _about(self, phrase: Phrase) -> str:
        """What the sentence spoke of, for words that say nothing without: 案件, 培训学员, 涉及金额."""
        memory = self._memory
        if phrase.text in phrasing().generic.words:
            return memory.object
        topic = memory.topic if phrase.text in phrasing().alone.words else ""
        return topic if len(topic) <= _LONG_TOPIC else take_apart(topic).object

    def _with_actor(self, phrase: Phrase) -> str:
        """局党委开展学习: where the rest says little, who did it belongs to the name."""
        actor = trim_right(trim_left(phrase.lead, scope=False))
        if _is_kind(phrase):
            return _WAY.sub("", actor) + phrase.text
        if len(phrase.text) > _SAYS_LITTLE or not _SHORT_ACTOR.fullmatch(actor):
            return phrase.text
        return actor + (phrase.light if not phrase.text.startswith(phrase.light) else "") + phrase.text

    def _completed(self, slot: Slot, phrase: Phrase) -> str:
        """What the words mean with the object of the clause before; "" if they stand for themselves.

        审结34件 is a bare verb, 省级17个 a level, 合格309批 a state of the things counted before, 日均17个 their rate.
        """
        memory, words = self._memory, phrase.text
        if not memory.object:
            return ""
        if _PER.fullmatch(words):
            return words + memory.verb + memory.object
        if phrase.bare:
            return memory.object + (phrase.verb or phrase.light) if self._inherits(slot) else ""
        if phrase.verb or slot.quantity.measure.unit != memory.unit:
            return ""
        if _OWN_LEVEL.fullmatch(words):
            return words + _OWN_LEVEL.sub("", memory.object)
        return memory.object + words if words in phrasing().state.words else ""

    def _inherits(self, slot: Slot) -> bool:
        """Whether the object of the clause before fits: same unit, or both count cases, and no activity of its own."""
        measure = slot.quantity.measure
        if measure.kind in _ACTIVITIES:
            return False
        return measure.unit == self._memory.unit or {measure.unit, self._memory.unit} <= _CASES

    def _nothing(self, slot: Slot, number: int, slots: list[Slot]) -> tuple[tuple[Name, ...], Rule]:
        """No words of its own: what the quantity before in this clause, or else the sentence, speaks of."""
        memory = self._memory
        if number and memory.names:
            suffix = slots[number - 1].quantity.measure.suffix
            return (self._name(slot, memory.names[-1].removesuffix(suffix)),), Rule.CARRIED
        if slot.right and (name := trim_right(slot.right[:16])):
            if memory.object and opens_predicate(name) and slot.quantity.measure.unit == memory.unit:
                carried = self._name(slot, f"{name.rstrip('中')}的{memory.object}")
                return (replace(carried, subject=""),), Rule.FOLLOWS
            return (self._name(slot, name),), Rule.FOLLOWS
        return (self._name(slot, memory.object or trim_right(trim_left(memory.previous))[-16:]),), Rule.CARRIED

    # --- words to the right --------------------------------------------------

    def _attributive(self, slot: Slot) -> tuple[tuple[Name, ...], Rule]:
        phrase = take_apart(slot.left)
        noun = _MADE_OF.sub("", slot.noun)
        if reach := _REACH.search(slot.left):
            lead = trim_left(slot.left[: reach.start()])
            return (
                self._name(slot, (lead if len(lead) <= _SHORT_PREDICATE else "") + reach[0] + noun),
            ), Rule.ATTRIBUTIVE
        if not slot.governed:
            predicate = trim_left(_first_of_list(slot.predicate).replace("了", "", 1)).removesuffix("工作")
            predicate = _BY_WHOM.sub("被", predicate)
            if slot.left.endswith("等") and not predicate:
                noun = take_apart(slot.left.removesuffix("等")).verb + noun
            apart = (len(noun) > 1 and _PLACE.fullmatch(noun)) or slot.left.endswith("等")
            if predicate and len(predicate) <= _SHORT_PREDICATE and not apart:
                return (self._name(slot, f"{predicate}的{noun}"),), Rule.SUBJECT
            telling = _AWARD.match(predicate) and len(predicate) <= _LONG_PREDICATE
            if predicate and (
                telling or (len(noun) <= _SHORT_NOUN and not apart and len(predicate) <= _LONGEST_PREDICATE)
            ):
                return (self._name(slot, f"{predicate}的{noun}"),), Rule.SUBJECT
            return (self._name(slot, noun, predicate),), Rule.SUBJECT
        verb = phrase.verb
        if not verb and len(noun) < _LONG_NOUN:
            verb = phrase.light
        self._memory.keep(phrase.verb, tidied(noun), slot.quantity.measure.unit)
        return (self._name(slot, verb + noun),), Rule.ATTRIBUTIVE

    # --- rates ---------------------------------------------------------------

    def _rate(self, slot: Slot) -> tuple[tuple[Name, ...], Rule]:
        if slot.attributive:
            return (self._name(slot, share_of(slot.left, slot.right)),), Rule.SHARE
        if change := _CHANGE_FROM.fullmatch(slot.left):
            return self._one_rate(slot, change["subject"], _base(change))
        part, whole = share_of_whole(slot.left)
        if whole:
            part = trim_right(trim_left(part)) or self._memory.subject
            return (self._name(slot, f"{part}占{whole}比例"),), Rule.RATE
        rates = rates_before(slot.left)
        if len(rates) > 1:
            memory = self._memory
            bare = memory.names and all(len(rate) <= _BARE_RATE for rate in rates)
            return tuple(self._name(slot, rate, memory.topic if bare else "", rate) for rate in rates), Rule.RATES
        return self._one_rate(slot, slot.left, "")

    def _one_rate(self, slot: Slot, words: str, dimension: str) -> tuple[tuple[Name, ...], Rule]:
        memory = self._memory
        name = strip_rate_lead(words)
        if name == "占" or (not name and _SHARE.search(memory.previous)):
            return (self._name(slot, f"{memory.subject}占比", dimension),), Rule.RATE
        if not name:
            name = without_change(memory.names[-1]) if memory.names else memory.object
            return (self._name(slot, name, dimension),), Rule.CARRIED
        name = name.replace("分别", "")
        if not dimension:
            dimension = self._dealt(slot)
        if not dimension and is_change(words) and memory.names:
            dimension = memory.names[-1]
        if not dimension and len(name) <= _BARE_RATE and memory.names:
            dimension = memory.subject if is_share(name) else memory.topic
        return (self._name(slot, name, dimension),), Rule.RATE


def _is_kind(phrase: Phrase) -> bool:
    """Whether the words before the verb say what kind of case it is: 行政复议 of 行政复议受理案件."""
    lead = trim_right(trim_left(phrase.lead))
    return phrase.object in phrasing().generic.words and _KIND.fullmatch(lead) is not None and not _ACTOR.search(lead)


def _base(change: re.Match[str]) -> str:
    """What the number before a change is: 由法定的20个工作日 → 原法定."""
    return f"原{_FORMERLY.sub('', change['base'])}".removesuffix("的")


def _first_of_list(predicate: str) -> str:
    """采取限产停产措施 of 采取限产停产措施、移送…: what follows a 、 outside quotations is said of something else."""
    for mark in _LIST_MARK.finditer(predicate):
        if sure_verbs().at(predicate, mark.end()):
            return predicate[: mark.start()]
    return predicate


def _doubled(quantity: Quantity, other: Bound, clause: Clause) -> Bound:
    names = tuple(replace(name, text=with_suffix(name.subject, quantity.measure)) for name in other.names)
    return Bound(quantity, names, other.previous, Rule.DOUBLED, clause)
