"""What the guard reports: a place, a rule, and a form of the text that is safe to print."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from generator.model.span import Span


class Kind(StrEnum):
    """What was found; the value is the word shown to staff."""

    IDENTITY_CARD = "身份证号码"
    MOBILE = "手机号码"
    BANK_CARD = "银行卡号"
    HOME_ADDRESS = "个人住址"
    SENSITIVE = "与姓名相连的健康、未成年人、信仰或特定身份信息"
    CASE_PARTY = "案件当事人姓名"
    EMAIL = "个人电子邮箱"
    TRAVEL_DOCUMENT = "护照、通行证等证件号码"
    PLATE = "车牌号码"
    HIDDEN = "批注、修订或隐藏信息"
    SECRECY_MARK = "国家秘密标志"
    INTERNAL_MARK = "工作秘密或内部标志"


RULES = {
    Kind.IDENTITY_CARD: "P01",
    Kind.MOBILE: "P02",
    Kind.BANK_CARD: "P03",
    Kind.HOME_ADDRESS: "P04",
    Kind.SENSITIVE: "P05",
    Kind.CASE_PARTY: "P06",
    Kind.EMAIL: "P09",
    Kind.TRAVEL_DOCUMENT: "P10",
    Kind.PLATE: "P11",
    Kind.HIDDEN: "P07",
    Kind.SECRECY_MARK: "K01",
    Kind.INTERNAL_MARK: "K02",
}
"""Id of the disclosure rule of each kind."""


@dataclass(frozen=True, slots=True, order=True)
class Hit:
    """One thing that must not be published, in a scanned text.

    `span` counts in that text. `masked` may be printed anywhere: a number with its middle hidden, a surname with 某,
    the words of an internal mark; always "" for a secrecy mark. `certain` False: a person has to look.
    """

    span: Span
    kind: Kind
    masked: str
    certain: bool = True

    @property
    def code(self) -> str:
        """The rule's id, e.g. `P02`."""
        return RULES[self.kind]


def without_overlaps(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    """The hits that overlap none before them in the given order, sorted by place."""
    kept: list[Hit] = []
    for hit in hits:
        place = bisect_left(kept, hit)
        if not any(hit.span.overlaps(other.span) for other in kept[max(0, place - 1) : place + 1]):
            insort(kept, hit)
    return tuple(kept)
