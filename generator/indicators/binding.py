"""Binds each quantity of a paragraph to what it counts.

Doubled or bracketed quantities share a subject; rates look left; a quantity followed by a noun counts that noun
(`names_behind`); else the words to its left say it (`names_before`); a bare verb inherits the object of the clause
before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from generator.catalogues.measures import EXTENTS, MeasureKind
from generator.indicators.bound import Bound, Name, Rule, name_of, of_occasion
from generator.indicators.clauses import Clause
from generator.indicators.following import TURNED
from generator.indicators.former import former_value
from generator.indicators.memory import Memory
from generator.indicators.names_around import names_around
from generator.indicators.names_before import names_before
from generator.indicators.names_behind import members_of_group, names_behind
from generator.indicators.names_carried import nothing_before
from generator.indicators.names_in_brackets import named_in_bracket
from generator.indicators.names_of_changes import is_mere_change, names_of_change
from generator.indicators.names_of_rates import names_of_rate
from generator.indicators.naming import with_suffix
from generator.indicators.occasions import occasion_in, says_nothing
from generator.indicators.phrases import take_apart
from generator.indicators.quantities import Quantity
from generator.indicators.rates import is_change
from generator.indicators.said_next import said_behind, said_of_each
from generator.indicators.shown import shown_as
from generator.indicators.slot import Slot
from generator.indicators.slots import slots_of
from generator.indicators.topics import MOST_CLAUSES, Told

_TAKING_PART = re.compile(r"[、,和约共]*(?:参加|参与|参训|参会|参赛|到会)?")
"""2场次（418人参加）: a bracket that says nothing but how many took part."""

_AMONG = re.compile(r"(?P<what>[^、]{4,20}[^其过程])中$")
"""已办结的信息公开申请中，1件予以公开."""

_PART = "其中"

_ARROW = re.compile(r"[→➔➜]$")
"""85%→92%: what was and what is."""

_TIMES = {"万": 10_000, "亿": 100_000_000}

_JOINS = frozenset("、和及与")

_MEMBER_OF_HEAD = frozenset((Rule.PREDICATE, Rule.LISTED))
"""办理诉求：热线36件，信箱8件: what the list is of stands before the colon."""

_NEXT_MEMBER = re.compile(r"[、和及与]")

_TELLING_ALL = frozenset((Rule.RATE, Rule.RATES, Rule.SHARE, Rule.PART, Rule.CARRIED, Rule.CHANGE))
"""What is said behind them of the whole tells what the name is of."""


class Binder:
    """Binds the quantities of one paragraph, clause by clause, and remembers what was said."""

    def __init__(self) -> None:
        """Begin a paragraph: nothing has been said."""
        self._memory = Memory()
        self._bound: dict[Quantity, Bound] = {}
        self._behind = self._each = ""

    def bind(self, clauses: Sequence[Clause]) -> tuple[Bound, ...]:
        """The quantities of the clauses, in order of the clauses."""
        found: list[Bound] = []
        for number, clause in enumerate(clauses):
            told = Told(clause.bare)
            following = clauses[number + 1 : number + 2] if clause.quantities else ()
            self._each = said_of_each(clause, following)
            self._behind = self._each or said_behind(clause, following)
            if clause.sentence != self._memory.sentence:
                self._memory.begin(clause.sentence)
            if not clause.quantities:
                self._memory.going = ""
            else:
                said = self._memory.copied() if clause.aside else None
                bound = self._clause(clause)
                self._memory = said or self._memory
                found += bound
                told = _told(bound)
                self._bound |= {item.quantity: item for item in bound}
            if clause.words[-1].endswith("中") and (among := _AMONG.search(clause.words[-1])):
                self._memory.among = take_apart(among["what"]).object
            if not clause.aside and (bare := clause.bare):
                self._memory.say(bare, told, clause.ends)
        return tuple(found)

    def _clause(self, clause: Clause) -> list[Bound]:
        host = self._bound.get(clause.host) if clause.host else None
        if clause.aside and host and _TAKING_PART.fullmatch("".join(clause.words)):
            return [_doubled(quantity, host, clause) for quantity in clause.quantities]
        slots = slots_of(clause)
        self._say_behind(slots)
        parts = _lists_parts(slots)
        self._memory.begin_clause()
        if parts and not clause.aside:
            unit = slots[0].quantity.measure.unit
            self._memory.parted, self._memory.parted_unit = self._memory.whole_in(unit), unit
        bound: list[Bound] = []
        around = _line_of(host) if host else ""
        whole = around or (self._memory.previous if slots[0].left.startswith(_PART) else "")
        first = (around or clause.parent) if clause.aside else self._memory.previous
        for number, slot in enumerate(slots):
            if slot.shares >= 0:
                item = self._sharing(slot, bound[slot.shares], clause)
            else:
                names, rule = self._named(slot, number, slots, part=clause.aside or parts)
                same = parts and slot.quantity.measure.unit == slots[0].quantity.measure.unit
                previous = _line_before(slots, number) if number and not same else first
                head = self._memory.head if rule in _MEMBER_OF_HEAD else ""
                names = _shown(names, clause, slots, number, head)
                item = Bound(slot.quantity, names, previous, rule, clause, whole)
            bound.append(item)
            if slot.place + 1 == slot.several:  # a list of numbers is named as a whole, then remembered
                said = [name for item in bound[-slot.several :] for name in item.names]
                if not said[-1].subject:  # the number of another year: nothing later speaks of it
                    continue
                self._memory.names += [name.text for name in said]
                self._memory.subjects += [name.subject for name in said]
                self._memory.units += [slot.quantity.measure.unit] * len(said)
                if slot.quantity.measure.kind is not MeasureKind.RATE and not is_mere_change(said[-1].subject):
                    self._memory.subject = said[-1].subject
        self._memory.end_clause(slots[-1])
        return bound

    def _say_behind(self, slots: list[Slot]) -> None:
        """Give the nouns of a clause what the next one says of them."""
        for slot in slots if self._each else slots[-1:]:
            if self._behind and slot.attributive and not (slot.predicate or slot.governed):
                slot.predicate = self._behind

    def _sharing(self, slot: Slot, other: Bound, clause: Clause) -> Bound:
        """308批589人次 share a subject; 分别下降12.4%和8.9% speak of the quantities before, in order."""
        item = _doubled(slot.quantity, other, clause)
        if slot.right and _TAKING_PART.fullmatch(slot.right):  # 组织比武2次、64人参加
            item = replace(item, names=tuple(_taking_part(name, slot) for name in item.names))
        if slot.quantity.measure.kind is MeasureKind.RATE:
            dealt = self._memory.dealt(slot, change=is_change(item.names[0].subject))
            named = (name_of(slot, name.subject, dealt, name.left) for name in item.names)
            item = replace(item, names=tuple(replace(name, told=item.names[0].told) for name in named))
        return item

    def _named(self, slot: Slot, number: int, slots: list[Slot], *, part: bool) -> tuple[tuple[Name, ...], Rule]:
        if number and _ARROW.match(slots[number - 1].right) and self._memory.subjects:
            said = self._memory.subjects[-1].removeprefix("原")
            return (name_of(slot, said, left=said),), Rule.CARRIED
        if not _ARROW.match(slot.right):
            return self._spoken_of(slot, number, slots, part=part)
        (name, *_), _ = self._spoken_of(replace(slot, right=""), number, slots, part=part)
        return (name_of(slot, f"原{name.subject}", name.dimension, f"{name.left}由"),), Rule.CHANGE

    def _spoken_of(self, slot: Slot, number: int, slots: list[Slot], *, part: bool) -> tuple[tuple[Name, ...], Rule]:
        names, rule = self._named_alone(slot, number, slots, part=part)
        told = tuple((self._memory.part or self._memory.earlier)[-MOST_CLAUSES:])
        extent = slot.quantity.measure.kind in EXTENTS  # 危桥改造3座、资金89万元
        if number and (extent or slot.left[:1] not in _JOINS):  # a member of a list is not about the one before it
            before = slots[number - 1].quantity.measure
            told = (*told, *(Told(said, before) for said in self._memory.subjects[-1:]))
        told = tuple(item for item in told if not _is_less(item, slot.quantity))
        names = tuple(replace(name, told=told) for name in names)
        plain = names[0].text == with_suffix(names[0].subject, slot.quantity.measure)
        if rule in _TELLING_ALL or not plain or not says_nothing(names[0].subject):
            return names, rule
        occasion = occasion_in(take_apart(slot.left).lead) or self._memory.occasion
        return tuple(of_occasion(name, occasion) for name in names), rule

    def _named_alone(self, slot: Slot, number: int, slots: list[Slot], *, part: bool) -> tuple[tuple[Name, ...], Rule]:
        memory = self._memory
        if slot.quantity.measure.kind is MeasureKind.RATE:
            return names_of_rate(memory, slot)
        if members := members_of_group(slot):
            return (name_of(slot, members),), Rule.ATTRIBUTIVE
        if slot.attributive:
            turned = number + 1 < len(slots) and TURNED.fullmatch(slots[number + 1].left)
            return ((name_of(slot, slot.noun, "原"),), Rule.CHANGE) if turned else names_behind(memory, slot)
        if former := former_value(slot.left):
            return (name_of(slot, take_apart(former.subject).text, former.base),), Rule.CHANGE
        if number and (former_value(slots[number - 1].left) or TURNED.fullmatch(slot.left)):
            return nothing_before(memory, slot, number, slots)
        told = names_of_change(memory, slot) or names_around(memory, slot, slots)
        return told or names_before(memory, slot, number, slots, part=part)


def _shown(names: tuple[Name, ...], clause: Clause, slots: list[Slot], number: int, head: str) -> tuple[Name, ...]:
    """The names as they are shown where the words around the quantity, or before a colon, say more than its own."""
    slot = slots[number]
    if head and not take_apart(slot.left).verb:
        names = tuple(replace(name, dimension=name.dimension or head) for name in names)
    if shown := shown_as(names[0].text, slot, clause.words[number + 1], slots[number + 1 : number + 2]):
        names = tuple(replace(name, text=shown) for name in names)
    return tuple(named_in_bracket(name, clause, slot) for name in names) if clause.aside else names


def _taking_part(name: Name, slot: Slot) -> Name:
    """参加比武人数: how many took part in what the number before counts."""
    said = take_apart(name.subject)
    return replace(
        name, text=with_suffix(slot.right + (said.object or name.subject), slot.quantity.measure), right=slot.right
    )


def _told(bound: Sequence[Bound]) -> Told:
    """What a clause with quantities has told of: what the last of them counts."""
    last = bound[-1]
    part = last.rule is Rule.PART
    return Told(last.names[-1].subject, last.quantity.measure, part=part, amount=_amount(last.quantity))


def _is_less(told: Told, quantity: Quantity) -> bool:
    """Whether fewer things were told of than the quantity counts in the same unit: it is not of them."""
    if told.amount is None or told.measure != quantity.measure:
        return False
    amount = _amount(quantity)
    return amount is not None and told.amount < amount


def _amount(quantity: Quantity) -> Decimal | None:
    """The number with its 万 or 亿, None for a range."""
    return quantity.value and quantity.value * _TIMES.get(quantity.unit[:1], 1)


def _lists_parts(slots: list[Slot]) -> bool:
    """其中民事案件3件、刑事案件2件: all are parts of what the clause before named."""
    first = slots[0].left
    return first.startswith(_PART) and not take_apart(first).verb


def _line_before(slots: list[Slot], number: int) -> str:
    """The words around the quantity before one in its clause."""
    before = slots[number - 1]
    return f"{before.left}⟨{before.quantity.measure.unit}⟩{before.right}"


def _line_of(bound: Bound) -> str:
    """The words around a quantity, as the catalogue is told them: 办理市级建议⟨件⟩."""
    name = bound.names[0]
    right = "" if _NEXT_MEMBER.match(name.right) else name.right  # 代表建议21件（主办14件）、政协提案29件
    return f"{name.left}⟨{bound.quantity.measure.unit}⟩{right}"


def _doubled(quantity: Quantity, other: Bound, clause: Clause) -> Bound:
    names = tuple(replace(name, text=with_suffix(name.subject, quantity.measure)) for name in other.names)
    return Bound(quantity, names, other.previous, Rule.DOUBLED, clause)
