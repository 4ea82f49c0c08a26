"""What a name that says nothing alone is about: the clause before, else the nearest heading, in their own words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.catalogues.measures import Measure, MeasureKind
from generator.catalogues.phrasing import phrasing
from generator.indicators.documents import document_in
from generator.indicators.phrases import take_apart
from generator.indicators.trimming import trim_left, trim_right

_LONGEST = 20

_LONGEST_WORK = 28
"""What was done may be named at length: 道路交通安全和运输执法领域突出问题专项整治."""

_DONE_TO_THEM = re.compile(r"解决|整改|采纳|销号|化解|落实")
"""排查隐患40项，整改38项: what is done to the very things that the clause before counts."""

_SHORTEST = 4

_SHORT_NAME = 2

_SAME = 4
"""A topic whose last four characters stand in the name says nothing new."""

_PARTICLES = "的中了、等和及与并或“”()"

_AIMS = ("为目的", "为抓手", "为契机", "为导向", "为主线", "为牵引")

_PURPOSE = re.compile(
    r"切实|立足|有效|有力|进一步|不断|着力|确保|保障|提升|提高|增强|营造|促进|助力|推动形成|形成良好|做到|达到|致力|接受[^、]{0,4}监督"
    r"|让|使(?!用)|真正|全力|为了?[^、]{2,20}(?:提供|奠定|打下|贡献|夯实)|从而|最大限度|引导|激发|筑牢|夯实|压实|明确(?:总体|目标|责任)"
    r"|坚持|取得|涵盖|包[括含]|内容|主题|成为|实现[^、]{0,12}(?:全覆盖|提升|增长)|细化责任"
    r"|(?:成立|组建)[^、]{0,10}(?:专班|组|队|队伍)$|聘请|其中|在[^、]{1,6}上$"
    rf"|.{{2,30}}(?:{'|'.join(_AIMS)})$"
)
"""切实提升依法行政能力: what something was good for, not what it was."""

_EMPTY_END = re.compile(r"(?:作用|能力|水平|优势|机遇|氛围|格局|意识|情况|基础上|契机|导向|以来|部门|同比|相比)$")

_CUT_BEGINNING = re.compile(r"建设|工作|纳入|作为|列入|其")
"""What a phrase that was cut begins with."""

_TAKEN = re.compile(r"(?:将|把)(?P<what>[^其、][^⟨]{2,24}?)(?:纳入|作为|列入|列为|融入|贯穿|摆在|落实)")
"""将习近平法治思想纳入学习内容: the clause is about the first."""

_CAME_OF_IT = re.compile(
    r"涉及|提出|发现|查[找摆出实漏]|收集|征集|采纳|反馈|解决|覆盖|惠及|受[益教]|整改|销号|阅读|播放|浏览|点击|出动|参[与加训会学]"
)
"""涉及事项, 提出意见: what came of the things that the clause before counts."""

_OUTCOME = re.compile(r"[^\W\d_]{2}率$")
"""网上学法参考率, 优秀率: both are rates of the same thing."""

_QUOTED = re.compile(r"“[^“”]{2,14}”")

_OPENED = re.compile(r"(?:开[办设展]|推出|创办|举办)[^、“”]{0,8}“")

_NEW = re.compile(r"新建|新设|增设")
"""“暖心驿站”遍地开花，…，新建8处: of what the sentence begins with."""

_HEADING = re.compile(
    r"(?:主要|重点|基本|总体|本?年度|全年|工作|法治政府建设|依法行政|推进|情况|做法|成效|成绩|经验|亮点|措施|举措|存在"
    r"|困难|问题|不足|短板|下一步|打算|安排|思路|计划|取得|开展|进展|落实|报告|特色|概况|方面|统计|有关|相关|[及和与的、])+"
)
"""主要工作及成效: a heading that could stand in any report."""

_OF_OTHERS = frozenset({MeasureKind.PEOPLE, MeasureKind.RATE, MeasureKind.MONEY, MeasureKind.SIZE, MeasureKind.TIME})

_OF_PEOPLE = frozenset({MeasureKind.RATE, MeasureKind.PEOPLE})
"""培训学员200人，合格率98%; but 聘请专家12名，整改问题30个: who was there is not what the problems are of."""

_MOST_CLAUSES = 16
"""How many clauses back a topic can stand, so that one figure costs the same in a sentence of any length."""

_DAY = re.compile(r"^\d{1,2}[日号]?(?=[^\W\d_])")
"""截至12月15办理投诉: what is left of a day."""

_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Told:
    """What a clause told of: its words, or what its last number counts, with the measure word of that number."""

    words: str
    measure: Measure | None = None


def about(name: str, told_apart: str, told: Sequence[Told], headings: str, measure: Measure) -> str:
    """What stands in brackets behind a composed name, "" where it says enough.

    That is `told_apart`, what is said of its noun, where that was too long to be part of the name.
    """
    if told_apart and told_apart not in name:
        return told_apart
    return topic_of(told, headings, name, measure) if _is_short(name, measure) or says_little(name) else ""


def _is_short(name: str, measure: Measure) -> bool:
    """Whether a name has too few characters to say of what it is: 收件宗数, 学生人数, 录播期数."""
    return len(name.removesuffix(measure.suffix)) <= _SHORT_NAME


def says_little(name: str) -> bool:
    """Whether a name is made of words only that any sentence could use: 专题活动场次, 公示率, 部门数."""
    vague, faint, at = phrasing().vague, phrasing().faint, 0
    while at < len(name):
        length = max(vague.at(name, at), faint.at(name, at)) or name[at] in _PARTICLES
        if not length:
            return False
        at += length
    return at > 0


def topic_of(told: Sequence[Told], headings: str, name: str, measure: Measure) -> str:
    """What the nearest clause names, else the innermost heading of `headings` (` / ` between); "" if none does.

    What was counted just before (培训5期、讲座3场) is another thing of the same rank, unless the name says what came of
    it or how many took part.
    """
    told = told[-_MOST_CLAUSES:]
    quoted = (match[0] for item in told if not item.measure and (match := _QUOTED.match(item.words)))
    nearest = [item.words for item in reversed(told) if _fits(item.measure, measure, name)]
    if _is_short(name, measure):  # 开办“审批夜校”，由骨干轮流上台，开讲31期: what has a name
        nearest.sort(key=lambda words: not _OPENED.search(words))
    clauses = (*(quoted if _NEW.match(name) else ()), *map(topic_in, nearest))
    titles = (_topic_in_heading(title) for title in reversed(headings.split(" / ")))
    return next((topic for topic in (*clauses, *titles) if topic and topic[-_SAME:] not in name), "")


def _fits(counted: Measure | None, measure: Measure, name: str) -> bool:
    if counted is None:
        return True
    if counted.kind is MeasureKind.RATE:
        return False
    if counted.unit == measure.unit:
        return _DONE_TO_THEM.search(name) is not None
    if counted.kind is MeasureKind.PEOPLE and measure.kind not in _OF_PEOPLE:
        return False
    other = counted.kind is not measure.kind and measure.kind in _OF_OTHERS
    return other or _CAME_OF_IT.search(name) is not None


def topic_in(clause: str) -> str:
    """What a clause names in a few words, "" if it only says what something was good for or names nothing."""
    words = _DAY.sub("", trim_right(trim_left(clause)))
    if _PURPOSE.match(words):
        return ""
    if taken := _TAKEN.match(words):
        words = taken["what"]
    if len(words) > _LONGEST:
        words = document_in(clause) if "《" in clause else take_apart(words).text
    words = _OUTCOME.sub("", words)
    fits = _SHORTEST <= len(words) <= _LONGEST_WORK and not _EMPTY_END.search(words) and not _CUT_BEGINNING.match(words)
    return words if fits and not says_little(words) else ""


def _topic_in_heading(title: str) -> str:
    words = trim_left(title.replace(",", "，").partition("，")[0]).removesuffix("情况")
    if _DIGIT.search(words) or _HEADING.fullmatch(words) or words.endswith(_AIMS) or says_little(words):
        return ""
    return words if _SHORTEST <= len(words) <= _LONGEST else ""
