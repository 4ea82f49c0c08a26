"""To which field or campaign a figure is restricted: 开展招投标整治，立案17件 are not all cases of the year."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.text.widths import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.indicators.context import Context

_NAME = r"[^,;。:()<>⟨⟩\d\n]"

_CAMPAIGN = re.compile(
    rf"(?:开展|组织|实施|推进|深化|部署|抓好|聚焦)(?:了)?(?P<name>{_NAME}{{2,16}}?(?:整治|治理|行动|攻坚|检查))(?:工作|活动)?(?=[,:])"
)
"""The campaign at the head of a clause; what follows it up to the next ； is its result."""

_STRIKES = re.compile(
    rf"(?:^|(?<=[,;。:]))(?:严厉|依法|从严|重拳)*打击(?P<name>{_NAME}{{2,12}}?)(?:违法|犯罪)*(?:行为|活动)?(?=,)"
)
"""打击非法营运，查扣车辆24辆，罚款6万元."""

_IN_CAMPAIGN = re.compile(rf"在(?P<name>{_NAME}{{2,16}}?(?:整治|治理|行动|攻坚|检查))(?:工作|活动)?中(?=,)")
"""在打击非法采砂专项行动中，查处案件6起."""

_HEAD = r"(?:^|(?<=[,;。:]))(?:[一二三四五六七八九十]{1,2}是|\d{1,2}[.、])?"

_FIELD = re.compile(
    rf"{_HEAD}(?:在)?(?!聚焦|围绕|紧盯|针对|突出|涉及|重点)(?P<name>{_NAME}{{2,12}}?)(?:方面|领域)(?=[,:]|着力|严厉|严格|持续|深入|聚焦|突出|紧盯|累计|共)"
)
"""食品安全方面，…; 生态环境领域严厉打击…，立案11起."""

_KIND_OF_LAW = re.compile(
    rf"{_HEAD}(?:强化|加强|严格|推进|加大|规范|深化|狠抓|抓好|抓实|做好)(?P<name>{_NAME}{{2,8}}?)(?:领域)?(?:执法|监管)(?:检查|办案|工作|力度)*(?=[,:])"
)
"""强化文化市场执法，检查场所126家次，立案13件."""

_WAYS_OF_LAW = re.compile(
    r"柔性|规范|公正|文明|严格|包容|审慎|事中|事后|信用|智慧|非现场|精准|队伍|能力|街道|乡镇|镇街|基层|协同|一体化|数字化|阳光|规范化|落实|新型|全过程|分级分类|分类"
)

_OWN_FIELD = re.compile(rf"(?P<name>{_NAME}{{2,12}}领域)(?:的)?(?:各类|相关|违法|违规)*(?:案件|行为|问题)")
"""查处重要工业产品领域相关案件133件."""

_OWN_KIND = re.compile(
    rf"(?:(?<!调)查处|查办|立案查处|办结|办理)(?:了)?(?P<name>{_NAME}{{2,16}}?)(?:的)?(?:(?<!分)类|等)?(?:行政处罚|行政|违法|违规|违法违规)?(?:案件|行为)$"
)
"""查处虚假宣传违法行为121起: a kind of cases, not all."""

_KIND_BEFORE = re.compile(
    rf"(?:(?<!调)查处|查办|办理|侦办|侦破|破获|打掉)(?:了)?(?P<name>{_NAME}{{2,16}}?)(?:的)?(?:(?<!分)类|等)?(?:行政处罚|行政|违法|违规|违法违规)?(?:案件|行为)(?:数量|数)?(?=\d)"
)
"""查处道路交通违法行为400起，罚款2万元: what the results behind it are of."""

_NUMBERS = re.compile(r"\d[\d.]*")

_MEMBER_KIND = re.compile(
    rf"、(?P<name>{_NAME}{{2,16}}?)(?:的)?(?:(?<!分)类|等)?(?:行政处罚|行政|违法|违规|违法违规)?(?:案件|行为)(?:数量|数)?$"
)
"""查处燃气用具案件61件、添加二甲醚案件23件: the second is of its own kind."""

_COUNTED = re.compile(r"\d")
"""农机、种子案件41件 are counted together, 农机案件20件、种子案件21件 each for itself."""

_INSPECTED_BEFORE = re.compile(
    rf"(?:检查|抽查|巡查)(?:了)?(?P<name>{_NAME}{{0,12}}?(?:企业|单位|机构|场所|[店站厂户]))(?:共计|合计|总计|累计|共)?(?=\d)"
)
"""检查检测机构90家，责令改正30家: of whom the result is told."""

_AGAINST = re.compile(
    rf"(?:针对|因|(?<![针相应反核面])对)(?P<name>{_NAME}{{2,12}}?)(?:等)?(?:问题|行为)?(?:立案查处|立案处罚|立案|处罚|查处)(?:案件)?(?=\d)"
)
"""针对虚假广告立案17件，罚款4.3万元."""

_MEMBER_BODY = re.compile(rf"、(?P<name>{_NAME}{{2,14}})$")
"""检查民爆企业4家、加油站17家: the second is of its own kind."""

_CASES = re.compile(r"(?:案件|行为)(?:数量|数)?\d")

_PROCEDURE_BEFORE = re.compile(
    r"(?P<name>(?:简易|一般|普通)程序)(?:处罚)?(?:案件|立案)?(?:数量|数)?(?:共|共?办理|共?查处)?(?=[\d.万余多]+[件起宗])"
)
"""一般程序案件共办理2326件，处罚金额918万元."""

_BARE = 10
"""Words before a number that are no longer name no kind of their own: 罚没金额, 移送公安机关."""

_INSPECTED = re.compile(rf"(?:检查|抽查|巡查)(?:了)?(?P<name>{_NAME}{{2,16}}?)(?:共计|合计|总计|累计|共)?$")
"""检查检验检测机构90家: not everyone who was inspected in the year."""

_INSPECTED_FIRST = re.compile(
    rf"(?:^|、)(?P<name>{_NAME}{{1,12}}?(?:企业|单位|机构|场所|行业|门店))(?:执法|安全|专项|监督|日常)*(?:检查|抽查|巡查)$"
)
"""港口企业检查43家次."""

_INSPECTED_BEHIND = re.compile(rf"(?!、)(?P<name>{_NAME}{{2,14}}?(?:企业|单位|机构|场所|门店|学校))(?!代码)")
"""检查 90家 检验检测机构."""

_CHECKED = re.compile(r"(?:检查|抽查|巡查)[^,;]*\d[^,;]*、")

_BODIES = frozenset({"家", "户", "家次", "户次"})

_ANY_BODY = re.compile(
    r"企业|单位|机构|场所|门店|主体|市场|经营者?|生产|对象|相对人|商户|各|覆盖|涉及|个体|工商户|被|开展|进行"
)
"""Words that restrict nothing among those who are inspected."""

_OWN_CHECK = re.compile(rf"(?:开展|组织|进行|实施|完成)(?:了)?(?P<name>{_NAME}{{2,12}}?检查)(?:活动|行动)?$")
"""开展校园安全检查126次: not every inspection of the year."""

_WHOLE = re.compile(r"(?:全年|总计|全系统)[^,;。]{0,12}$")
"""Words before a verb that say that the campaign's results are over and the year's begin."""

_GENERAL = re.compile(
    r"行政|执法|监督|(?<!市场)监管|日常|专项|联合|综合|各类|集中|全面|重点|系列|违法|违规|违反|法律|法规|大|检查|整治|治理|行动|攻坚|案件|行为|领域|等|和|、|"
    r"不予|不罚|免罚|免予|轻微|首违|从轻|减轻|柔性|犯罪|刑事|处罚|全市|全县|全区|辖区|市场(?!监管)|涉企|双随机|一公开|随机|抽查|年度|常态化|跨部门|一批|有关|相关|不法|本地|依法|的"
)
"""Words that restrict nothing: 专项执法行动 names no field."""

_BEGINNING = re.compile(
    r"^(?:年度?|开展|组织|进行|月份?|以来|今年|立案|查处|查办|办理|严厉|严肃|依法|各类|全省|全市|全县|全区|全州|辖区|一批|有关|相关|涉及|全年|累计|共(?!同)|行政处罚)+"
)

_QUOTES = str.maketrans("", "", "“”‘’\"'「」")

_MOST = 16

_REACH = 300
"""How far back a campaign can stand, so that one figure costs the same in a text of any length."""


def scope_of(context: Context) -> str:
    """The field or campaign of a figure as the sentence names it, at most 16 characters; "" for the whole."""
    return next(filter(None, _told(context, fold(context.left[-_REACH:]).translate(_QUOTES))), "")


def _told(context: Context, left: str) -> Iterator[str]:
    """What the places of the sentence tell in turn, the nearest first; "" where one tells nothing."""
    for pattern in (_OWN_FIELD, _OWN_KIND, _OWN_CHECK):
        yield _name(pattern.search(left))
    if context.unit in _BODIES:
        yield _of_one_kind(
            _INSPECTED.search(left) or _INSPECTED_FIRST.search(left) or _INSPECTED_BEHIND.match(context.right)
        )
    if context.at is None or _WHOLE.search(left):
        return
    said = fold(context.sentence[max(0, context.at - _REACH) : context.at]).translate(_QUOTES)
    last = max(0, said.rfind("、"))
    if _COUNTED.search(said, said.rfind(",", 0, last) + 1, last):
        yield _name(_MEMBER_KIND.match(said, last))
    if context.unit in _BODIES and _CHECKED.search(said, said.rfind(",") + 1):
        yield _of_one_kind(_MEMBER_BODY.match(said, last))
    before = said.removesuffix(left)
    begin = before.rfind(";") + 1
    for match in [
        *_CAMPAIGN.finditer(before, begin),
        *_IN_CAMPAIGN.finditer(before, begin),
        *_STRIKES.finditer(before, begin),
        *_FIELD.finditer(before, begin),
    ][::-1]:
        yield _name(match)
    for match in [*_KIND_OF_LAW.finditer(before, begin)][::-1]:
        yield "" if _WAYS_OF_LAW.search(match["name"]) else _name(match)
    if len(left) <= _BARE:
        yield _told_before(before, begin)
        if context.unit in _BODIES and not left.startswith("、"):
            yield _inspected_before(before, begin)


def _told_before(before: str, begin: int) -> str:
    """The kind of cases of which a bare result is told (查处无照经营案件6件，罚款2万元), "" if there are several."""
    procedures = [*_PROCEDURE_BEFORE.finditer(before, begin)]
    cases = [match.start() for match in _CASES.finditer(before, begin)]
    if len(procedures) == 1 and cases and procedures[0].start() < cases[-1] < procedures[0].end():
        return _name(procedures[0])  # 行政处罚案件80件，其中简易程序案件62件，罚款1.2万元
    kinds = [*_KIND_BEFORE.finditer(before, begin), *procedures] or [*_AGAINST.finditer(before, begin)]
    if len(kinds) > 1 and len(cases) > 1 and len(_NUMBERS.findall(before, cases[-2], kinds[-1].start())) > 1:
        return _name(kinds[-1])  # 查处药品案件63件、罚款35万元，查处医疗器械案件30件、罚款20万元
    return _name(kinds[0]) if len(kinds) == 1 and len(cases) <= 1 else ""


def _inspected_before(before: str, begin: int) -> str:
    """Of whom a bare result is told (检查检测机构90家，责令改正30家), "" if several kinds were inspected."""
    found = [*_INSPECTED_BEFORE.finditer(before, begin)]
    return _of_one_kind(found[0]) if len(found) == 1 else ""


def _of_one_kind(match: re.Match[str] | None) -> str:
    """Who was inspected, if not bodies of all kinds."""
    name = _name(match)
    return name if len(_ANY_BODY.sub("", _GENERAL.sub("", name))) > 1 else ""


def _name(match: re.Match[str] | None) -> str:
    if match is None:
        return ""
    name = _BEGINNING.sub("", match["name"].strip("了的"))
    return name if len(name) <= _MOST and len(_GENERAL.sub("", name)) > 1 else ""
