"""Which words of a clause belong to which of its quantities: what stands before, the noun behind, the predicate."""

from __future__ import annotations

import re

from generator.catalogues.measures import MeasureKind
from generator.catalogues.phrasing import phrasing
from generator.indicators.clauses import Clause
from generator.indicators.dealing import ONLY_JOINS, deal
from generator.indicators.following import (
    WITHOUT_NOUN,
    counts_what_follows,
    done_to,
    governs,
    is_open,
    is_share_done,
)
from generator.indicators.lists import spread
from generator.indicators.nouns import take_noun
from generator.indicators.phrases import take_apart
from generator.indicators.predicates import opens_predicate
from generator.indicators.slot import Slot
from generator.indicators.trimming import trim_left

_ASPECTS = re.compile(r"(?:[一二两三四五六七八九十]{1,3}|\d{1,2})[个大]?(?:方面|大类|大项|类|项|部分)$")
"""细分为七方面21个要点: the number of aspects hides neither the verb before it nor the noun behind."""

_SECOND_UNITS = frozenset(("只", "匹", "艘"))
"""牛羊310头只: a second measure word."""

_ALL = re.compile(r"(?<=[^针面核应]对)(?:全部|所有)$")
"""对全部48个项目进行审理."""

_ASPECT_ENDS = frozenset("面类项分")

_TOWARDS_FIRST = re.compile(r"对(?![标照接口外象应])")
"""对标100项指标: done to nobody."""

_TOWARDS = ("对", "向", "为", "给", "就", "针对")

_CASE_VERBS = frozenset("发破立结")

_CASES_DONE = frozenset(("发案", "破案", "立案", "结案"))

_WITHOUT_HEAD = frozenset({*WITHOUT_NOUN, MeasureKind.RATE, MeasureKind.EVENT})
"""Kinds whose noun behind is never the head of the words before."""

_LONG_OBJECT = 4
"""制定法学理论研究53条举措: an object that ends in a word which may be a verb."""

_HEAD = re.compile(r"[^\W\d_]{2,4}(?:计划|任务|措施|举措|清单|方案|制度|机制|标准|政策)")

_SOME_OF_THEM = re.compile(r"(?:目前|现|其中)?(?:已经|已有|已|中有|有)(?![关效])")
"""25件案件已化解22件: the next number says of how many of them."""

_EXCEPTED = re.compile(r"(?P<noun>[^、,]{2,20}?)(?:以|之)?外")
"""除3项持续整改任务外全部完成整改: what is said is said of the others."""


def slots_of(clause: Clause) -> list[Slot]:
    """One slot for each quantity of the clause, in order."""
    slots: list[Slot] = []
    words = tuple(map(_with_case, clause.words))
    words = (_ALL.sub("", words[0]), *("" if word in _SECOND_UNITS else word for word in words[1:]))
    left = _ASPECTS.sub("", words[0]) if words[0][-1:] in _ASPECT_ENDS else words[0]
    for number, quantity in enumerate(clause.quantities):
        right = words[number + 1]
        following = words[number + 2] if number + 2 < len(words) else None
        slot = Slot(quantity, left, right)
        towards = slot.left[-1:] if slot.left.endswith(_TOWARDS) else ""
        slot.towards = "对" if _TOWARDS_FIRST.match(slot.left) or done_to(slot.left) else towards
        slot.of = slots[-1].noun if slots and slots[-1].divided else ""
        slots.append(slot)
        units = {item.measure.unit for item in clause.quantities[number : number + 2]}
        same = following is not None and len(units) == 1
        left = "" if following is not None and ONLY_JOINS.fullmatch(right) else _claim(slot, following, same=same)
    deal(slots)
    spread(slots)
    return slots


def _with_case(stretch: str) -> str:
    """两抢案件发2起破2起: 发案, 破案."""
    before = stretch[:-1].lstrip("已共")
    told = stretch[-1:] in _CASE_VERBS and (not before or before.endswith(("案件", "案")))
    return f"{stretch}案" if told else stretch


def _claim(slot: Slot, following: str | None, *, same: bool) -> str:
    """Give a quantity the noun behind it, if it has one; returns the words left for the next quantity.

    `following` are the words behind the next quantity, None if there is no next one; `same` says that it has the same
    measure word.
    """
    head, _, rest = slot.right.partition("、")
    if slot.right in _CASES_DONE or (slot.of and opens_predicate(head)):
        return slot.right
    if _completes(slot, head):
        slot.noun = slot.right = head
        return rest
    kind = slot.quantity.measure.kind
    if not counts_what_follows(slot.left, slot.right, kind):
        slot.noun = head if is_share_done(slot.left, head, kind) else ""
        return rest if slot.noun else slot.right
    slot.attributive, slot.governed = True, governs(slot.left)
    if slot.left.endswith("除") and (excepted := _EXCEPTED.match(slot.right)):
        slot.noun = slot.right = excepted["noun"]
        return ""
    words = slot.right.removeprefix("的")
    rest = take_noun(slot, following)
    some = _SOME_OF_THEM.match(words.removeprefix(slot.noun)) if same and not slot.governed else None
    if some:
        rest, slot.predicate, slot.right, slot.divided = slot.predicate, "", slot.noun, True
    return rest


def _completes(slot: Slot, head: str) -> bool:
    """Whether the word behind a quantity is the head of a noun phrase before it: 打造营商环境50项措施."""
    if slot.quantity.measure.kind in _WITHOUT_HEAD:
        return False
    if head not in phrasing().noun_head.words and not _HEAD.fullmatch(head):
        return False
    phrase = take_apart(slot.left)
    if not trim_left(phrase.object) or is_open(slot.left):
        return False
    return not governs(slot.left) or bool((phrase.verb or phrase.light) and len(phrase.object) >= _LONG_OBJECT)
