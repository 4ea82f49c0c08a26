"""Whether the words behind a quantity are what it counts, by the words before it and behind it."""

from __future__ import annotations

import re

from generator.catalogues.measures import MeasureKind
from generator.catalogues.phrasing import phrasing
from generator.indicators.phrases import Phrase, take_apart
from generator.indicators.predicates import opens_predicate
from generator.indicators.rates import is_change, is_rate, rates_before, strip_rate_lead
from generator.indicators.trimming import trim_left, trim_right
from generator.indicators.verbs import sure_verbs

HAN_OR_QUOTE = re.compile(r"[^\W\d_]|[“《‘]")

LEVEL = re.compile(
    r"[区市省县国境]内[区市省县国境]?外"
    r"|(?:国家|[省市县区镇乡村]|本)级|[省市县区]本级|[省市县区]直|基层|首批|第[一二三四五六]批|新一批|各类|各级|相关"
)
"""Words before a number that only narrow the noun behind it: 区级32家职能部门, 首批3个观测点."""

_WHOSE = re.compile(
    r"[^、,的\d]{0,12}(?:级|层面|领域|行业|系统|战线|(?<=.)[镇乡县区市州旗村]|[镇乡村](?=\()|街道|社区)(?:\(.{1,6}\))?"
)
"""Places, levels and fields before a number say whose the thing behind it is: 镇级87项权力事项."""

_RESULT = re.compile(r"(?:出了?|到了)$")
"""评选出10位顾问, 聘请到了3名专家."""

_EVERYWHERE = re.compile(r"[全我本该各每辖两]|区域|市县|城乡")

REACH = re.compile(r"(?:覆盖|惠及|辐射|遍及|遍布|涉及)到?(?:全[国省市县区镇]|辖区)?$")
"""宣传活动覆盖13个乡镇: how far something reaches, not how many there are."""

_SHORT_ACT = 12

_LONGEST_ACT = 20

WITHOUT_NOUN = frozenset({MeasureKind.TIME, MeasureKind.SIZE, MeasureKind.MONEY})
"""Kinds of measure words whose name stands before the number, never behind."""


def counts_what_follows(left: str, right: str, kind: MeasureKind) -> bool:
    """Whether the words behind a quantity are a noun that it counts (17个颁证单位), not a new predicate or nothing."""
    if not HAN_OR_QUOTE.match(right) or _resumes(right) or COMPARED_BASE.search(left):
        return False
    if _says_only(left, right, kind):
        return False
    if kind is MeasureKind.RATE:
        named = rates_before(left) if right[0] == "的" or take_apart(left).bare else strip_rate_lead(left)
        where = _LEVELS.fullmatch("".join(named)) or _COUNTER.search(left)
        return not named or where is not None or _CIRCUMSTANCE.search(left) is not None
    if right[0] == "的":  # 组织26个、调解员158人的网络: behind a named quantity 的 belongs to the whole
        return is_open(left) or not take_apart(left).object
    if TURNED.fullmatch(right) or (FROM.search(left) and (TURNED.match(right) or _TO.fullmatch(right))):
        return False
    return kind not in WITHOUT_NOUN and (is_open(left) or _governs_behind(left, right, kind))


def _says_only(left: str, right: str, kind: MeasureKind) -> bool:
    """Whether what stands behind a quantity is said of things named before: 采纳6件列入计划, 其余58处正在整改."""
    came = _CAME_OF_IT.match(right) and kind is MeasureKind.COUNT and sure_verbs().at(left, 0) == len(left)
    rest = _THE_REST.search(left) and (sure_verbs().at(right, 0) or right.startswith("正按"))
    return bool(came or rest or _UNDER_WAY.match(right) or (_SAYS_ONLY.match(right) and _NAMELESS.search(left)))


def is_share_done(left: str, head: str, kind: MeasureKind) -> bool:
    """Whether a percentage stands between a thing and what was done with so much of it: 政务数据100%归集."""
    if kind is not MeasureKind.RATE or not 0 < len(head) <= _LONGEST_ACT:
        return False
    if is_change(left) or TURNED.match(head):
        return False
    named = strip_rate_lead(left)
    words = phrasing()
    act = max(words.strong.at(head, 0), words.weak.at(head, 0), words.compound.at(head, 0))
    return bool(named) and not is_rate(named) and not take_apart(left).verb and (head[0] == "“" or act > 0)


