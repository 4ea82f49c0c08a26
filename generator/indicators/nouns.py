"""The noun behind a quantity, what is said of it, and what of the words there belongs to the next quantity."""

from __future__ import annotations

import re

from generator.catalogues.measures import MeasureKind
from generator.catalogues.phrasing import phrasing
from generator.indicators.counted import end_of_counted
from generator.indicators.following import HAN_OR_QUOTE, TURNED, whose
from generator.indicators.naming import LONGEST
from generator.indicators.predicates import predicate_at
from generator.indicators.shortening import SHORTEST
from generator.indicators.slot import Slot
from generator.indicators.trimming import trim_right
from generator.indicators.verbs import sure_verbs, verb_at

_PROPERTY = re.compile(
    r"(?P<noun>[^、]{0,10}(?:断面|水体|河流|事项|项目|[^、]单位|部门|企业|学校|乡镇|街道|镇街|社区|行政村|小区|市|县|区)(?:\([^()]{1,6}\))?)"
    r"(?P<what>[^、\d]{0,10}(?:水质|效率|质量|环境|面貌|体制|机制|体系|制度|能力|水平))"
)
"""10个断面水质达到要求: the sections are counted, the quality of their water is what is told of."""

_ASSESSED = re.compile(r"(?<=.)(?:年度|综合)?(?:考核|评比|评估|排名|测评|评价)$")

_COUNTED_IN = frozenset(("个", "家", "条", "项"))

_BATCH_AT_END = re.compile(r"(?<=的)(?:首批|第[一二三四五六]批)$")
"""10个部门的第一批150项事项: the next number counts the first batch."""

_SAYS_NOTHING = re.compile(
    r"^(?:中(?:(?=[排位名居突脱胜]).*)?|最[快短多]|的?(?:首批|第[一二三四五六]批)|的?(?:意见建议|意见|建议)?的?(?:(?:基础|前提)[上下])?)$"
)
"""20个城市中排名第3位: nothing is said of the twenty; 最快⟨10分钟⟩办理: the next number says it."""

_COVERED = re.compile(
    r"(?P<noun>(?:行政)?(?:村|社区|乡镇|镇街|街道|县区|部门|单位|学校|企业)(?:\([^()]{1,6}\))?)"
    r"“?(?:两委|党政|主要|领导)*”?(?:班子|成员|负责人|干部|人员)*(?P<said>[^、“”]{2,10})"
)
"""14个村“两委”干部法治培训全覆盖: villages are counted, what covers all is said of them."""

_JOINTLY = re.compile(
    r"(?<=..)(?:基本|初步|集中|联合|共同|协同|同步|统一|普遍|一起|率先|主动|积极|专题|深入|层层|逐级)$"
)

_INVOLVES = re.compile(r"(?<=.)(?:共?涉及|共?包括|共?包含|共?涵盖|共有|设有|拥有)$")
"""30个部门涉及10类事项: the verb is the next number's."""

_JOINS_VERB = re.compile(r"(?<=..)(?:和|并|及|以及)(?=[^\W\d_]{4})")

_PLACE_BEFORE_COUNT = re.compile(
    r"(?P<place>(?:行政|自然)?(?:村|社区|乡|镇|街道|(?:县|区|市)(?!级)|园区"
    r"|[^、]{0,12}(?:水源地|断面|企业|学校|单位|人员|干部|职工)))(?=[^、]{2,8}(?:人数|户数)|[^、]{2,20}率)"
)
"""5个社区注册人数均超过2000人: a place, then what is counted in it."""

_PLACE_BEFORE_THINGS = re.compile(
    r"(?P<place>地市|市州|市县|县区|区县|乡镇|镇街|街道|社区|行政村)[^、]{1,8}(?:工单|案件|纠纷|件|诉求|问题|隐患|信访量|总量)"
)
"""17个地市差评工单⟨1249个⟩: a place, then how many there are in all."""

_TOWARDS_LIST = re.compile(
    r"(?P<to>[对就][^、]{2,16})、.{6,}(?P<did>(?:作出|进行|提出|开展)[^、]{2,8}(?:、[^、]{2,4})?)"
)
"""20次对信访工作、行政检查、府院联动等作出批示: the first of a long list stands for all."""

