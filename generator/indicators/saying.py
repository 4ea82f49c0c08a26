"""Whether a composed name says of what it is: 恢复原状数 and 部门数 do not, 行政复议受理件数 does."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from generator.catalogues.measures import Measure, MeasureKind
from generator.catalogues.phrasing import WordList, phrasing

_SHORT_NAME = 2

_PARTICLES = frozenset("的中了、等和及与并或到出至为被()")

_MARKS = frozenset("“”")
"""“回头看” says no more than 回头看."""

_BODIES = re.compile(
    r"[人企店厂司户场所院校馆站点社铺商贩摊档窝庭村镇乡街吧“]|机构|单位|部门|组织|中心|平台|工地|[银商]行|[个主团]体|餐厅"
)

_OF_BODIES = frozenset(("家", "家次", "户", "户次"))
"""They count bodies: a name that holds none, 查实违规 or 列为D级, leaves out which."""

_AGE = re.compile(r"\d+周?岁(?:及?以[上下])?的?")
"""50岁以上占58%: of whom stands before."""

_SHORTEST_RATE = 4
"""联网率: a rate of one word is of something that was named before."""


def needs_topic(name: str, measure: Measure) -> bool:
    """Whether a name cannot be understood without what it is about: too short, or of words that any work could use."""
    name = _AGE.sub("", name.removeprefix("原"))
    return (
        is_short(name, measure)
        or says_little(name)
        or says_no_object(name)
        or (measure.unit in _OF_BODIES and not _BODIES.search(name.removesuffix(measure.suffix)))
        or (measure.kind is MeasureKind.RATE and len(name) < _SHORTEST_RATE)
    )


def is_short(name: str, measure: Measure) -> bool:
    """Whether a name has too few characters to say of what it is: 收件宗数, 学生人数, 录播期数."""
    return len(name.removesuffix(measure.suffix)) <= _SHORT_NAME


@lru_cache(maxsize=4096)
def says_little(name: str) -> bool:
    """Whether a name is made of words only that any sentence could use: 专题活动场次, 公示率, 部门数."""
    vague, faint, at = phrasing().vague, phrasing().faint, 0
    while at < len(name):
        length = max(vague.at(name, at), faint.at(name, at)) or (name[at] in _PARTICLES or name[at] in _MARKS)
        if not length:
            return False
        at += length
    return at > 0


@lru_cache(maxsize=4096)
def says_no_object(name: str) -> bool:
    """Whether nothing in a name says to what it was done: 提档升级数, 按期回复数, 解答咨询人次."""
    words, telling = _any_words(), phrasing()
    reached = {0}
    for at in range(len(name)):
        fixed = telling.compound.at(name, at)
        if at not in reached or telling.telling.at(name, at) or (fixed and name[at : at + fixed] not in words.words):
            continue
        if name[at] in _PARTICLES:
            reached.add(at + 1)
        reached.update(at + length for length in words.lengths(name, at))
    return len(name) in reached


def begins_with_deed(name: str) -> bool:
    """Whether a name begins with what was done or what became of something: 提档升级数, 今年新增数, 合格数."""
    words = phrasing()
    return max(words.strong.at(name, 0), words.weak.at(name, 0), words.state.at(name, 0), words.light.at(name, 0)) > 1


@cache
def _any_words() -> WordList:
    """The words that name nothing: verbs, adverbs, states and what any work could use."""
    words = phrasing()
    lists = (
        *(words.vague, words.faint, words.generic, words.alone, words.state),
        *(words.strong, words.weak, words.light, words.adverb, words.aspect),
    )
    return WordList(word for each in lists for word in each.words if word not in words.telling.words)