_LEVELS = re.compile(r"[省市州县区镇乡村]{0,4}[两三四]级")
"""市区两级98%以上事项: whose it is, no name."""

_COUNTER = re.compile(r"(?:中心|大厅|窗口|平台)$")
"""行政服务中心100%事项实现“一窗综办”: where, no name."""


def _resumes(right: str) -> bool:
    """Whether the word behind a quantity begins something new: 12件后, not 12件前置审批."""
    words = phrasing()
    return bool(words.resume.at(right, 0)) and right[0] != "的" and not words.compound.at(right, 0)


_CIRCUMSTANCE = re.compile(r"[后中时里]$")
"""经复议后近九成案结事了: what the share is of stands behind it."""

_SAYS_ONLY = re.compile(
    r"被|(?:限[时期]|按[期时]|如期|当场|当面)[^\W\d_]{2}|[尚仍]未|经(?:批准|审查|核实|调解|协调|督促)|专门|获得?(?=采纳|批示|认定|通过)|进行|因(?![素为果公私工])"
    r"|为(?![民主首群企了])"
)

_NAMELESS = re.compile(r"(?:^|[其另余]|其余|另有|剩余|[中有的])$")
"""另有2件经批准延期: what is said is said of the things named before."""

_CAME_OF_IT = re.compile(r"列入|纳入|入选|获评|荣获|转入|写入|转化为")

_THE_REST = re.compile(r"(?:其余|剩余|剩下|另外)的?$")

_UNDER_WAY = re.compile(r"[正尚仍]在")
"""其余58处正在整改: what is under way is said of things named before."""

COMPARED_BASE = re.compile(r"(?:较|比|与)(?P<base>(?:上年|去年|20\d\d年|上一年)(?:度|同期)?)的$")
"""较2024年的244件减少11.5%: the number of another year."""

TURNED = re.compile(
    r"(?:调整|优化|提速|精简|压减|压缩|缩减|减少|增加|缩短|增长|上升|下降|降低|提升|提高|扩大|拓展|整合|归并|升级"
    r"|跃升|攀升|回升|骤降|回落|下调|上调|变|[增减升降缩压]){1,2}(?:到|至|为)了?(?:目前|现在|现有|当前|年末|年底|[月日年人]均)?的?"
)
"""申请内容486项调整到327项: a change between two numbers names neither."""

FROM = re.compile(r"(?:由|从)(?:原来?|原先|过去|之前|以前|法定|改革前|最初|上年|去年|(?:19|20)\d\d年[度底末]?)?的?$")

_TO = re.compile(r"[^、,]{1,6}[到至为]")
"""由原来的420项精简到386项: between the two numbers of a change there is no noun."""


def is_open(left: str) -> bool:
    """Whether the words before a quantity end so that the thing counted must follow: 对, 等, 的, 仍有, 全县."""
    words = phrasing()
    return bool(
        left.endswith(("等", "的", "、", "内", "里", "以及"))
        or words.preposition.before(left, len(left))
        or words.scope.before(left, len(left)) > 1
        or _OPEN_END.search(left)
        or _EACH_END.search(left)
    )


def _governs_behind(left: str, right: str, kind: MeasureKind) -> bool:
    """Whether the words before a quantity name nothing that is counted, so that the noun behind must do so."""
    phrase = take_apart(left)
    if not LEVEL.sub("", trim_left(phrase.object)) or _verb_after_adverb(left, right):
        return True
    if phrase.fronted and _BODY.search(phrase.fronted) and not opens_predicate(right):
        # 县委组织部举办了2期培训班: who did it is not what was held
        return _HELD.search(right) is not None or not phrasing().deliberate.at(right, 0)
    if _named_with_its_owner(left, right, phrase, kind) and not opens_predicate(right):
        return True
    if phrase.verb or phrase.light:
        return False
    if kind is MeasureKind.EVENT:
        return bool(phrasing().deliberate.at(right, 0))
    return not opens_predicate(right)  # 水利系统11个集体: a noun before the number says whose


def lists_members(left: str, right: str) -> bool:
    """Whether what stands before a number is what it counts, one by one: 自然资源、住建、水利3个领域."""
    return _LIST_OF.match(right) is not None and _LISTED.search(left) is not None


