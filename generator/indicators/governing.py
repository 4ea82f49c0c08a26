"""Which of the verbs in a stretch of words governs what is counted: all others are part of nouns."""

from __future__ import annotations

import re

from generator.catalogues.phrasing import phrasing
from generator.indicators.shortening import SHORTEST
from generator.indicators.verbs import JOINS, leading_verbs

_RELATIVE = re.compile(r"(?<!党)的")

_NEAR_START = 8
"""How far from the beginning the main verb may stand when a 的 follows: 县政府制定符合规定的文件."""

_ACTOR = re.compile(r"(?:[局委办院所队组会部站]|组织|机构|机关|政府|部门|中心|平台|人员|人)$")
"""调解组织出具意见书: who did it is no part of what was done."""


def with_first(text: str, groups: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The groups of verbs with the one at the beginning that may be nouns, if all others are part of its object."""
    first = leading_verbs(text)
    if not groups or not 0 < first < groups[0][0] or _ACTOR.search(text[first : groups[0][0]]):
        return groups
    return [(0, first), *groups] if all(_is_heads(text[end:]) for _, end in groups) else groups


def governing(text: str, groups: list[tuple[int, int]], *, listed: bool) -> tuple[int, int] | None:
    """The last group of verbs that governs the quantity; the first one if all seem to be part of something else.

    `groups` are those of `verb_groups`; `listed` says that 等 closes the words. None if no verb governs.
    """
    for number in range(len(groups) - 1, -1, -1):
        start, end = groups[number]
        rest = text[end:]
        if _RELATIVE.search(rest) or rest.startswith("等") or _in_noun(text, start, end):
            continue
        if listed and "、" in text[:start]:  # 改革试点、交流推广、表彰肯定等28项
            continue
        if number and text[start:] == "组织":  # 打掉恶势力组织
            continue
        if number and _is_inner(text, groups[number - 1][1], start, rest, listed=listed):
            continue
        return start, end
    if not groups:
        return None
    start, end = groups[0]
    if start > _NEAR_START or text[end:].startswith("的"):
        return None
    return None if _in_noun(text, start, end) else (start, end)


def _in_noun(text: str, start: int, end: int) -> bool:
    """Whether a verb is part of a noun: 办理时间, 受理机关、…, 督办单."""
    rest = text[end:]
    words = phrasing()
    form = rest.startswith("情况") or (len(rest) == 1 and rest in FORMS)
    form = form or (start > 0 and rest in words.procedure.words and text[start:end] in words.process.words)
    return form or _is_member(text, start, rest) or _is_attribute(start, rest) or _heads_noun(text, end)


_EVENT_END = re.compile(r"(?:培训|活动|行动|整治|检查|演练|讲座|宣传|竞赛|比武|评查|督察|轮训|班|会)$")

_IS_NOUN = re.compile(
    r"(?!.*(?:人员|干部|职工|民警|党员|部门|单位|企业|群众|律师|学生|代表|委员|队员|[局所队]$))[^\W\d_]{2,8}"
)

FORMS = frozenset("率量员书函单表证数金款费税权处点站者人法库网线区园馆室厅")
"""出让金, 经营者, 监测点: with such an ending a verb is a noun."""


def _is_member(text: str, start: int, rest: str) -> bool:
    """Whether a verb is in a list closed by 等, but begins none: 专题研究决策、优化环境、流程优化、执法等工作."""
    if start < SHORTEST or "等" not in rest:
        return False
    return text[start - 1] == "、" or (rest.startswith("、") and text[start - 1] not in JOINS)


def _heads_noun(text: str, end: int) -> bool:
    """Whether the verb before `end` is part of a noun in a list: 不予受理、告知受理机关、转送."""
    length = phrasing().noun_head.at(text, end)
    return length > 0 and text[end + length : end + length + 1] == "、"


def _is_attribute(start: int, rest: str) -> bool:
    """Whether a verb inside a phrase only narrows a noun like 时间: 行政许可平均办理时间, but not 压缩办理时限."""
    return start > 0 and rest in phrasing().aspect.words


def _is_inner(text: str, before: int, start: int, rest: str, *, listed: bool) -> bool:
    """Whether verbs are part of the object of the group that ends at `before`: 挽回损失或取得利益, 反馈窗口."""
    between = text[before:start]
    if text[start - 1] == "或" or (listed and "、" in between):
        return True
    many = "等" in rest and "、" in text[start : len(text) - len(rest) + 1]  # 发现重复领取、死亡未停发等异常
    if (many or rest.endswith("行为")) and phrasing().strong.before(text, before):
        return True  # 查处滥用行政权力排除竞争行为
    if "等" in between:  # 因调动、退休等原因减少人员
        return False
    if rest and text[start - 1] in "未不待":  # 结转上年未办结申请
        return True
    if _EVENT_END.search(rest) and phrasing().light.before(text, before) and _IS_NOUN.fullmatch(between):
        return True  # 开展综合素质提升集中脱产培训
    return _is_of_list(text, before, between, rest) or _is_heads(rest[leading_verbs(rest) :])


def _is_of_list(text: str, before: int, between: str, rest: str) -> bool:
    """Whether a list closed by 等 goes on behind a verb: 研究文件、优化环境等工作, 落地诉调对接工作站等举措."""
    member, mark, _ = rest.partition("等")
    acting = "、" in between and not phrasing().causative.before(text, before)
    return bool(mark) and (acting or _is_heads(member))


def _is_heads(rest: str) -> bool:
    """Whether words are nouns of a form and nothing else: 结果信息, 决定书."""
    heads, at = phrasing().noun_head, 0
    while length := heads.at(rest, at):
        at += length
    return at == len(rest) > 0
