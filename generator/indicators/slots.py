"""Which words of a clause belong to which of its quantities: what stands before, the noun behind, the predicate."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.catalogues.measures import MeasureKind
from generator.catalogues.phrasing import phrasing
from generator.indicators.clauses import Clause
from generator.indicators.counted import end_of_counted
from generator.indicators.naming import LONGEST
from generator.indicators.phrases import take_apart
from generator.indicators.predicates import opens_predicate, predicate_at
from generator.indicators.quantities import Quantity
from generator.indicators.rates import is_change, is_rate, rates_before, strip_rate_lead
from generator.indicators.shortening import SHORTEST
from generator.indicators.trimming import trim_left, trim_right

_ONLY_JOINS = re.compile(r"[、和及与,·]*|以及")

_HAN_OR_QUOTE = re.compile(r"[^\W\d_]|[“《‘]")

_JOIN = re.compile(r"[、和及与]|以及")

_DEALT = "分别"

_ASPECTS = re.compile(r"[一二两三四五六七八九十]{1,3}[个大]?(?:方面|大类|大项|类|项|部分)$")
"""细分为七方面21个要点: the number of aspects hides neither the verb before it nor the noun behind."""

_CASE_VERB = re.compile(r"(?:^|(?<=案件)|(?<=案))[发破立结]$")
"""两抢案件发2起破2起: 发案, 破案."""

_CASES_DONE = frozenset(("发案", "破案", "立案", "结案"))

_COMPARED = re.compile(r"(?:同比|环比|较\w{1,4}|比\w{1,4})$")

_LEVEL = re.compile(
    r"(?:国家|[省市县区镇乡村]|本)级|[省市县区]本级|[省市县区]直|基层|首批|第[一二三四五六]批|新一批|各类|各级|相关"
)
"""Words before a number that only narrow the noun behind it: 区级32家职能部门, 首批3个观测点."""

_SHORT_ACT = 12

_WITHOUT_NOUN = frozenset({MeasureKind.TIME, MeasureKind.SIZE, MeasureKind.MONEY})
"""Kinds of measure words whose name stands before the number, never behind."""

_WITHOUT_HEAD = frozenset({*_WITHOUT_NOUN, MeasureKind.RATE, MeasureKind.EVENT})
"""Kinds whose noun behind is never the head of the words before."""


@dataclass(slots=True)
class Slot:
    """A quantity with the words that are its own.

    `attributive` says that the noun behind is what is counted; `governed`, that a verb before makes it its object.
    A noun that is not attributive is the head of the words before (打造营商环境50项措施).
    `complete` says that a 、 ends what is said of it (6家不予处罚、60家…).
    `shares` is the number of the slot whose subject it shares (308批589人次), -1 if it has its own. `several` is how
    many numbers follow one another after the same words without names of their own (分别下降12.4%和8.9%).
    """

    quantity: Quantity
    left: str
    right: str
    noun: str = ""
    predicate: str = ""
    attributive: bool = False
    governed: bool = False
    complete: bool = False
    shares: int = -1
    place: int = 0
    several: int = 1


def slots_of(clause: Clause) -> list[Slot]:
    """One slot for each quantity of the clause, in order."""
    slots: list[Slot] = []
    words = tuple(_CASE_VERB.sub(r"\g<0>案", stretch) for stretch in clause.words)
    left = _ASPECTS.sub("", words[0])
    for number, quantity in enumerate(clause.quantities):
        right = words[number + 1]
        following = words[number + 2] if number + 2 < len(words) else None
        slot = Slot(quantity, left, right)
        slots.append(slot)
        left = "" if following is not None and _ONLY_JOINS.fullmatch(right) else _claim(slot, following)
    _deal(slots)
    _spread(slots)
    return slots


def _claim(slot: Slot, following: str | None) -> str:
    """Give a quantity the noun behind it, if it has one; returns the words left for the next quantity.

    `following` are the words behind the next quantity, None if there is no next one.
    """
    head, _, rest = slot.right.partition("、")
    if slot.right in _CASES_DONE:
        return slot.right
    if _completes(slot, head):
        slot.noun = slot.right = head
        return rest
    if not _counts_what_follows(slot):
        slot.noun = head if _is_share_done(slot, head) else ""
        return rest if slot.noun else slot.right
    slot.attributive = True
    body = slot.right.removeprefix("的")
    slot.governed = _governs(slot.left)
    if slot.quantity.measure.kind is MeasureKind.EVENT and phrasing().deliberate.at(body, 0):
        held = body if len(body) <= LONGEST else body[: predicate_at(body, governed=False)]
        slot.noun, slot.governed = trim_right(held), True
        return ""
    end = _noun_end(slot, body)
    if listed := _NEXT_NUMBER.match(body):
        body = listed["noun"]
    if following is not None and (place := _PLACE_BEFORE_COUNT.match(body)):
        slot.noun = slot.right = place[0]
        return body
    if examined := _EXAMINED.fullmatch(body[:end]) or (slot.quantity.measure.unit in _BODIES and _THEIRS.match(body)):
        end = examined.end("noun")
        slot.governed = False  # 完成36个部门的资格确认: what was done follows
    noun, slot.predicate = body[:end], trim_right(body[end:])
    rest = ""
    slot.complete = bool(slot.predicate) and body.endswith(("、", "和", "及", "与"))
    if following is not None and not slot.complete:
        noun, rest = _noun_and_rest(noun, slot.predicate, following)
        slot.right = noun  # what is said of it has a number of its own
    slot.noun = _without_adverb(trim_right(noun.rstrip("中内里")))
    if slot.quantity.measure.unit == "个" and (aspect := _ASPECT_OF.fullmatch(slot.noun)):
        slot.noun = aspect["of"] + aspect["aspect"]
    return rest


def _noun_end(slot: Slot, body: str) -> int:
    """Where the noun ends that a quantity counts: before what is said of it."""
    end = predicate_at(body, governed=slot.governed)
    run = body[:end].removesuffix("以及").rstrip("、和及与暨")
    counted = end_of_counted(run, slot.quantity.measure)
    return counted if counted < len(run) else end


def _without_adverb(noun: str) -> str:
    """民主法治示范村 of 民主法治示范村顺利|通过复核."""
    length = phrasing().adverb.before(noun, len(noun))
    return noun[:-length] if SHORTEST <= len(noun) - length < len(noun) else noun


def _noun_and_rest(noun: str, predicate: str, following: str) -> tuple[str, str]:
    """The noun, and what of the words before the next quantity is that quantity's."""
    if predicate:
        return noun, predicate
    head, mark, tail = noun.rpartition("、")
    if mark:
        return (head, tail) if head else (tail, "")
    if noun.endswith("以及"):
        return noun.removesuffix("以及"), ""
    if noun[-1] in "和及与暨":
        return noun.rstrip("和及与暨"), ""
    for length in range(min(4, len(noun) - 1), 1, -1):
        if noun[-length:] in phrasing().strong.words and not phrasing().compound.before(noun, len(noun)):
            return noun[:-length], noun[-length:]
    shared = not following or not _HAN_OR_QUOTE.match(following) or phrasing().resume.at(following, 0)
    return noun, noun if shared else ""


