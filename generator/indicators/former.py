"""The number before a change: 由法定的20个工作日 of 办理时间由法定的20个工作日缩短为3个."""

from __future__ import annotations

import re
from dataclasses import dataclass

_CHANGE_FROM = re.compile(
    r"(?P<subject>.{2,}?)(?:(?:(?<![案事理自缘])|(?<=[备方立结归存档]案))由|(?<![服遵听])从(?![业事轻属严]))(?P<base>[^、,]{0,6})$"
)

_FORMERLY = re.compile(r"^(?:原来|原先|原|此前|之前|过去|以前)的?")

_YEAR = re.compile(r"(?:19|20)\d\d年[度底末]?")


@dataclass(frozen=True, slots=True)
class FormerValue:
    """What changed, and what the number before the change is called: 办理时间, 原法定."""

    subject: str
    base: str


def former_value(left: str) -> FormerValue | None:
    """What the words before a quantity say that it was before a change; None if they do not."""
    match = _CHANGE_FROM.fullmatch(left)
    if match is None:
        return None
    base = match["base"].removesuffix("的")
    return FormerValue(match["subject"], base if _YEAR.fullmatch(base) else f"原{_FORMERLY.sub('', base)}")
