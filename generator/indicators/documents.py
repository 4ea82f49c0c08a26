"""What plan or list a sentence speaks of: 大类 in 印发《…要点》，明确7大类 say nothing without it."""

from __future__ import annotations

import re

from generator.indicators.phrases import take_apart
from generator.indicators.trimming import trim_left

_TITLE = re.compile(r"《(?P<title>[^《》]{4,80})》")

_KIND = re.compile(r"(?:方案|要点|清单|计划|意见|办法|规划|纲要|措施|安排|台账|体系|制度|标准|规定|条例)$")

_ASIDE = re.compile(r"\([^()]{0,30}\)")

_ABOUT = re.compile(r"^关于(?:(?:进一步|深入|切实|全面))*")

_INNER = re.compile(r"[〈<][^〈〉<>]*[〉>]")

_BEFORE_YEAR = re.compile(r"^.{0,16}?(?:19|20)\d\d年度?")

_SETS_DOWN = re.compile(
    r"(?:推进|实施|落实|推动|抓好|明确|提出|细化|列出|分解|确定|安排|部署|制定|包括|包含|涵盖|梳理)了?$"
)

_LONGEST = 18


def document_in(words: str) -> str:
    """The short name of the plan, list or rule that a clause sets down, "" if it names none."""
    if titles := _TITLE.findall(words):
        return _short(_ABOUT.sub("", _INNER.sub("", _ASIDE.sub("", titles[-1]))))
    named = take_apart(words).object
    return _short(named) if _KIND.search(named.rstrip("”")) else ""


def sets_down(words: str) -> bool:
    """Whether the words before a number say what a document holds: 明确, 细化为."""
    return _SETS_DOWN.search(words) is not None


def _short(name: str) -> str:
    name = trim_left(_BEFORE_YEAR.sub("", name.strip("“”")))
    tail = name.rpartition("的")[2]
    name = tail if len(tail) > 3 else name  # noqa: PLR2004
    return name if len(name) <= _LONGEST else ""