_HEAD = re.compile(r"[^\W\d_]{2,4}(?:计划|任务|措施|举措|清单|方案|制度|机制|标准|政策)")


def _completes(slot: Slot, head: str) -> bool:
    """Whether the word behind a quantity is the head of a noun phrase before it: 打造营商环境50项措施."""
    if slot.quantity.measure.kind in _WITHOUT_HEAD:
        return False
    if head not in phrasing().noun_head.words and not _HEAD.fullmatch(head):
        return False
    return bool(trim_left(take_apart(slot.left).object)) and not _is_open(slot.left) and not _governs(slot.left)


def _counts_what_follows(slot: Slot) -> bool:
    """Whether the words behind a quantity are a noun that it counts (17个颁证单位), not a new predicate or nothing."""
    left, right, kind = slot.left, slot.right, slot.quantity.measure.kind
    if not _HAN_OR_QUOTE.match(right) or _resumes(right) or _UNDER_WAY.match(right) or COMPARED_BASE.search(left):
        return False
    if kind is MeasureKind.RATE:
        named = rates_before(left) if right[0] == "的" or take_apart(left).bare else strip_rate_lead(left)
        named = named and _LEVELS.sub("", "".join(named))
        return not named or _CIRCUMSTANCE.search(left) is not None
    if right[0] == "的":  # 组织26个、调解员158人的网络: behind a named quantity 的 belongs to the whole
        return _is_open(left) or not take_apart(left).object
    if TURNED.fullmatch(right) or (_TO.fullmatch(right) and _FROM.search(left)):
        return False
    return kind not in _WITHOUT_NOUN and (_is_open(left) or _governs_behind(left, right, kind))


