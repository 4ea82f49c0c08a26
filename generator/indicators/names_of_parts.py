"""Names of parts: 其中街道24个 after 调解组织120个 are 街道调解组织."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.indicators.bound import Name, Rule, name_of
from generator.indicators.following import whose
from generator.indicators.memory import Memory
from generator.indicators.naming import LONGEST, tidied
from generator.indicators.phrases import Phrase, take_apart
from generator.indicators.saying import says_no_object
from generator.indicators.slot import Slot
from generator.indicators.verbs import verb_at

_LONGEST_PART = 24

_HOLDER = re.compile(r"其中[,、]?(?P<whole>[^、,]{2,10}?)(?:包括|包含)(?P<part>[“《].{2,24})")

_HOLDING = re.compile(r"^(?:含|包括|包含)")

_LISTED = re.compile(r"单位[及和、]")
"""行政企事业单位及个体企业: their parts have names of their own."""

_KIND = re.compile(r"(?:[类型式级](?:别|型)?|方面|领域|系统|部门|以上|以下)$")
"""其中财政类12件, 市级8件: what kind or whose, to be put before what is counted."""

_ALL = re.compile(r"^(?:各类|各项|各级|全部|共计?|总数)+")

_SHORTEST_END = 2

_BY_MEANS = ("通过", "依托")

_SAYS_NO_MORE = re.compile(r"(?:矛盾|民间|社会|行政|刑事|民事|执法|违法|各[类种])*[^\W\d_]{2}$")
"""矛盾纠纷, 行政案件: the part says as much."""


def names_of_part(memory: Memory, slot: Slot, phrase: Phrase, *, listed: bool) -> tuple[tuple[Name, ...], Rule]:
    """The name of a part of what the sentence named; `listed` parts are no first ones of their clause."""
    restricted = "的" in phrase.object and len(phrase.object) < _LONGEST_PART  # which part it is
    said = phrase.verb + phrase.object if restricted else phrase.text
    if holding := _HOLDER.match(slot.left):  # 其中，发布会包括例行发布会8场
        return (replace(_name_of_part(slot, holding["part"], holding["whole"]), given="其中"),), Rule.PART
    own = slot.left.removeprefix("其中")
    named = any(own.startswith(said) and own != said for said in memory.subjects if said)  # 其中发布会包括例行发布会8场
    if slot.left.endswith("的") and (of := _of_those(memory, slot, said)):
        return (replace(of, given="其中" if listed else ""),), Rule.PART
    acts = phrase.verb and not ends_with_kind(phrase.text)  # 许可类8920件
    whole = "" if acts or restricted or named else _whole(memory, slot, listed=listed)
    return (replace(_name_of_part(slot, said, whole), given="其中" if listed else ""),), Rule.PART


def _of_those(memory: Memory, slot: Slot, said: str) -> Name | None:
    """反映拖欠的线索 of 收集线索240条，其中反映拖欠的26条; None where no whole fits."""
    if slot.quantity.measure.unit in memory.units:
        whole = memory.whole_in(slot.quantity.measure.unit)
    else:
        whole = "" if memory.units else take_apart(memory.before.partition("并")[0]).object
    noun = (_taken_apart(whole)[1] or whole).rpartition("的")[2]
    name = f"{said}的{noun}"
    if not noun or not said or noun in said or len(name) > LONGEST:
        return None
    return replace(name_of(slot, name), subject=tidied(said))


def _whole(memory: Memory, slot: Slot, *, listed: bool) -> str:
    """What a part is of; the parts in one bracket are of the same, in whatever unit (国家级发稿3篇、市级发稿9条)."""
    if not listed or not memory.aside:
        memory.aside = memory.among or memory.whole_in(slot.quantity.measure.unit)
    return memory.aside


def name_of_next_part(memory: Memory, slot: Slot, phrase: Phrase) -> Name:
    """The name of a part in a clause of its own: 公示类 of 公开信息50条，其中公文类20条，公示类30条."""
    return _name_of_part(slot, phrase.text, memory.parted)


def ends_with_kind(words: str) -> bool:
    """Whether words end like a kind: 公示公告类, 民生保障方面."""
    return _KIND.search(words) is not None


def _name_of_part(slot: Slot, said: str, whole: str) -> Name:
    said = _HOLDING.sub("", said)
    whole = "" if said[:2] == whole[:2] or _LISTED.search(whole) else whole  # 发生火灾28起，其中发生重大火灾1起
    part = _of_whole(said, whole)
    name = replace(name_of(slot, part), subject=tidied(said))
    loses = part != said and part.endswith(said) and not _SAYS_NO_MORE.match(_taken_apart(whole)[1])
    beside = not says_no_object(whole) and (
        loses or (part == said and whole not in part)
    )  # 查获假烟案件15起，其中网络案件3起
    return replace(name, dimension=tidied(whole)) if beside else name


def _of_whole(part: str, whole: str) -> str:
    """街道调解组织 for 其中街道 of 调解组织, 民事诉讼案件 for 其中民事诉讼 of 诉讼案件; else the part."""
    if not whole or part in whole or whole in part:
        return part
    if whole.endswith("面积"):  # 土地面积38亩，其中耕地15亩
        return f"{part}面积"
    verb, noun = _taken_apart(whole)
    if part.endswith(noun[-_SHORTEST_END:]) and verb and not verb_at(part, 0):
        return verb + part
    if _KIND.search(part) and not noun:  # 立案386件，其中环保类33件
        return part + verb
    if (whose(part) or _KIND.search(part)) and verb not in _BY_MEANS and len(verb) + len(part) + len(noun) <= LONGEST:
        return verb + part + noun
    shared = next((length for length in range(len(whole) - 1, 1, -1) if part.endswith(whole[:length])), 0)
    return part + whole[shared:] if shared and len(part) > shared else part


def _taken_apart(whole: str) -> tuple[str, str]:
    """公开 and 信息 of 公开各类信息."""
    phrase = take_apart(whole)
    verb = phrase.verb if phrase.object and whole.startswith(phrase.verb) else whole[: verb_at(whole, 0)]
    return verb, _ALL.sub("", whole[len(verb) :])
