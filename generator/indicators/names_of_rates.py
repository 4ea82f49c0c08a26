"""Names of rates, with what a bare rate is of: 群众诉求满意率 in 受理群众诉求23.6万件，满意率96%."""

from __future__ import annotations

import re

from generator.catalogues.phrasing import phrasing
from generator.indicators.bound import Name, Rule, name_of
from generator.indicators.former import former_value
from generator.indicators.memory import Memory
from generator.indicators.names_around import names_around
from generator.indicators.names_of_changes import is_mere_change
from generator.indicators.phrases import take_apart
from generator.indicators.rates import (
    changes_of_its_own,
    is_change,
    is_rate,
    is_share,
    rates_before,
    share_of,
    share_of_whole,
    strip_rate_lead,
    without_change,
)
from generator.indicators.slot import Slot
from generator.indicators.trimming import trim_left, trim_right
from generator.indicators.verbs import leading_verbs, verb_groups

_BARE_RATE = 4
"""办结率, 占比, 同比增长: too short to say of what; the object before is shown beside it."""

_BY_RATE = re.compile(r"(?:.*[^、,])?(?:按照?|以)⟨的?(?:比例|幅度|标准)(?P<deed>[^、,]{4,20}?)(?:[并和且].*)?")
"""按5%的比例抽查案卷: the rate of what was done."""

_GOAL = re.compile(r"完成(?P<goal>[^、,]{0,10}(?:目标|任务|计划)(?:任务|数)?)的$")
"""新增就业5600人，完成年度目标的112%."""

_CHANGED = re.compile(r"(?:增加|减少|新增|增长|下降|上升)(?:人数|件数|户数|起数|次数|数)$")
"""调解员增加247人，增长9.5%: the rate is one of the 调解员."""

_LASTING = re.compile(r"(?<=..)(?:连续|近)[一二三四五六七八九十两\d]+年$")
"""满意度连续五年保持在98%以上."""

_YEAR_END = re.compile(r"(?<=率)(?:19|20)\d\d年度?$")
"""败诉率2022年6.1%，2023年5.7%: the year is the period, no part of the name."""

_TWO_AT_ONCE = re.compile(r"[^、和]+[、和](?P<last>[^、和]{2,14}?)(?P<change>[^\W\d_率]{2,6})\d[\d.]*%?")

_CHANGE_END = re.compile(r"(?<=..)(?:增加|减少|新增|增长|下降|上升)$")

_AGAINST = re.compile(r"(?<=..)(?:同比|环比)(?:增加|增长|上升|减少|下降|降低|提高|提升)了?$")
"""办件量同比增长9%，环比增长2%: both are changes of the 办件量."""

_MERE_CHANGE = re.compile(r"(?:提高|提升|上升|下降|降低|增长|增加|减少)了?")

_BEYOND = re.compile(r"(?:远远?|明显|均)?(?:超过|超出|高于|低于|高出)(?P<base>[^、,占]{2,20}?)(?P<its>的)?")

_SINCE = re.compile(
    r"^[与同和](?:去年|上年|往年)(?:度|同期)?相比(?=[^\W\d_]{2,10}(?:下降|上升|增长|减少|增加|提高|降低)了?$)"
)
"""与去年相比火点下降71%."""

_EXPLAINED = re.compile(r"\((?:即|指|含)[^()]*\)$")
"""办成率（即已经解决的占比）93.8%: what the word means is no part of it."""

_DOUBLE = re.compile(r"(?:做到|实现|达到)(?:两个|三个|双)?$")
"""合法性审核、公平竞争审查做到两个100%."""

_WITHIN = re.compile(r"(?<=[^、]{2})在[^、在]{2,12}中$")
"""分值在年终考核百分制中不低于4%."""

_AT_ONCE = ("一次", "首次")
"""消防验收86件，一次验收合格率92%."""

_BARE_NUMBER = re.compile(r"(?P<name>[^\W\d_]{2,10})\d[\d,.]*$")
"""查处治安案件1326，同比上升48.6%: a number without a unit is no figure, but the change speaks of it."""

_SHARE = re.compile(r"占[^,]{2,16}比例[^,]{0,4}$")
"""占受理案件数比例最高，达92.71%: the clause before says what the number is a share of."""


def names_of_rate(memory: Memory, slot: Slot) -> tuple[tuple[Name, ...], Rule]:
    """The names of a percentage, more than one where several rates share it, and the rule."""
    if rated := _BY_RATE.fullmatch(f"{slot.left}⟨{slot.right}"):
        return (name_of(slot, f"{rated['deed']}比例"),), Rule.RATE
    if around := names_around(memory, slot, [slot]):
        return around
    if compared := _compared_with(memory, slot.left):
        return (name_of(slot, compared),), Rule.RATE
    if goal := _GOAL.search(slot.left):
        return (name_of(slot, f"{goal['goal']}完成率", memory.topic),), Rule.RATE
    return _of_share(memory, slot) or _of_rate(memory, slot)


def _compared_with(memory: Memory, left: str) -> str:
    """往年抽查比例 of 远低于往年的20%: the number is that of what the rate before is compared with; "" if it is not."""
    match = _BEYOND.fullmatch(trim_left(left))
    said = memory.names[-1] if memory.names else memory.subject
    if not match or not said:
        return ""
    if match["its"]:
        return f"{match['base']}{said.removesuffix('平均')}"
    return f"{memory.subject if is_change(said) else said}{match[0]}"


