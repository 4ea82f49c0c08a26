"""What a quantity has of its clause."""

from __future__ import annotations

from dataclasses import dataclass

from generator.indicators.quantities import Quantity


@dataclass(slots=True)
class Slot:
    """A quantity with the words that are its own.

    `attributive` says that the noun behind is what is counted; `governed`, that a verb before makes it its object.
    A noun that is not attributive is the head of the words before (打造营商环境50项措施).
    `complete` says that a 、 ends what is said of it (6家不予处罚、60家…).
    `towards` is the preposition (对, 为) before a list of those to whom something is done.
    `shares` is the number of the slot whose subject it shares (308批589人次), -1 if it has its own. `several` is how
    many numbers follow one another after the same words without names of their own (分别下降12.4%和8.9%).
    `divided` says that the next number tells of how many of the things something is said (25件案件已化解22件); `of` is
    what those things are.
    """

    quantity: Quantity
    left: str
    right: str
    noun: str = ""
    predicate: str = ""
    attributive: bool = False
    governed: bool = False
    complete: bool = False
    shares: int = -1
    towards: str = ""
    place: int = 0
    several: int = 1
    divided: bool = False
    of: str = ""
