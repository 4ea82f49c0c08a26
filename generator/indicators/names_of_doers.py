"""Who or what did it, where the name needs it: 法律顾问参与谈判, 联合执法查处案件, 参加宣誓的新任干部."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.catalogues.measures import ACTING
from generator.catalogues.phrasing import phrasing
from generator.indicators.bound import Name
from generator.indicators.naming import LONGEST
from generator.indicators.phrases import Phrase
from generator.indicators.predicates import opens_predicate
from generator.indicators.slot import Slot
from generator.indicators.trimming import trim_left, trim_right
from generator.indicators.verbs import leading_verbs, sure_verbs, verb_at

ACTOR = re.compile(
    r"(?:人|员|领导|班子|干部|同志|律师|顾问|机关|部门|组织|局|所|中心|平台|系统|窗口|委员会|政府|法院|单位|热线)$"
)
"""Who acts: 行政机关负责人出庭应诉 does not make 负责人 the object that later clauses leave out."""

WAY = re.compile(r"^(?:通过|经|在)")
"""通过磋商办结案件: 磋商 says what kind of case it is."""

_KIND = re.compile(r"(?!依托|围绕|根据|利用|结合|针对)(?![在按由于向对为从以凭因将把])[^\W\d_]{2,8}(?<![后中时上])")

_SAYS_LITTLE = 4

_LONG_ACTOR = 14

_LONGEST_DEED = 16

_WON = frozenset(("获", "荣获", "获得", "荣获得"))

_MEETING = re.compile(r"(?:会|会议)(?:专题|集中|集体|先后|多次)?$")

_ADVISER = re.compile(r"(?:顾问|顾问团|公职律师)$")

_REACHING = re.compile(r"惠及|受益|带动|吸引")

_AWARDED = re.compile(r"入围|入选|获评|荣获|当选|上榜")
"""短视频入围省级评选2部."""

_NEAR_BEGINNING = 4
"""联办惠及家庭."""

_OWN = re.compile(r"[^\W\d_]{3,10}")

_COUNTS = frozenset(("人数", "人次", "次数", "数量", "总数", "总量"))

_JOINT = re.compile(
    r"(?:(?:会同|联合)[^、,]{1,16}?(?:[局委办院队站所镇县区市]|部门|单位|机关|公安|街道)|联合)(?P<how>执法|检查|督查)?$"
)
"""与邻县交警联合执法|查处案件: what several bodies did together."""

_SHORT_ACTOR = re.compile(
    r"[^\W\d_]{2,10}(?:[委办会组局所院府队站厅]|街道|社区|部门|中心|小组|专班|支部|组织|人员|领导|律师|顾问)"
)


def with_doer(phrase: Phrase) -> str:
    """局党委开展学习: where the rest says little, who did it belongs to the name; 联合 where several did."""
    if joint := _JOINT.search(phrase.lead):
        said = f"联合{joint['how'] or ''}{phrase.text}"
        return said if phrase.verb and not phrase.text.startswith("联合") and len(said) <= LONGEST else phrase.text
    actor = trim_right(trim_left(phrase.lead, scope=False))
    if is_kind(phrase):
        return WAY.sub("", actor) + phrase.text
    if phrase.verb in _WON and len(actor) + len(phrase.text) <= LONGEST:
        return actor + phrase.text
    meeting = WAY.sub("", actor)
    if _MEETING.search(meeting) and len(meeting) <= _LONG_ACTOR and len(meeting) + len(phrase.text) <= LONGEST:
        return meeting + phrase.text
    counts = phrase.object in _COUNTS and _OWN.fullmatch(actor) and not ACTOR.search(actor)  # 讲座在线收听人数
    if not counts and (len(phrase.text) > _SAYS_LITTLE or not _SHORT_ACTOR.fullmatch(actor)):
        return phrase.text
    return actor + (phrase.light if not phrase.text.startswith(phrase.light) else "") + phrase.text


def shown_with_doer(name: Name, phrase: Phrase) -> Name:
    """首违免罚惠及商户, 法律顾问参与谈判: shown with what or who did it, which tells it from all others."""
    doer = trim_right(trim_left(phrase.lead, scope=False))
    if _ADVISER.search(doer.removesuffix("参与")) and not phrasing().causative.at(doer, 0):
        return name if doer in name.text else replace(name, text=doer + name.text)
    tells = _ADVISER.search(doer) or _REACHING.search(name.text[:_NEAR_BEGINNING]) or _AWARDED.match(name.text)
    fits = _OWN.fullmatch(doer) and len(doer) + len(name.text) <= LONGEST
    if not tells or not fits or verb_at(doer, 0) or leading_verbs(doer) or phrasing().causative.at(doer, 0):
        return name
    return name if doer in name.text else replace(name, text=doer + name.text)


def doers_of(slot: Slot, phrase: Phrase) -> str:
    """参加宣誓的新任干部 of 组织新任干部30人参加宣誓: what persons or bodies did; "" where nothing says so."""
    kind, right = slot.quantity.measure.kind, slot.right
    if kind not in ACTING or phrase.verb or not opens_predicate(right) or len(right) > _LONGEST_DEED:
        return ""
    if not sure_verbs().at(right, 0) or slot.left.startswith("其中"):
        return ""
    listed = len(phrase.object) + len(right) > LONGEST and phrasing().persons.before(phrase.object, len(phrase.object))
    who = phrase.object[-listed:] if listed else phrase.object
    return f"{right}的{who}"


def is_kind(phrase: Phrase) -> bool:
    """Whether the words before the verb say what kind of case it is: 行政复议 of 行政复议受理案件."""
    lead = trim_right(trim_left(phrase.lead))
    return phrase.object in phrasing().generic.words and _KIND.fullmatch(lead) is not None and not ACTOR.search(lead)