def _is_share_done(slot: Slot, head: str) -> bool:
    """Whether a percentage stands between a thing and what was done with so much of it: 政务数据100%归集."""
    left = slot.left
    if slot.quantity.measure.kind is not MeasureKind.RATE or not 0 < len(head) <= _SHORT_ACT:
        return False
    if is_change(left) or TURNED.match(head):
        return False
    named = strip_rate_lead(left)
    words = phrasing()
    act = max(words.strong.at(head, 0), words.weak.at(head, 0), words.compound.at(head, 0))
    return bool(named) and not is_rate(named) and not take_apart(left).verb and (head[0] == "“" or act > 0)


_LEVELS = re.compile(r"^[省市州县区镇乡村]{0,4}[两三四]级$")
"""市区两级98%以上事项: whose it is, no name."""


def _resumes(right: str) -> bool:
    """Whether the word behind a quantity begins something new: 12件后, not 12件前置审批."""
    words = phrasing()
    return bool(words.resume.at(right, 0)) and right[0] != "的" and not words.compound.at(right, 0)


_PLACE_BEFORE_COUNT = re.compile(
    r"(?:行政|自然)?(?:村|社区|乡|镇|街道|(?:县|区|市)(?!级)|园区|[^、]{0,12}(?:水源地|断面|企业|学校|单位|人员|干部|职工))(?=[^、]{2,8}(?:人数|户数)|[^、]{2,20}率)"
)
"""5个社区注册人数均超过2000人: a place, then what is counted in it."""

_NEXT_NUMBER = re.compile(r"(?P<noun>[^、]{2,12})、(?=\d)")
"""11个县委书记、6大行业负责同志: the next number counts something else, whether or not it is a figure."""

_EXAMINED = re.compile(
    r"(?P<noun>[^、]{0,6}(?:部门|单位|机关|企业|乡镇|街道|镇街|县区|区县))[^、]{2,12}(?:考核|检查|督察|督查|审计|评估|评查|巡察)"
)
"""36个县直部门法治政府建设年度考核: who was examined, then what for."""

_ASPECT_OF = re.compile(r"(?P<aspect>领域|方面|维度|层面)的?(?P<of>[^、]{2,14})")
"""9个方面具体任务: 个 counts the sides of the tasks."""

_BODIES = frozenset(("个", "家", "所"))

_THEIRS = re.compile(
    r"(?P<noun>[^、的]{0,6}(?:部门|单位|机关|企业|乡镇|街道|镇街|县区|区县|学校))的(?=[^、\d]{4,}$|[^、\d]{2,3}$)"
)
"""36个部门的执法主体资格确认: 个 counts the bodies, not what is theirs."""

_CIRCUMSTANCE = re.compile(r"[后中时里]$")
"""经复议后近九成案结事了: what the share is of stands behind it."""

_UNDER_WAY = re.compile(r"[正尚仍]在")
"""其余58处正在整改: what is under way is said of things named before."""

