"""What binding gives: a quantity with the names of its rows, and the rule that bound it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from generator.indicators.clauses import Clause
from generator.indicators.naming import joined, tidied, with_suffix
from generator.indicators.quantities import Quantity
from generator.indicators.slot import Slot
from generator.indicators.topics import Told

_LONGEST = 28
"""A longer name is no name any more: what the figure speaks of then stands beside it, as its dimension."""


_LONGEST_OF_WORK = 32
"""What work it is of makes a name longer, but without it the name says nothing."""


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

    `given` is what the first member of a list says for all of them (see `Context`). `told` is what its part of
    the sentence has told of: the nearest says what a name is about that says nothing alone.
    """

    text: str
    subject: str
    dimension: str
    left: str
    right: str
    given: str = ""
    told: tuple[Told, ...] = ()


@dataclass(frozen=True, slots=True)
class Bound:
    """A quantity with its names (more than one where rates share a number), the clause before and the rule.

    `whole` is how the text names what it is a part of (办理市级建议⟨件⟩ of 其中人大建议12件), "" if it is no part.
    """

    quantity: Quantity
    names: tuple[Name, ...]
    previous: str
    rule: Rule
    clause: Clause
    whole: str = ""


def name_of(slot: Slot, subject: str, dimension: str = "", left: str | None = None) -> Name:
    """The name with that subject; `left` are the words for the catalogue where they are not those of the slot."""
    subject, dimension = tidied(subject), tidied(dimension)
    return Name(
        text=_whole(with_suffix(subject + _points(slot), slot.quantity.measure), dimension),
        subject=subject,
        dimension=dimension,
        left=slot.left if left is None else left,
        right=slot.right,
    )


def _points(slot: Slot) -> str:
    """依法行政纳入考核，占5分: how many points it counts for."""
    return "所占分值" if slot.quantity.measure.unit == "分" and slot.left.endswith("占") else ""


def of_occasion(name: Name, occasion: str) -> Name:
    """The name with the work that it is of (政企座谈会收集问题数), unless it says so already or gets too long."""
    if not occasion or name.dimension or occasion in name.text or len(occasion) + len(name.text) > _LONGEST_OF_WORK:
        return name
    return replace(name, text=joined(occasion, name.text))


def _whole(text: str, dimension: str) -> str:
    """A name that can stand alone: 同比增长 and 合格率 say nothing without what they speak of."""
    if not dimension or dimension in text or len(dimension) + len(text) > _LONGEST:
        return text
    return joined(dimension, text)
