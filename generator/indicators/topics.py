"""What a name that says nothing alone is about: the clause before, else the nearest heading, in their own words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.catalogues.measures import COUNTABLE, Measure, MeasureKind
from generator.indicators.documents import document_in
from generator.indicators.phrases import take_apart
from generator.indicators.saying import begins_with_deed, is_short, needs_topic, says_little, says_no_object
from generator.indicators.trimming import trim_left, trim_right

_LONGEST = 20

_LONGEST_WORK = 28
"""What was done may be named at length: 道路交通安全和运输执法领域突出问题专项整治."""

_DONE_TO_THEM = re.compile(
    r"解决|整改|采纳|调整|销号|化解|落实|恢复|提档|按期|及时|评[为出]|列[为入]|认定|抽[取中查]|纠正|查实|合格"
)
"""排查隐患40项，整改38项: what is done to the very things that the clause before counts."""

_SHORTEST = 4

_SHORTEST_DEED = 6
"""受理项目 says nothing, 反馈督导问题 does."""

_SAME = 4
"""A topic whose last four characters stand in the name says nothing new."""

_AIMS = ("为目的", "为抓手", "为契机", "为导向", "为主线", "为牵引")

_TOLD_APART = re.compile(r"^(?!接受|获)[^、]{4,}的[^\W\d_]{2,}$")
"""清理妨碍统一市场的政策措施 tells which 政策措施 they are."""

_PURPOSE = re.compile(
    r"(?:联合|会同)[^⟨]*(?:[委局院所站队办会]|部门)$|切实|立足|保持|经(?![济营费常纪])|凡|无|没有|未|按照|依照|遵循|本着|始终|把|.*为主题"
    r"|有效|有力|进一步|不断|着力|确保|保障|提升|提高|增强|营造|促进|助力|推动形成|形成良好|做到|达到|致力|接受[^、]{0,4}监督"
    r"|让|使(?!用)|真正|全力|为了?[^、]{2,20}(?:提供|奠定|打下|贡献|夯实)|从而|最大限度|引导|激发|筑牢|夯实|压实|明确(?:总体|目标|责任)"
    r"|坚持|取得|涵盖|包[括含]|内容|主题|成为|实现[^、]{0,12}(?:全覆盖|提升|增长)|细化责任"
    r"|(?:成立|组建)[^、]{0,10}(?:专班|组|队|队伍)$|聘请|其中|在[^、]{1,6}上$"
    rf"|.{{2,30}}(?:{'|'.join(_AIMS)})$"
)
"""切实提升依法行政能力: what something was good for, not what it was."""

_EMPTY_END = re.compile(
    r"(?:人数|人次|[^分]类|作用|能力|水平|优势|机遇|氛围|格局|意识|情况|基础上|契机|导向|以来|部门|同比|相比)$"
)

_CUT_BEGINNING = re.compile(r"建设(?!工程|用地|项目|领域|单位|施工|规划)|工作|纳入|作为|列入|其|中(?=\d)")
"""What a phrase that was cut begins with."""

_TAKEN = re.compile(
    r"对照(?P<basis>[^、⟨]{4,16}?)(?:逐[条项一个]|认领|开展|进行|自查|整改|查摆|梳理|$)"
    r"|(?:将|把)(?P<what>[^其、][^⟨]{2,24}?)(?:纳入|作为|列入|列为|融入|贯穿|摆在|落实)"
)
"""将习近平法治思想纳入学习内容: the clause is about the first."""

_CAME_OF_IT = re.compile(
    r"抽[取中查]|评[出为]|交办|适用|移送|涉及|提出|发现|查[找摆出实漏]|收集|征集|采纳|反馈|解决|覆盖|惠及|受[益教]|整改|销号|阅读|播放|浏览|点击|出动|参[与加训会学]"
    r"|听[讲课众]|观[摩看众]|收[看听]|考|到[场会]|入库|追责|问责|处分|抓获|处理|拘留|查处|满意"
)
"""涉及事项, 提出意见: what came of the things that the clause before counts."""

_SPREAD = re.compile(
    r"派发|发放(?!.{0,4}问卷)|赠送|张贴|悬挂|展[出示]|印[制发刷]|曝光|设置咨询|播放|布设|设置|下[发达]|出动|发[出送]|制[发作]|推送|刊[发登]|投放|摆放"
)
"""派发折页1.2万份，接受咨询1800人次: what was spread among people is another deed of the same rank."""

_DISPOSED = re.compile(r"保留|取消|下放|承接|新增|减少|废止|修改|失效|调整|注销|变更|延续")
"""保留事项148项，下放9项: what became of some is not what the others are of."""

_OWN_CHANGE = re.compile(r"[^\W\d_]{2,}?(?:同比|环比|[较比](?:去|上)年(?:同期|度)?)[^\W\d_]{2,4}")
"""投诉量较去年同期下降: of nothing that was counted."""

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

_NO_THINGS = frozenset({MeasureKind.RATE, MeasureKind.TIME})
"""审批时间缩短45天，节省成本3600万元: nothing is of a time."""

_SHORTEST_WORD = 2

_CASES = ("案件", "办件", "事项")
"""受理案件2.6万件，结案率99%: 案件结案率 is of nothing that was counted before the cases."""

_SLOGAN = re.compile(
    r"^[以用][“‘]?.{1,6}(?:为[先要贵基本重]|赋能|提[效质速]|促.{1,4}|增效)$|高位|高站位|之责|底线|靠前|走深走实|主体责任|担当"
)
"""以“准”为基, 高位推动: how well it was done, not what."""

_OF_OTHERS = frozenset({MeasureKind.PEOPLE, MeasureKind.RATE, MeasureKind.MONEY, MeasureKind.SIZE, MeasureKind.TIME})

_OF_PEOPLE = frozenset({MeasureKind.RATE, MeasureKind.PEOPLE, MeasureKind.MONEY})
"""培训学员200人，合格率98%; but 聘请专家12名，整改问题30个: who was there is not what the problems are of."""

MOST_CLAUSES = 16
"""How many clauses back a topic can stand, so that one figure costs the same in a sentence of any length."""

_DAY = re.compile(r"^\d{1,2}[日号]?(?=[^\W\d_])")
"""截至12月15办理投诉: what is left of a day."""

_MARK = re.compile(r"^(?:[—–-]+|[一二三四五六七八九十]{1,3}[、是])")

_RUN_IN = re.compile(r"不断|更加|持续|进一步|逐步|稳步|明显|显著|全面|有[力序效]|从[严实紧]|越来越|向好|[^\W\d_]化$")

_WITHIN = re.compile(r"^在(?![线册编岗校建职押])|(?<=[^其过])中$|(?<=[^之以今先前])后$|^持续(?=开展|推进|深化)")
"""在安全感测评中: the test."""

_TOWARDS = re.compile(r"^(?:对|就|针对)(?P<what>[^对就、]{2,14})(?:进行|开展|实施|组织)了?(?P<deed>[^\W\d_]{2,8})$")
"""对加油站开展突击检查: 加油站突击检查."""

_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Told:
    """What a clause told of: its words, or what its last number counts, with the measure word of that number.

    `part` says that this is no more than a part of what was told of before, `earlier` that it stands in the sentence
    before. `amount` is the number, None for a range.
    """

    words: str
    measure: Measure | None = None
    part: bool = False
    earlier: bool = False
    amount: Decimal | None = None


def about(name: str, told_apart: str, told: Sequence[Told], headings: str, measure: Measure) -> str:
    """What stands in brackets behind a composed name, "" where it says enough.

    That is `told_apart`, what is said of its noun, where that was too long to be part of the name.
    """
    if told_apart and told_apart not in name:
        return told_apart
    return topic_of(told, headings, name, measure) if needs_topic(name, measure) else ""


def topic_of(told: Sequence[Told], headings: str, name: str, measure: Measure) -> str:
    """What the nearest clause names, else the innermost heading of `headings` (` / ` between); "" if none does.

    What was counted just before (培训5期、讲座3场) is another thing of the same rank, unless the name says what came of
    it or how many took part.
    """
    told = told[-MOST_CLAUSES:]
    if _OWN_CHANGE.fullmatch(name):
        told = told[max((place for place, item in enumerate(told, 1) if item.measure), default=0) :]
    quoted = (match[0] for item in told if not item.measure and (match := _QUOTED.match(item.words)))
    if measure.kind is MeasureKind.RATE and name.startswith(_CASES):
        told = _since_counted(told)
    nearest = [item.words for item in reversed(told) if _fits(item, measure, name)]
    if is_short(name, measure):  # 开办“审批夜校”，由骨干轮流上台，开讲31期: what has a name
        nearest.sort(key=lambda words: not _OPENED.search(words))
    clauses = (*(quoted if _NEW.match(name) else ()), *map(topic_in, nearest))
    titles = (_topic_in_heading(title) for title in reversed(headings.split(" / ")))
    before = (topic_in(item.words) for item in told if item.earlier and not item.measure and _introduces(item, name))
    done = f"{name.removesuffix(measure.suffix)}的"  # 放款的中小企业 of 放款金额
    named = (topic for topic in (*clauses, *titles, *before) if topic and not topic.startswith((name, done)))
    return next((topic for topic in named if topic[-_SAME:] not in name or _TOLD_APART.search(topic)), "")


def _since_counted(told: Sequence[Told]) -> Sequence[Told]:
    """The clauses from the last number of things on: a rate is of no others."""
    things = [place for place, item in enumerate(told) if item.measure and item.measure.kind not in _NO_THINGS]
    return told[things[-2] + 1 :] if len(things) > 1 else told


def _fits(told: Told, measure: Measure, name: str) -> bool:
    counted = told.measure
    if counted is None:
        return not told.earlier
    if counted.unit == measure.unit:
        fits = _DONE_TO_THEM.search(name) is not None or (measure.kind in COUNTABLE and _done_to(told.words, name))
        return fits and not told.part and not _DISPOSED.match(told.words)
    if told.earlier:  # 组织一次案卷互评。共抽取45宗
        return counted.kind is MeasureKind.EVENT and _CAME_OF_IT.match(name) is not None
    spread = counted.kind is MeasureKind.COUNT and _SPREAD.match(told.words)
    if told.part or spread or counted.kind in _NO_THINGS:
        return False
    of_people = measure.kind in _OF_PEOPLE or measure.unit == "分"
    if counted.kind is MeasureKind.PEOPLE and not of_people:
        return False
    people = measure.kind is MeasureKind.PEOPLE and counted.kind is not MeasureKind.EVENT
    other = counted.kind is not measure.kind and measure.kind in _OF_OTHERS and not people
    return other or _CAME_OF_IT.search(name) is not None


def _introduces(told: Told, name: str) -> bool:
    """Whether the sentence before is a heading that runs in (巡查力度不断加大。出动300人次) or says of what."""
    return _RUN_IN.search(told.words) is not None or begins_with_deed(name)


def _done_to(counted: str, name: str) -> bool:
    """Whether a name says what became of the things counted before, and is no other part: 新收申请, 申请结转."""
    if counted[-_SAME:] in name:  # 清理妨碍统一市场的政策措施, 政策措施废止
        return True
    return begins_with_deed(name) and name[:_SHORTEST_WORD] not in counted


def topic_in(clause: str) -> str:
    """What a clause names in a few words, "" if it only says what something was good for or names nothing."""
    words = _WITHIN.sub("", _DAY.sub("", trim_right(trim_left(_MARK.sub("", clause)))))
    words = _TOWARDS.sub(r"\g<what>\g<deed>", words)
    if taken := _TAKEN.match(words):
        words = taken["basis"] or taken["what"]
    if _PURPOSE.match(words):
        return ""
    if len(words) > _LONGEST:
        short = document_in(clause) if "《" in clause else take_apart(words).text
        words = words if says_little(short) else short
    words = _OUTCOME.sub("", words)
    fits = _SHORTEST <= len(words) <= _LONGEST_WORK and not _EMPTY_END.search(words) and not _CUT_BEGINNING.match(words)
    nothing = says_little(words) or (len(words) < _SHORTEST_DEED and says_no_object(words))
    return words if fits and not nothing else ""


def _topic_in_heading(title: str) -> str:
    words = trim_left(title.replace(",", "，").partition("，")[0]).removesuffix("情况")
    if _DIGIT.search(words) or _HEADING.fullmatch(words) or _SLOGAN.search(words) or words.endswith(_AIMS):
        return ""
    if says_no_object(words):
        return ""
    return words if _SHORTEST <= len(words) <= _LONGEST else ""