COMPARED_BASE = re.compile(r"(?:较|比|与)(?P<base>(?:上年|去年|20\d\d年|上一年)(?:度|同期)?)的$")
"""较2024年的244件减少11.5%: the number of another year."""

TURNED = re.compile(r"(?:调整|优化|精简|压减|压缩|缩减|减少|增加|缩短|提升|提高|扩大|拓展)(?:到|至|为)")
"""申请内容486项调整到327项: a change between two numbers names neither."""

_FROM = re.compile(r"(?:由|从)(?:原来?|原先|过去|之前|以前|法定|改革前|最初|上年|去年)?的?$")

_TO = re.compile(r"[^、,]{1,6}[到至为]")
"""由原来的420项精简到386项: between the two numbers of a change there is no noun."""


def _is_open(left: str) -> bool:
    """Whether the words before a quantity end so that the thing counted must follow: 对, 等, 的, 仍有, 全县."""
    words = phrasing()
    return bool(
        left.endswith(("等", "的", "、", "内", "里"))
        or words.preposition.before(left, len(left))
        or words.scope.before(left, len(left)) > 1
        or _OPEN_END.search(left)
    )


def _governs_behind(left: str, right: str, kind: MeasureKind) -> bool:
    """Whether the words before a quantity name nothing that is counted, so that the noun behind must do so."""
    phrase = take_apart(left)
    if not _LEVEL.sub("", trim_left(phrase.object)) or _verb_after_adverb(left, right):
        return True
    if phrase.fronted and _BODY.search(phrase.fronted) and not opens_predicate(right):
        # 县委组织部举办了2期培训班: who did it is not what was held
        return _HELD.search(right) is not None or not phrasing().deliberate.at(right, 0)
    if _SUM_END.search(left) and kind in _KINDS_OF_THINGS and not opens_predicate(right):
        return True  # 调整区政府部门共计84项职权事项: whose they are, then what they are
    if phrase.verb or phrase.light:
        return False
    if kind is MeasureKind.EVENT:
        return bool(phrasing().deliberate.at(right, 0))
    return not opens_predicate(right)  # 水利系统11个集体: a noun before the number says whose


_EXTENTS = frozenset({MeasureKind.SIZE, MeasureKind.MONEY})

_SUM_END = re.compile(r"(?:共计|总计|累计|合计|共有|(?<=门)共|(?<=位)共)$")

_KINDS_OF_THINGS = frozenset({MeasureKind.COUNT, MeasureKind.PLACE})

_HELD = re.compile(r"(?:班|会|会议|讲座|活动|课|论坛|演练|比武|竞赛|考试)$")

_BODY = re.compile(r"(?:[部局委办会院厅镇乡所]|党校|中心|法庭|大队|支队|街道|部门|机关|民警|人员|干部|职工|党员|队员)$")

_OPEN_END = re.compile(r"(?:仍|还|共|现|设|建|拥|配|享|各|均|已|尚)?有$|(?:包括|包含|涵盖|含)$")
"""仍有3家企业: what exists is named behind the number."""

_VERB_AFTER_ADVERB = re.compile(r"(?:共|累计|已|先后|全年|年内|分别|还)(?P<verb>[^\W\d_]{2,4})$")


def _verb_after_adverb(left: str, right: str) -> bool:
    """环保系统共备案78万个登记表: a verb right behind 共 or 累计 governs the noun behind the number."""
    match = _VERB_AFTER_ADVERB.search(left)
    if match is None:
        return False
    words = phrasing()
    known = any(match["verb"] in found.words for found in (words.strong, words.weak, words.light))
    return known and not words.strong.at(right, 0)


def _governs(left: str) -> bool:
    """Whether a verb directly before a quantity makes the noun behind it its object (化解40件积案)."""
    words = phrasing()
    if _OPEN_END.search(left) or left.endswith(("等", "的")):
        return False
    bare = trim_right(_LEVEL.sub("", left[-4:]) if _LEVEL.search(left[-4:]) else left)
    if words.preposition.before(left, len(left)) or words.causative.before(bare, len(bare)):
        return False
    return any(known.before(bare, len(bare)) for known in (words.strong, words.weak, words.light))