def _of_share(memory: Memory, slot: Slot) -> tuple[tuple[Name, ...], Rule] | None:
    """The name of a share of what stands behind it, or of a whole; None if it is no share."""
    if slot.attributive or slot.noun:
        done = f"{strip_rate_lead(slot.left)}{slot.noun}率"
        return (name_of(slot, share_of(slot.left, slot.right) if slot.attributive else done),), Rule.SHARE
    part, whole = share_of_whole(slot.left)
    if whole:
        part = trim_right(trim_left(part)) or memory.subject
        return (name_of(slot, f"{part}占{whole}比例"),), Rule.RATE
    return None


def _of_rate(memory: Memory, slot: Slot) -> tuple[tuple[Name, ...], Rule]:
    """The names of one or several rates before the number."""
    if change := former_value(slot.left):
        return _one_rate(memory, slot, change.subject, change.base)
    rates = rates_before(slot.left)
    if len(rates) > 1:
        bare = memory.names and all(len(rate) <= _BARE_RATE for rate in rates)
        return tuple(name_of(slot, rate, memory.topic if bare else "", rate) for rate in rates), Rule.RATES
    return _one_rate(memory, slot, slot.left, "")


def _one_rate(memory: Memory, slot: Slot, words: str, base: str) -> tuple[tuple[Name, ...], Rule]:
    words = _SINCE.sub("", words)
    name = strip_rate_lead(_EXPLAINED.sub("", _DOUBLE.sub("", _WITHIN.sub("", words))))
    if is_share(name) and len(name) <= _BARE_RATE and (bare := _BARE_NUMBER.search(memory.previous)):
        return (name_of(slot, "占比", take_apart(bare["name"]).text),), Rule.RATE  # 市级单位531，占比39%
    if name == "占" or (not name and _SHARE.search(memory.previous)):
        return (name_of(slot, f"{memory.subject}占比"),), Rule.RATE
    if not name:
        name = without_change(memory.names[-1]) if memory.names else memory.object
        return (name_of(slot, name.replace(memory.base, "", 1)),), Rule.CARRIED
    memory.base = base
    name = _without_time(name)
    if name.startswith("中") and name[1:2].isdigit() and memory.subjects:  # 17名执法人员中45岁以上占六成
        name = f"{memory.subjects[-1]}{name}"
    if name in phrasing().state.words:  # 非常满意99%，满意1%
        return (name_of(slot, f"{name}占比", memory.among),), Rule.RATE
    if _is_part(memory, words, name):
        name = f"{name}占比"
    return (name_of(slot, base + name, _of_what(memory, slot, words, name, base)),), Rule.RATE


def _without_time(name: str) -> str:
    """败诉率 of 败诉率2022年, 达标率 of 达标率连续三年; of two that change together the last, whose number follows."""
    name = _YEAR_END.sub("", name)
    name = f"{name.removesuffix('到')}比" if name.endswith(("占", "占到")) and len(name) > 1 else name
    name = _LASTING.sub("", name.replace("分别", ""))
    both = _TWO_AT_ONCE.fullmatch(name)  # 上诉率、申诉率分别下降4.01、3.35个百分点
    return f"{both['last']}{both['change']}" if both else name


def _of_what(memory: Memory, slot: Slot, words: str, name: str, base: str) -> str:
    """What a rate or change is of where it does not say so itself; "" if it does, or if nothing tells."""
    own = is_change(words) and changes_of_its_own(name)
    of = "" if own else memory.dealt(slot, change=is_change(words))
    if not of and is_change(words):
        of = "" if own else _compared(memory)
    if not of and len(name) <= _BARE_RATE and memory.names and (is_rate(name) or take_apart(name).bare):
        of = memory.subject if is_share(name) else _CHANGE_END.sub("", memory.topic)
        said = memory.subjects[-1] if memory.subjects else ""
        if said and _MERE_CHANGE.fullmatch(name) and not is_mere_change(said):  # 结案率由71%上升到96%，提高25个百分点
            changed = _CHANGE_END.sub("", said)
            of = changed if changed != said or not of else of
    return _continued(memory, name) if not of and name.endswith("率") and not base else of


def _is_part(memory: Memory, words: str, name: str) -> bool:
    """Whether a noun says how much of the whole it is: 其中婚姻家事约四成、劳动争议约三成."""
    goes_on = words.startswith("、") and memory.names and memory.names[-1].endswith("占比")
    alone = not (is_rate(name) or is_change(words) or leading_verbs(name) or verb_groups(name))
    return bool(words.startswith("其中") or goes_on) and alone


def _continued(memory: Memory, name: str) -> str:
    """What the clause before ends with if the rate goes on with it: 参加法律知识考试，考试合格率98%."""
    for said in (memory.topic, take_apart(memory.previous).object):
        if len(said) > len(name[:2]) and said.endswith(name[:2]):
            return said
    last = memory.subjects[-1] if memory.subjects else ""
    return last if name.startswith(_AT_ONCE) and len(last) > len(name[:2]) and last[-2:] in name else ""


def _compared(memory: Memory) -> str:
    """What a change is a change of: what was named last, or the clause before if a bare number ends it."""
    if match := _BARE_NUMBER.search(memory.previous):
        return take_apart(match["name"]).text
    return _AGAINST.sub("", _CHANGED.sub("", memory.names[-1])) if memory.names else ""