_OF_ANOTHER_YEAR = re.compile(r"(?<=..)[和及与](?=(?:19|20)\d\d年)")
"""22个问题和2020年考核发现的9个问题."""

_BASIS = re.compile(r"(?<=..)的?(?:基础|前提)[上下]$")

_NEXT_NUMBER = re.compile(r"(?P<noun>[^、]{2,12})、(?=\d)")
"""11个县委书记、6大行业负责同志: the next number counts something else, whether or not it is a figure."""

_EXAMINED = re.compile(
    r"(?P<noun>[^、]{0,6}(?:部门|单位|机关|企业|乡镇|街道|镇街|县区|区县))[^、]{2,12}(?:考核|检查|督察|督查|审计|评估|评查|巡察)"
)
"""36个县直部门法治政府建设年度考核: who was examined, then what for."""

_ASPECT_OF = re.compile(r"(?P<aspect>领域|方面|维度|层面)的?(?P<of>[^、]{2,14})")
"""9个方面具体任务: 个 counts the sides of the tasks."""

_QUOTED_PREDICATE = re.compile(
    r"(?P<noun>.{0,12}(?:事项|项目|企业|材料|证明|业务|单位|证照|场景|服务))(?P<said>“[^“”]*[办通即化批享跑审免测投联改转赋][^“”]*”)"
)
"""实现26个项目“拿地即开工”: what stands in quotation marks is said of them."""

_BODIES = frozenset(("个", "家", "所"))

_THEIRS = re.compile(
    r"(?P<noun>[^、的]{0,6}(?:部门|单位|机关|企业|乡镇|街道|镇街|县区|区县|学校|村|社区|[县区市州旗]))的(?=[^、\d]{4,}$|[^、\d]{2,3}$)"
)
"""36个部门的执法主体资格确认: 个 counts the bodies, not what is theirs."""

_THINGS = frozenset(("项", "件", "条", "份", "部"))

_TASK_OF_ASPECT = re.compile(r"(?:领域|方面|维度|层面)的?[^、,]{2,10}?(?:重点|任务|举措|措施|要点|内容)(?=$|的?基础)")
"""8个方面查处重点: of what they are sides holds a verb."""


def take_noun(slot: Slot, following: str | None) -> str:
    """Give a quantity the noun behind it and what is said of it; returns the words left for the next quantity."""
    body = slot.right.removeprefix("的")
    if slot.quantity.measure.kind is MeasureKind.EVENT and phrasing().deliberate.at(body, 0):
        towards = _TOWARDS_LIST.fullmatch(body)
        body = f"{towards['to']}等{towards['did']}" if towards else body
        held = body if len(body) <= LONGEST else body[: predicate_at(body, governed=False)]
        slot.noun, slot.governed = trim_right(held), True
        return ""
    end = _noun_end(slot, body)
    if listed := _NEXT_NUMBER.match(body):
        body = listed["noun"]
    place = _PLACE_BEFORE_COUNT.match(body) or _PLACE_BEFORE_THINGS.fullmatch(body)
    if following is not None and place:
        slot.noun = slot.right = place["place"]
        return body
    if examined := _EXAMINED.fullmatch(body[:end]) or (slot.quantity.measure.unit in _BODIES and _THEIRS.match(body)):
        end = examined.end("noun")
        slot.governed = False  # 完成36个部门的资格确认: what was done follows
    if following is not None and TURNED.fullmatch(body[end:]):
        slot.noun = slot.right = trim_right(body[:end])
        return body[end:]
    end = min(end, year.start()) if (year := _OF_ANOTHER_YEAR.search(body)) else end
    noun, slot.predicate = _noun_and_predicate(slot, body, end, last=following is None)
    rest = batch[0] if following is not None and (batch := _BATCH_AT_END.search(body)) and not slot.predicate else ""
    slot.complete = bool(slot.predicate) and body.endswith(("、", "和", "及", "与"))
    said, mark, other = slot.predicate.rpartition("、")
    apart = (
        following is not None
        and "等" not in other
        and not body.endswith("等")
        and (whose(other) != "" or not HAN_OR_QUOTE.match(following))
    )
    if apart and mark and not verb_at(other, 0):
        slot.noun, slot.predicate, slot.complete = noun, said, True  # 7项审批事项全部取消、中央层面审批事项68项
        return other
    if following is not None and not slot.complete:
        noun, more = _noun_and_rest(noun, slot.predicate, following)
        rest = rest or more
        of_list = bool(mark) and not apart  # 14期培训班中开设党规、党纪等课程31次
        if not of_list and not _INVOLVES.search(f"{noun}{rest}"):
            slot.right = noun  # what is said of it has a number of its own
    noun = _BASIS.sub("", _JOINTLY.sub("", noun)).removesuffix("之一").rstrip("中内里后")
    slot.noun = _without_adverb(trim_right(noun))
    if slot.quantity.measure.unit == "个" and (aspect := _ASPECT_OF.fullmatch(slot.noun)):
        slot.noun = aspect["of"] + aspect["aspect"]
    return rest