def _meets(slot: Slot) -> bool:
    return slot.quantity.measure.kind is MeasureKind.EVENT


_ONLY_LEVEL = re.compile(r"^(?:国家|自治区|[省市州县区镇])级")
"""建成2个省级、4个县级基地: the noun of the last member is that of all."""


def _spread(slots: list[Slot]) -> None:
    """26个行政村、28个社区均成立了15人以上队伍: the predicate is that of the whole list, its object the next noun."""
    for number in range(len(slots) - 2, -1, -1):
        slot, following = slots[number], slots[number + 1]
        if _meets(slot) and _meets(following) and not slot.right.strip("、") and following.governed and following.noun:
            slot.attributive, slot.governed, slot.noun = True, True, following.noun  # 常委会2次、常务会5次研究法治工作
        if not slot.attributive:
            continue
        if _ONLY_LEVEL.fullmatch(slot.noun) and following.attributive:
            slot.noun += _ONLY_LEVEL.sub("", following.noun)
        if not slot.predicate and following.attributive and not following.left and not slot.governed:
            slot.predicate, following.governed = following.predicate, following.governed
        elif slot.predicate and not slot.complete and following.attributive and take_apart(slot.predicate).bare:
            slot.predicate += following.noun
        elif not slot.predicate and following.attributive and not following.left:
            following.left, following.governed = slot.left, slot.governed
            if slot.governed:
                following.noun, following.predicate = following.noun + following.predicate, ""


def _deal(slots: list[Slot]) -> None:
    """Deal a list of names before a list of numbers out, or let the numbers share one subject."""
    number = 0
    while number < len(slots):
        end = number
        while end + 1 < len(slots) and not slots[end + 1].left and _ONLY_JOINS.fullmatch(slots[end].right):
            end += 1
        if end > number:
            _deal_run(slots, number, end)
        number = end + 1


def _deal_run(slots: list[Slot], first: int, last: int) -> None:
    count = last - first + 1
    run = slots[first : last + 1]
    joined = all(slot.right for slot in run[:-1])  # 16支486人 is doubled: nothing to deal out
    alike = _DEALT in run[0].left or run[-1].quantity.measure.kind not in _EXTENTS  # 销项12处、938平方米 is so, too
    items = _items(run[0].left, count) if joined and alike else []
    for place, slot in enumerate(run):
        slot.place, slot.several = place, count
        if items:
            slot.left = items[place]
        elif place:
            slot.shares = first
        if slots[last].attributive and not items:
            slot.attributive, slot.governed = True, _governs(slots[first].left)
            slot.noun, slot.predicate = slots[last].noun, slots[last].predicate
            slot.left = slots[first].left


def _items(left: str, count: int) -> list[str]:
    """The last `count` coordinated items before a run of numbers; empty if there are not that many.

    受理、办结行政复议案件 gives 受理行政复议案件 and 办结行政复议案件; 事故起数、死亡人数同比分别下降 gives both with
    同比下降.
    """
    core, tail = trim_right(left), ""
    at = left.find(_DEALT)
    if at >= 0:
        core, tail = left[:at], trim_right(left[at + len(_DEALT) :]).strip("为达是到")
        if match := _COMPARED.search(core):
            core, tail = core[: match.start()], match[0] + tail
    parts = [part for part in _JOIN.split(core) if part]
    if len(parts) < count or (at < 0 and len(parts) != count):
        return []
    chosen = parts[-count:]
    return [_filled(part, chosen[-1]) + tail for part in chosen]


def _filled(part: str, last: str) -> str:
    """An item of a list with what only the last one says: 受理 of 受理、办结案件, 省级 of 省级、市级基地."""
    if part == last:
        return part
    if _LEVEL.fullmatch(take_apart(part).object):
        return part + _LEVEL.sub("", last, count=1)
    return part + take_apart(last).object if take_apart(part).bare else part
