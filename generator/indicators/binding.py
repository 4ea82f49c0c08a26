"""Binds each quantity of a paragraph to what it counts.

Rules, in the order of `Binder`: doubled or bracketed quantities share a subject; rates look left; a quantity followed
by a noun counts that noun (attributive); else the words to its left say it (predicate); a bare verb inherits the
object of the clause before (elision). Lists of names before lists of numbers are dealt out in order.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from generator.catalogues.measures import MeasureKind
from generator.catalogues.phrasing import phrasing
from generator.indicators.clauses import Clause
from generator.indicators.naming import tidied, with_suffix
from generator.indicators.phrases import Phrase, predicate_at, take_apart, trim_left, trim_right
from generator.indicators.quantities import Quantity
from generator.indicators.rates import rates_before, share_of, strip_rate_lead

_ONLY_JOINS = re.compile(r"[、和及与,·]*|以及")

_HAN_OR_QUOTE = re.compile(r"[^\W\d_]|[“《‘]")

_CHANGE_FROM = re.compile(r"(?P<subject>.*?)(?:由|从)(?P<base>[^、,]{0,6})$")

_DEALT = "分别"

_SHORT_PREDICATE = 12
"""A predicate of up to twelve characters goes into the name (免予处罚的企业数), a longer one beside it."""


@dataclass(frozen=True, slots=True)
class Name:
    """One row of a quantity: the composed name, what part it is of, and the words around it for the catalogue."""

    text: str
    subject: str
    dimension: str
    left: str
    right: str


@dataclass(frozen=True, slots=True)
class Bound:
    """A quantity with its names (more than one where rates share a number), the clause before and the rule."""

    quantity: Quantity
    names: tuple[Name, ...]
    previous: str
    rule: str
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


@dataclass(slots=True)
class _Slot:
    """A quantity of a clause with the words that are its own."""

    quantity: Quantity
    left: str
    right: str = ""
    noun: str = ""
    predicate: str = ""
    attributive: bool = False
    governed: bool = False
    shares: int = -1
    """Number of the slot whose subject it shares, -1 if it has its own."""


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
                self._memory.names = []
                self._memory.sentence = clause.sentence
            if clause.quantities:
                bound = self._clause(clause)
                found += bound
                self._bound |= {item.quantity: item for item in bound}
            if not clause.aside and clause.bare:
                self._memory.previous = clause.bare
        return tuple(found)

    def _clause(self, clause: Clause) -> list[Bound]:
        if clause.aside and clause.host in self._bound and not "".join(clause.words).strip("、,和约共"):
            return [self._shared(quantity, self._bound[clause.host], clause) for quantity in clause.quantities]
        slots = _slots(clause)
        bound: list[Bound] = []
        for number, slot in enumerate(slots):
            previous = self._previous(clause, slots, number)
            if slot.shares >= 0 and not slot.left:
                item = self._shared(slot.quantity, bound[slot.shares], clause)
            else:
                names, rule = self._named(slot, clause, number, slots)
                item = Bound(slot.quantity, names, previous, rule, clause)
            bound.append(item)
            self._memory.names += [name.text for name in item.names]
        return bound

    def _previous(self, clause: Clause, slots: list[_Slot], number: int) -> str:
        if number == 0:
            return clause.parent if clause.aside else self._memory.previous
        before = slots[number - 1]
        return f"{before.left}⟨{before.quantity.measure.unit}⟩{before.right}"

    def _shared(self, quantity: Quantity, other: Bound, clause: Clause) -> Bound:
        """308批589人次, 20支（612人）: one subject, named by each unit."""
        names = tuple(
            replace(name, text=with_suffix(name.subject, quantity.measure)) for name in other.names
        )
        return Bound(quantity, names, other.previous, "doubled", clause)

    def _named(self, slot: _Slot, clause: Clause, number: int, slots: list[_Slot]) -> tuple[tuple[Name, ...], str]:
        kind = slot.quantity.measure.kind
        if kind is MeasureKind.RATE:
            return self._rate(slot)
        if slot.attributive:
            return self._attributive(slot)
        if (change := _CHANGE_FROM.fullmatch(slot.left)) and change["subject"]:
            return self._plain(slot, change["subject"], dimension=f"原{change['base'].strip('的')}" if change["base"] else "原")
        return self._predicate(slot, clause, number, slots)

    def _plain(self, slot: _Slot, words: str, *, dimension: str = "") -> tuple[tuple[Name, ...], str]:
        phrase = take_apart(words)
        return (self._name(slot, phrase.text, dimension),), "predicate"

    def _name(self, slot: _Slot, subject: str, dimension: str = "", left: str | None = None) -> Name:
        subject = tidied(subject)
        return Name(
            with_suffix(subject, slot.quantity.measure), subject, tidied(dimension),
            slot.left if left is None else left, slot.right,
        )

    # --- words to the left ---------------------------------------------------

    def _predicate(
        self, slot: _Slot, clause: Clause, number: int, slots: list[_Slot]
    ) -> tuple[tuple[Name, ...], str]:
        memory = self._memory
        phrase = take_apart(slot.left)
        unit = slot.quantity.measure.unit
        if not phrase.text:
            return self._nothing(slot, number, slots)
        if phrase.bare:
            if memory.object and self._inherits(slot, phrase):
                verb = phrase.verb or phrase.light
                return (self._name(slot, memory.object + verb),), "elided object"
            return (self._name(slot, phrase.text),), "bare verb"
        part_of = slot.left.startswith("其中") or clause.aside
        name = self._name(slot, phrase.text, self._whole() if part_of and not phrase.verb else "")
        if not part_of:
            memory.object, memory.verb, memory.unit = phrase.object or phrase.text, phrase.verb, unit
        return (name,), "part" if part_of else "predicate"

    def _whole(self) -> str:
        return self._memory.verb + self._memory.object

    def _inherits(self, slot: _Slot, phrase: Phrase) -> bool:
        """Whether the object of the clause before fits: same unit, or both count cases, and no activity of its own."""
        if slot.quantity.measure.kind in {MeasureKind.EVENT, MeasureKind.MONEY, MeasureKind.TIME}:
            return False
        same = slot.quantity.measure.unit == self._memory.unit
        return same or {slot.quantity.measure.unit, self._memory.unit} <= _CASES

    def _nothing(self, slot: _Slot, number: int, slots: list[_Slot]) -> tuple[tuple[Name, ...], str]:
        """No words of its own: what the quantity before in this clause, or else the sentence, speaks of."""
        if number and self._memory.names:
            return (self._name(slot, _without_suffix(self._memory.names[-1], slots[number - 1].quantity)),), "carried"
        if slot.right and (name := trim_right(slot.right[:16])):
            return (self._name(slot, name),), "what follows"
        return (self._name(slot, self._memory.object or trim_right(trim_left(self._memory.previous))[-16:]),), "carried"

    # --- words to the right --------------------------------------------------

    def _attributive(self, slot: _Slot) -> tuple[tuple[Name, ...], str]:
        phrase = take_apart(slot.left)
        noun = slot.noun
        if not slot.governed:
            predicate = trim_left(slot.predicate.replace("了", "", 1))
            predicate = take_apart(predicate).text if predicate else ""
            if predicate and len(predicate) <= _SHORT_PREDICATE:
                return (self._name(slot, f"{predicate}的{noun}"),), "attributive, subject"
            return (self._name(slot, noun, predicate),), "attributive, subject"
        verb = phrase.verb
        if not verb and len(noun) < _LONG_NOUN:
            verb = phrase.light
        self._memory.object, self._memory.verb, self._memory.unit = noun, phrase.verb, slot.quantity.measure.unit
        return (self._name(slot, verb + noun),), "attributive"

    # --- rates ---------------------------------------------------------------

    def _rate(self, slot: _Slot) -> tuple[tuple[Name, ...], str]:
        memory = self._memory
        if slot.attributive:
            return (self._name(slot, share_of(slot.left, slot.right)),), "share of what follows"
        if change := _CHANGE_FROM.fullmatch(slot.left):
            if change["subject"]:
                return self._plain_rate(slot, change["subject"], "原")
        rates = rates_before(slot.left)
        if len(rates) > 1:
            return tuple(self._name(slot, rate, left=rate) for rate in rates), "several rates"
        return self._plain_rate(slot, slot.left, "")

    def _plain_rate(self, slot: _Slot, words: str, dimension: str) -> tuple[tuple[Name, ...], str]:
        memory = self._memory
        name = strip_rate_lead(words)
        if not name:
            name = memory.names[-1] if memory.names else memory.object
            return (self._name(slot, name, dimension),), "carried"
        if len(name) <= _BARE_RATE and not dimension:
            dimension = self._whole() or memory.object
        return (self._name(slot, name, dimension),), "rate"


_BARE_RATE = 4
"""办结率, 占比, 同比增长: too short to say of what; the object before is shown beside it."""

_LONG_NOUN = 4

_CASES = frozenset(("件", "起", "宗", "例"))
"""Units that count the same thing in different words."""


def _without_suffix(name: str, quantity: Quantity) -> str:
    return name.removesuffix(quantity.measure.suffix) if quantity.measure.suffix else name


# --- which words belong to which quantity ------------------------------------


def _slots(clause: Clause) -> list[_Slot]:
    slots: list[_Slot] = []
    left = clause.words[0]
    for number, quantity in enumerate(clause.quantities):
        right = clause.words[number + 1]
        last = number + 1 == len(clause.quantities)
        slot = _Slot(quantity, left, right)
        slots.append(slot)
        if not last and _ONLY_JOINS.fullmatch(right):
            left = ""
            clause_next = number + 1
            slots_share = number if slot.shares < 0 else slot.shares
            _pending = (clause_next, slots_share)
            continue
        left = _split(slot, slots, last=last)
    _deal(slots, clause)
    return slots


def _split(slot: _Slot, slots: list[_Slot], *, last: bool) -> str:
    """Decide whether the words behind a quantity are its noun; returns what is left for the next quantity."""
    right = slot.right
    if not _follows_noun(slot):
        return right
    slot.attributive = True
    body = right.lstrip("的")
    slot.governed = _governs(slot.left)
    if slot.quantity.measure.kind is MeasureKind.EVENT and _is_activity(body):
        slot.noun, slot.governed = trim_right(body), True
        return ""
    end = predicate_at(body, governed=slot.governed)
    noun, predicate = body[:end], body[end:]
    rest = ""
    if not last:
        noun, rest = _noun_and_rest(noun, predicate)
    slot.noun = trim_right(noun.rstrip("中内里"))
    slot.predicate = trim_right(predicate)
    return rest


def _noun_and_rest(noun: str, predicate: str) -> tuple[str, str]:
    """In a list the noun ends at the 、 before the next quantity; a verb at the end governs that one."""
    if predicate:
        return noun, predicate
    head, mark, tail = noun.rpartition("、")
    if mark:
        return (head, tail) if head else (tail, "")
    for length in range(min(4, len(noun) - 1), 0, -1):
        if noun[-length:] in phrasing().strong.words and length > 1:
            return noun[:-length], noun[-length:]
    return noun, "" if noun[-1:] in "和及与" else noun


def _follows_noun(slot: _Slot) -> bool:
    """Whether the words behind a quantity are a noun that it counts."""
    right, kind = slot.right, slot.quantity.measure.kind
    if not right or not _HAN_OR_QUOTE.match(right):
        return False
    if right.startswith("的"):
        return kind is not MeasureKind.RATE or not rates_before(slot.left)
    if phrasing().resume.at(right, 0):
        return False
    if kind is MeasureKind.RATE:
        return not strip_rate_lead(slot.left) or take_apart(slot.left).bare and not rates_before(slot.left)
    if kind in {MeasureKind.TIME, MeasureKind.SIZE, MeasureKind.MONEY}:
        return False
    phrase = take_apart(slot.left)
    words = trim_left(slot.left)
    if phrasing().preposition.before(slot.left, len(slot.left)):
        return True
    if not phrase.object or not trim_left(phrase.object):
        return True
    if kind is MeasureKind.EVENT and _is_activity(right) and not phrase.verb and not phrase.light:
        return True
    del words
    return False


def _is_activity(words: str) -> bool:
    return bool(phrasing().deliberate.at(words, 0))


def _governs(left: str) -> bool:
    """Whether a verb directly before a quantity makes the noun behind it its object (化解40件积案)."""
    words = phrasing()
    bare = trim_right(left)
    if words.preposition.before(left, len(left)) or words.causative.before(bare, len(bare)):
        return False
    return bool(words.strong.before(bare, len(bare)) or words.weak.before(bare, len(bare)) or words.light.before(bare, len(bare)))


def _deal(slots: list[_Slot], clause: Clause) -> None:
    """Deal a list of names before a list of numbers out, or let the numbers share one subject."""
    number = 0
    while number < len(slots):
        end = number
        while end + 1 < len(slots) and not slots[end + 1].left and _ONLY_JOINS.fullmatch(slots[end].right):
            end += 1
        if end > number:
            _deal_run(slots, number, end)
        number = end + 1
    del clause


def _deal_run(slots: list[_Slot], first: int, last: int) -> None:
    count = last - first + 1
    left = slots[first].left
    items = _items(left, count)
    for place in range(first, last + 1):
        slot = slots[place]
        if items:
            slot.left = items[place - first]
        elif place > first:
            slot.shares = first
        if slots[last].attributive and place < last:
            slot.attributive, slot.governed = True, slots[last].governed
            slot.noun, slot.predicate = slots[last].noun, slots[last].predicate


def _items(left: str, count: int) -> list[str]:
    """The last `count` coordinated items before a run of numbers; empty if there are not that many."""
    core = trim_right(left)
    tail = ""
    if (at := left.find(_DEALT)) >= 0:
        core = left[:at]
        after = trim_right(left[at + len(_DEALT) :])
        tail = after.strip("为达是到")
        if match := re.search(r"(?:同比|环比|较\w{1,4})$", core):
            core, tail = core[: match.start()], match[0] + tail
    parts = [part for part in re.split(r"[、和及与]|以及", core) if part]
    if len(parts) < count or (at < 0 and len(parts) != count):
        return []
    chosen = parts[-count:]
    last = take_apart(chosen[-1])
    dealt = []
    for part in chosen:
        phrase = take_apart(part)
        dealt.append((part + last.object if phrase.bare and last.object else part) + tail)
    return dealt
