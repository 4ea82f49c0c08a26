"""Where the noun that a measure word counts ends: 名 counts persons, 家 bodies; what follows is said of them."""

from __future__ import annotations

import re

from generator.catalogues.measures import Measure, MeasureKind
from generator.catalogues.phrasing import WordList, phrasing
from generator.indicators.verbs import leading_verbs, sure_verbs

_SAID_BY_THEM = re.compile(r"提出|反映|申请|委托|推荐")
"""87个申请人提出的申请: the applicants are counted."""

_LEADERS = re.compile(
    r"(?:党政|主要|分管|相关|各级|有关)*(?:负责人|负责同志|领导|班子|书记|一把手|干部|人员|职工|代表|民警)"
)
"""个 counts the bodies in 11个乡镇党政主要负责人, not the persons."""

_MORE_OF_NAME = frozenset("会社部队校院园店厂馆站室所局委办库场行厅铺点网组团班")
"""A body's name may go on behind a word for bodies: 企业工会, 社区卫生室."""

_STATE = re.compile(
    r"(?<=..)(?:落实|执行|履行|整改|完成|推进|进展|办理)情况$"
    r"|(?<=单位|部门|企业|乡镇|街道|社区|镇街|县区)(?:意见建议|意见|建议)(?:的?基础[上下])?$"
)
"""77项任务落实情况: the tasks are counted; 征求50个单位意见: the bodies are."""

_WITHOUT_NUMBER = ("资金", "工作", "领域", "建设", "补贴", "账目", "执法", "管理")
"""Nobody counts them with 个: 对26个乡镇补贴资金进行核查."""

_BRACKET = re.compile(r"\([^()]{0,20}\)")

_OF_BODIES = frozenset(("家", "家次"))

_OF_HOUSEHOLDS = frozenset(("户", "户次"))


def end_of_counted(noun: str, measure: Measure, *, acting: bool = False) -> int:
    """Where in a run of words behind a number the noun counted ends; its length where the measure word tells nothing.

    `acting` says that something is done to those counted, so that a verb behind bodies is theirs:
    乡镇 of 对12个乡镇履行职责情况开展评估.
    工作人员 of 工作人员年度考法达标率, 企业 of 企业轻微违法行为.
    """
    words = phrasing()
    if (told := _end_of_bodies(noun)) < len(noun):
        return told
    if measure.kind is MeasureKind.PEOPLE:
        return _last(noun, words.persons)
    if measure.unit in _OF_HOUSEHOLDS:
        end = _last(noun, words.persons)
        return end + len("家庭") if noun.startswith("家庭", end) else end
    if measure.unit in _OF_BODIES:
        end = _last(noun, words.bodies)
        return len(noun) if noun[-1:] in _MORE_OF_NAME and not _LEADERS.match(noun, end) else end
    return _end_of_those(noun, acting=acting) if measure.unit == "个" else len(noun)


def _end_of_those(noun: str, *, acting: bool) -> int:
    """Where what 个 counts ends: persons who said something, bodies to which something is done or that have leaders."""
    words = phrasing()
    person = words.persons.at(noun, 0)
    if person and _SAID_BY_THEM.match(noun, person):
        return person
    first = words.bodies.at(noun, 0) if acting else 0
    if first and noun.endswith(_WITHOUT_NUMBER):
        return _behind_bracket(noun, first)  # 对26个乡镇补贴资金进行核查
    for start in range(len(noun) - 2):
        length = words.bodies.at(noun, start)
        end = _behind_bracket(noun, start + length)
        if length and acting and leading_verbs(noun[end:]):
            return end
        if length and (_LEADERS.match(noun, end) or (start < end < len(noun) and noun.endswith("情况"))):
            return end
    return len(noun)


def _end_of_bodies(noun: str) -> int:
    """部门 of 部门《条例》贯彻落实情况, 任务 of 任务落实情况; the length of the words if neither is meant."""
    title = noun.find("《")
    if title > 0 and phrasing().bodies.before(noun, title):
        return title
    state = _STATE.search(noun)
    return state.start() if state else len(noun)


def _last(noun: str, kind: WordList) -> int:
    """Where the last of the words ends, or the first one that a verb follows: 专家 of 专家组建人才库."""
    ends = [end for end in range(2, len(noun) + 1) if kind.before(noun, end)]
    acting = [end for end in ends if sure_verbs().at(noun, end)]
    ends = acting[:1] or [end for end in ends if noun[end : end + 1] not in _MORE_OF_NAME][-1:]
    return _behind_bracket(noun, ends[0]) if ends and noun[ends[0] :].strip("”’》") else len(noun)


def _behind_bracket(noun: str, end: int) -> int:
    bracket = _BRACKET.match(noun, end)
    return bracket.end() if bracket else end