def _named_with_its_owner(left: str, right: str, phrase: Phrase, kind: MeasureKind) -> bool:
    """Whether the words before a quantity say whose the thing behind is, or which ones: 市教育局、市卫健委2家单位."""
    if kind not in _KINDS_OF_THINGS:
        return _ISSUER.fullmatch(phrase.object) is not None
    if kind is MeasureKind.COUNT and lists_members(left, right):
        return True
    if kind is MeasureKind.PLACE and "、" in left and _BODY.search(left):
        return phrasing().bodies.within(right[:_SHORT_ACT])
    if _ISSUER.fullmatch(phrase.object) or _SUM_END.search(left):
        return True
    return bool((phrase.verb or phrase.light) and whose(phrase.object))


_LIST_OF = re.compile(
    r"(?:重点|专项|专题|协调|主要|关键|不同|核心|业务|执法|特色)*"
    r"(?:领域|活动|行动|小组|方面|环节|板块|机制|类型|模块|平台|维度|步骤|阶段|专题|专项|行业|条线|系统|渠道|品牌|项目|制度|办法|专业|类别|队伍|人群|群体)"
)

_LISTED = re.compile(r"(?:“[^“”]{2,20}”、?){2,}$|[^、]{2,14}(?:、[^、]{2,14})+$")

_ISSUER = re.compile(
    r"(?:国办|国务院|中央|国家|自治区|[省市县区州旗](?:委|政府|级|里))"
    r"(?:[、和](?:国办|国务院|[省市县区州旗](?:委|政府|级)))*"
)
"""落实国办42个重点事项: whose they are."""

_SUM_END = re.compile(r"(?:共计|总计|累计|合计|共有|(?<=门)共|(?<=位)共)$")
"""调整区政府部门共计84项职权事项: whose they are, then what they are."""

_KINDS_OF_THINGS = frozenset({MeasureKind.COUNT, MeasureKind.PLACE})

_HELD = re.compile(r"(?:班|会|会议|讲座|活动|课|论坛|演练|比武|竞赛|考试)$")

_BODY = re.compile(
    r"(?:[部局委办会院厅镇乡所]|政府|党组|人大|政协|党校|中心|法庭|大队|支队|街道|部门|机关|民警|人员|干部|职工|党员|队员)$"
)

_OPEN_END = re.compile(r"(?:仍|还|共|现|设|建|拥|配|享|各|均|已|尚)?有$|(?:包括|包含|涵盖|含)$")
"""仍有3家企业: what exists is named behind the number."""

_EACH_END = re.compile(r"每[个家名所]?[^\W\d_]{1,6}$")
"""实现每个行政村3名“法律明白人”."""

_VERB_AFTER_ADVERB = re.compile(r"(?:共|累计|已|先后|全年|年内|分别|还)(?P<verb>[^\W\d_]{2,4})$")


def _verb_after_adverb(left: str, right: str) -> bool:
    """环保系统共备案78万个登记表: a verb right behind 共 or 累计 governs the noun behind the number."""
    match = _VERB_AFTER_ADVERB.search(left)
    if match is None:
        return False
    words = phrasing()
    known = any(match["verb"] in found.words for found in (words.strong, words.weak, words.light))
    return known and not words.strong.at(right, 0)


_DONE_TO = re.compile(r"(?:完成|开展|实施|组织)了?对(?:全[国省市县区镇乡]|辖区)?$")


def done_to(left: str) -> bool:
    """Whether something was done to what follows, behind the number: 完成对全市116名教师的轮训."""
    return _DONE_TO.search(left) is not None


def governs(left: str) -> bool:
    """Whether a verb directly before a quantity makes the noun behind it its object (化解40件积案)."""
    words = phrasing()
    if _OPEN_END.search(left) or left.endswith(("等", "的")) or done_to(left):
        return False
    bare = trim_right(LEVEL.sub("", left[-4:]) if LEVEL.search(left[-4:]) else left)
    if words.preposition.before(left, len(left)) or words.causative.before(bare, len(bare)):
        return False
    known = (words.strong, words.weak, words.light)
    result = _RESULT.search(bare)
    ends = (len(bare), result.start()) if result else (len(bare),)
    if any(verbs.before(bare, end) for verbs in known for end in ends):
        return True
    phrase = take_apart(left)
    return bool("、" not in left and (phrase.verb or phrase.light) and whose(phrase.object))


def whose(words: str) -> str:
    """The place, level or field that words before a number are, without 全县 and years; "" if they are none."""
    words = trim_left(words, scope=False)
    return words if _WHOSE.fullmatch(words) and not _EVERYWHERE.match(words) else ""