def _noun_and_predicate(slot: Slot, body: str, end: int, *, last: bool) -> tuple[str, str]:
    """The noun that ends at `end` and what is said of it, which may stand in quotation marks."""
    if last and "、" in (body[end : end + 1], body[end - 1 : end]):
        return body[:end], ""  # 安排1名专业人员、聘请律师团队: the next deed, or others that do it, too
    if body[end:].startswith("全覆盖") and (covered := _COVERED.fullmatch(body[:end])):
        return covered["noun"], f"{covered['said']}{trim_right(body[end:])}"
    if slot.governed:
        return body[:end], trim_right(body[end:])
    if quoted := _QUOTED_PREDICATE.fullmatch(body):
        return quoted["noun"], quoted["said"]
    said = "" if _counts_visits_of(slot) else _SAYS_NOTHING.sub("", trim_right(body[end:]))
    if body.startswith("中", end):
        return _ASSESSED.sub("", body[:end]), said  # 16个县区考核中位列第2
    theirs = _PROPERTY.fullmatch(body[:end]) if said and slot.quantity.measure.unit in _COUNTED_IN else None
    return (theirs["noun"], theirs["what"] + said) if theirs else (body[:end], said)


def _counts_visits_of(slot: Slot) -> bool:
    """1100人次的队员轮训让队伍换了精气神: the training is what they came for, and nothing is said of them."""
    return slot.right.startswith("的") and slot.quantity.measure.unit == "人次"


def _noun_end(slot: Slot, body: str) -> int:
    """Where the noun ends that a quantity counts: before what is said of it."""
    if _counts_visits_of(slot):
        return predicate_at(body, governed=slot.governed)
    if slot.left.endswith("的") and slot.quantity.measure.unit in _BODIES and sure_verbs().at(body, 0):
        return len(body)  # 对未年检的38家启动撤销登记程序
    if slot.quantity.measure.unit == "个" and (task := _TASK_OF_ASPECT.match(body)):
        return task.end()
    things = slot.quantity.measure.unit in _THINGS
    end = predicate_at(body, governed=slot.governed, things=things)
    run = body[:end].removesuffix("以及").rstrip("、和及与暨")
    counted = end_of_counted(run, slot.quantity.measure, acting=slot.towards == "对")
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
    verb = _verb_at_end(noun)
    if verb < len(noun):
        return noun[:verb], noun[verb:]
    if (alone := noun.removesuffix("以及").rstrip("和及与暨")) != noun:
        return alone, ""
    if (joined := _JOINS_VERB.search(noun)) and verb_at(noun, joined.end()) and not HAN_OR_QUOTE.match(following):
        return noun[: joined.start()], noun[joined.end() :]  # 24个联合党支部和指派党建指导员96名
    shared = not following or not HAN_OR_QUOTE.match(following) or phrasing().resume.at(following, 0)
    return noun, noun if shared else ""


def _verb_at_end(noun: str) -> int:
    """Where a verb at the end of a noun begins, which is that of the next number; the length of the noun if none."""
    if involving := _INVOLVES.search(noun):
        return involving.start()
    for length in range(min(4, len(noun) - 1), 1, -1):
        if noun[-length:] in phrasing().strong.words and not phrasing().compound.before(noun, len(noun)):
            return len(noun) - length
    return len(noun)
