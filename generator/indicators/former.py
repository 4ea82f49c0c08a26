"""The number before a change: 由法定的20个工作日 of 办理时间由法定的20个工作日缩短为3个."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from generator.catalogues.phrasing import phrasing
from generator.indicators.context import Context
from generator.indicators.following import TURNED

_CHANGE_FROM = re.compile(
    r"(?P<subject>.{2,}?)(?:(?:(?<![案事理自缘])|(?<=[备方立结归存档积]案))由|(?<![服遵听])从(?![业事轻属严]))(?P<base>[^、,]{0,6})$"
)

_FORMERLY = re.compile(r"^(?:原来|原先|原|此前|之前|过去|以前)的?")

_THEN = re.compile(r"(?:(?:19|20)\d\d|[去上前]一?)年[度底末]?|.+(?:前|时|期|初)")
"""2022年, 去年, 改革前, 上年同期: what tells by itself that the number is of an earlier time."""

_CHANGED_TO = re.compile(r"[^\W\d]{1,4}(?:为|到|至|成)了?")
"""压缩为, 提高到: nothing but the change stands before the number after it."""


@dataclass(frozen=True, slots=True)
class FormerValue:
    """What changed, and what the text says of the number before the change: 办理时间, 法定; "" if nothing."""

    subject: str
    then: str

    @property
    def base(self) -> str:
        """How that number is called in a composed name: 原法定, 原, 去年."""
        return self.then if _THEN.fullmatch(self.then) else f"原{self.then}"

    @property
    def dimension(self) -> str:
        """The same as a dimension of a comparable figure: never beside the number of today without a word."""
        return self.then if _THEN.fullmatch(self.then) else "，".join(filter(None, ("变化前", self.then)))


def former_value(left: str) -> FormerValue | None:
    """What the words before a quantity say that it was before a change; None if they do not."""
    match = _CHANGE_FROM.fullmatch(left)
    if match is None:
        return None
    base = match["base"].removesuffix("的")
    if phrasing().strong.before(base, len(base)):  # 由县直部门收回31项: who did what
        return None
    return FormerValue(match["subject"], base if _THEN.fullmatch(base) else _FORMERLY.sub("", base))


def without_change(context: Context) -> tuple[Context, str]:
    """What the catalogue is asked of a number before a change, and the dimension that says so; else as it is, ""."""
    changes = not context.right or TURNED.match(context.right)  # 由78人组成 is no change
    former = former_value(context.left) if changes else None
    return (replace(context, left=former.subject, right=""), former.dimension) if former else (context, "")


def after_change(context: Context) -> Context | None:
    """What it is asked of the number after a change (提高到95.6%), by what changed; None if it is none."""
    before, number, _ = context.previous.rpartition("⟨")
    former = former_value(before) if number and _CHANGED_TO.fullmatch(context.left) else None
    return replace(context, left=former.subject) if former else None
