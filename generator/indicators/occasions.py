"""What work a sentence tells of, for names that say nothing alone: 收集问题 in 召开政企座谈会8场，收集问题45个."""

from __future__ import annotations

import re

from generator.catalogues.phrasing import phrasing
from generator.indicators.documents import document_in
from generator.indicators.phrases import take_apart
from generator.indicators.shortening import shortened
from generator.indicators.trimming import trim_left, trim_right

_WORK = re.compile(
    r"(?:行动|活动|整治|治理|督察|督查|巡察|检查|评估|评查|测评|审计|改革|试点|座谈会|圆桌会|协商会|恳谈会|论坛|体检"
    r"|接待日|直通车|走访|调研|评议|验收|普查|清理|自查|排查|品牌|工程|专项|课题|竞赛|平台|功能|办公会|接访|回头看)”?$"
)
"""Words at the end of what work is called."""

_ANY_DOCUMENT = re.compile(
    r"(?:具体|若干|实施|相关|有关|审议|整改|工作)?[^\W\d_]{0,2}(?:方案|措施|意见|办法|计划|清单|制度|台账)$"
)
"""实施意见, 整改方案: of whatever work."""

_RULES = ("制度", "体系", "规定", "条例", "机制")
"""They hold for all that is done, not for the work told of."""

_LONGEST = 18

_SHORTEST = 3

_TAUGHT = re.compile(r"》[^《》、]{0,8}(?:辅导|讲座|授课|讲课|宣讲|培训|解读|学习|课|班|报告会)$")
"""作《档案法》专题辅导: the law is not what is set down."""

_WITH = re.compile(r"^(?:通过|结合|依托|在|以|围绕|针对|利用|借助|根据|对)+")

_PARTICLES = "的中了、等和及“”"


def occasion_in(clause: str) -> str:
    """What work the clause tells of (政企座谈会), or what document it sets down; "" if it names none."""
    before, mention, behind = clause.partition("⟨")
    behind = behind.rpartition("⟩")[2] if mention else ""
    if work := _work_in(behind) or _work_in(before):
        return work
    document = "" if _TAUGHT.search(before) else document_in(before)
    return "" if _ANY_DOCUMENT.match(document) or document.endswith(_RULES) else document


def _work_in(words: str) -> str:
    words = _WITH.sub("", trim_left(words))
    named = trim_left(trim_right(shortened(take_apart(words).object or words))).removesuffix("中")
    if len(named) > _LONGEST:
        named = named.rpartition("的")[2]
    return named if _WORK.search(named) and _SHORTEST <= len(named) <= _LONGEST else ""


def says_nothing(name: str) -> bool:
    """Whether a name is made of words only that any work could use: 提出意见, 发现并整改问题."""
    vague, at = phrasing().vague, 0
    while at < len(name):
        length = vague.at(name, at) or (name[at] in _PARTICLES or (name[at] == "并" and at > 0))
        if not length:
            return False
        at += length
    return at > 0
