"""To whom a report is addressed (主送机关): a line of names with a colon, or the beginning of the first paragraph."""

from __future__ import annotations

import re

from generator.catalogues.bodies import bodies
from generator.model.span import Span
from generator.text import fold

_SHORTEST, _LONGEST = 3, 100
_REACH = 40
"""Where the addressee stands on one line with the first sentence, its colon is among the first characters."""

_BRACKETS_AT_END = re.compile(r"\([^()]{1,20}\)$")
_NO_NAMES = re.compile(r"如下|汇报|现将|包括|方面|措施|情况|主要|问题|工作(?!委员会|领导小组|[局部办])")
_PEOPLE = re.compile(r"(?:代表|委员|领导|同志们?|主任|部门|单位|书记|[省市县区州旗]长|党中央)$")


def is_addressee(text: str) -> bool:
    """Whether a line (no blanks) is an addressee: names of bodies or people with a colon at the end."""
    if not text.endswith(("：", ":")) or not _SHORTEST <= len(text) <= _LONGEST:
        return False
    names = re.split(r"[、，,；]|并报|并|暨", text[:-1])
    return not _NO_NAMES.search(text) and all(
        bodies().last.search(_BRACKETS_AT_END.sub("", fold(name))) or _PEOPLE.search(name) for name in names if name
    )


def addressed_part(text: str, span: Span) -> int | None:
    """Where the addressee ends that stands on one line with the first sentence."""
    colon = min((at for mark in "：:" if (at := text.find(mark, span.start, span.start + _REACH)) >= 0), default=-1)
    if colon < 0 or colon + 1 >= span.end:
        return None
    return colon if is_addressee("".join(text[span.start : colon + 1].split())) else None
