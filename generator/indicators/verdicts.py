"""Why a quantity that the grammar found is no figure all the same: targets, frequencies, lengths of activities."""

from __future__ import annotations

import re

from generator.catalogues.measures import MeasureKind
from generator.catalogues.phrasing import phrasing
from generator.indicators.clauses import Clause
from generator.indicators.following import TURNED
from generator.indicators.quantities import Quantity
from generator.model.fact import Qualifier, Reason
from generator.model.outline import Outline
from generator.model.span import Span

_PLANNED = r"""
    (?: 拟 (?! [定制稿办写任] | 提[拔任]
        | [^,。;、]{1,4}(?:文件|合同|协议|政策|文稿|决定)(?:[、等的]|进行|逐|均|必|一律|统一) )
      | 计划 (?! 完成[率情] | 执行率 ) (?= [在于开培完新组举实建投对到利用选安再每出制修推将] | 全年 | 年内 ) )
"""
"""拟新建, 计划开展; not 对拟出台文件、拟签合同逐件审查: such a paper is not planned, it is dealt with."""

_AIM = re.compile(
    r"""
      力争 | 力求 | 锚定 | 瞄准 | 确保(?!了) | 预计 | 预期 | 谋划 (?= 实施|建设|推进 )
    | 争取 (?! [^,。;]{0,8} (?: 资金|项目|补助|支持|经费|指标|贷款|信贷|融资|债券?|政策 ) )
    | (?: ^ | [,。;:、年度局区县市镇] )
    """
    + _PLANNED
    + r"""
    | 将 (?: 于 | 继续 | 进一步 | 力争 | 计划 | 陆续 | 再 | 在(?:20\d\d年|明年|今后) )
    | 目标 (?: 是 | 为 | ︰ | : )
    | (?<! 结转 | 转入 | 转至 | 转到 ) (?: 明年 | 来年 | 下一年度? | 下年度 | 今后 [一两三五] 年 )
    | [需须应要] 要? 达到? $
    | (?: 要求 | 规定 | 应当 | 应(?![急诉对用]) | 必须 | 须(?!知) | 原则上 | 不得 ) [^,。;]{0,16}
      (?: 不少于 | 至少 | 不低于 | 不超过 | 少于 | 超过 ) $
    """,
    re.VERBOSE,
)
"""Words before a number that speak of what is wanted, not of what was reached."""

_AIM_BEHIND = re.compile(
    r"的?(?:目标|要求|(?:问责|控制|警戒|底|红)线)(?!任务|责任)"
    r"(?=$|[,。;]|[还尚仍]?(?:有|存在)?(?:较大|一定|明显)?(?:差距|距离|相差))"
)

_RULE_BEHIND = re.compile(r"(?:的[^\W\d_]{1,10}?)?(?:一律|必须|均须|须经|须由|应当|都要)")
"""超过10万元必须集体审议, 5万立方米以上的用水户一律安装: a bound that says for whom a rule holds."""

_KEPT_WITHIN = re.compile(r"(?:控制|保持|稳定)在$")
"""城镇登记失业率2.87%，控制在4.5%以内: behind the rate itself, the bound that was set."""

_NORM = re.compile(
    r"""
      (?: (?P<verb> 低于 | 高于 | 优于 | 好于 | 小于 | 大于 | 达到 | 超过 | 超出 | 高出 ) [^,。;、]{0,10}? )?
      (?P<word> 目标值 | 限值 | 标准值 | 基准值 | 考核值 | 指标值 | 警戒值
        | 目标任务 | (?: 年度 | 考核 | [国省市县区]定 ) 目标 | (?: 最低 | 最高 | 法定 | 规定 | 国家 ) 标准 )
      [为是]? $
    """,
    re.VERBOSE,
)
"""低于市定目标值95微克/立方米: the number directly behind such a word was set, not reached."""

_OVER = frozenset({"超出", "高出"})

_DIFFERENCE = frozenset({"个百分点", "百分点", "倍"})

_BY_YEAR = re.compile(r"(?<![长加升降少高低大])到(20\d\d)年(?:底|末)?")
"""到2030年 says by when; 由2020年的8件增长到2021年的1305件 tells what has grown."""

_EVERY = re.compile(
    r"""
      (?: 每 (?: [一两二三四五六半] | \d{1,2} )? 个? (?> 半年|年度|年|季度|季|月|周|星期|日|天|旬|学期 )
        (?!均|平均|一[次法讲学课考测案题])
        | (?: 年|月|周|季度? ) (?= 至少|不少于 )
      ) [^,。;”"]{0,16} $
    """,
    re.VERBOSE,
)

_ONCE_A = re.compile(r"(?<![上下全本当每这那首一二三四五六七八九十\d])(?:半年|季度?|月|周)[^\W\d_]{0,4}$")
"""半年听取一次汇报: how often, if what follows is one time."""

_IN_A_ROW = re.compile(r"连续$")

_RANK_BEHIND = re.compile(r"(?:稳|位|蝉)?(?:居|联)|获|荣获|入选|被评|上榜|夺|保持|名列|位列|排名|当选|达标")
"""连续7次稳居前五: how long a rank was held."""

_REVIEW = re.compile(r"清理|梳理|废止|保留|失效|有效|修[改订]")

_FOUND_BY_REVIEW = re.compile(r"(?<![^\W\d_])其?中?拟(?=修[改订]|废止|失效|保留|宣布|继续有效|继续实施)")
"""清理文件268件，废止60件、拟修改9件: what a review found, not what is planned."""

_NEXT_STEP = re.compile(
    r"""
    (?<! [^。;!?\n] ) \s{0,8}
    (?: 下一步 | 下步 | 下一阶段 | 下阶段 | 今后 | 明年 | 来年 | 接下来 | 下一年度?
      | 20(?P<year>\d\d)年度? (?: ,?[^,。;]{0,10}[将要](?!求) | (?:工作)?(?:打算|计划|安排|思路|谋划|展望)[。:,] )
    )
    """,
    re.VERBOSE,
)

_PLAN_HEADING = re.compile(
    r"""
      下一步 | 下步 | 下一年 | 下年度 | 明年 | 来年 | 今后 | 下阶段 | 下一阶段 | 努力方向
    | (?: 打算 | 展望 | (?:初步|主要|工作)(?:安排|思路) | 工作计划 | 工作谋划 ) $
    """,
    re.VERBOSE,
)

_PLAN_YEAR = re.compile(r"(20\d\d)年度?[^,。;]{0,30}(?:安排|计划|打算|思路|要点|重点|谋划|目标|工作)")

_LATER = re.compile(
    r"(?:以?内|之内)(?:予以|予|及时|依法|按时)?"
    r"(?:完成|办结|办理|答复|反馈|回复|处置|响应|送达|作出|审结|整改|到达)"
)


def plan_spans(outline: Outline, year: int | None) -> tuple[Span, ...]:
    """The sections that speak of the next year: their numbers are aims. `year` is the report's, None if unknown."""
    found = []
    for heading in outline.headings:
        if heading.level > 2 or (heading.level == 2 and not _speaks_of_later(heading.title, year)):  # noqa: PLR2004
            continue
        if _PLAN_HEADING.search(heading.title) or _speaks_of_later(heading.title, year):
            found.append(heading.section)
    return tuple(found)


def _speaks_of_later(title: str, year: int | None) -> bool:
    match = _PLAN_YEAR.search(title)
    return match is not None and year is not None and int(match[1]) > year


def next_step_at(plain: str, span: Span, year: int | None) -> int:
    """Where in a paragraph the report turns to what comes next (下一步，…); the end of the span if nowhere."""
    for match in _NEXT_STEP.finditer(plain, span.start, span.end):
        if match["year"] is None or (year is not None and 2000 + int(match["year"]) > year):
            return match.start()
    return span.end


def is_aim(before: str) -> bool:
    """Whether the words before a number speak of what is wanted (力争, 计划, 要求不少于)."""
    return _AIM.search(before) is not None


def verdict(clause: Clause, number: int, said: str, year: int | None) -> Reason | None:
    """The reason why the quantity `number` of a clause is no figure, None if it is one.

    `said` are the clauses before it in the same sentence.
    """
    left = _text_before(clause, number)
    if "拟" in left + said and _REVIEW.search(said):
        said, left = _FOUND_BY_REVIEW.sub("", said), _FOUND_BY_REVIEW.sub("", left)
    right = clause.words[number + 1]
    if (
        _is_norm(left, clause.quantities[number])
        or is_aim(left)
        or _AIM_BEHIND.match(right)
        or (_is_bound(clause.quantities[number]) and _RULE_BEHIND.match(right))
        or _is_aimed_at(said, left, clause.quantities[number])
    ):
        return Reason.TARGET
    if _is_later(said, left, year) or _is_set_bound(said, left, clause.quantities[number]):
        return Reason.TARGET
    kind = clause.quantities[number].measure.kind
    if kind is MeasureKind.EVENT and _is_frequency(left, clause.quantities[number]):
        return Reason.FREQUENCY
    if kind is MeasureKind.EVENT and _IN_A_ROW.search(left) and _RANK_BEHIND.match(right):
        return Reason.ORDINAL
    if kind is MeasureKind.TIME and not _measures_time(left, right):
        return Reason.DURATION
    return None


def _is_frequency(left: str, quantity: Quantity) -> bool:
    return _EVERY.search(left) is not None or (quantity.value == 1 and _ONCE_A.search(left) is not None)


def _is_norm(left: str, quantity: Quantity) -> bool:
    """Whether a number is what figures are measured against, not by how much they are over it (超出目标值5天)."""
    match = _NORM.search(left[-30:])
    if match is None or match["verb"] in _OVER or quantity.measure.unit in _DIFFERENCE:
        return False
    return match["word"].endswith("值") or match["verb"] is not None


_LASTING_AIM = re.compile(rf"力争 | 力求 | 预计 | (?: ^ | [,;:、年] ) {_PLANNED} | 目标[是为]", re.VERBOSE)

_DEMAND = re.compile(r"要求|规定|应当|必须|原则上")

_DONE = re.compile(r"实际|已|累计|共(?!同)|完成了|截至")


def _is_aimed_at(said: str, left: str, quantity: Quantity) -> bool:
    """Whether an aim or demand earlier in the sentence still holds: 力争持证率达95%，覆盖率达100%."""
    aims = list(_LASTING_AIM.finditer(said))
    if aims and not _DONE.search(said[aims[-1].end() :] + left):
        return True
    return _is_bound(quantity) and _DEMAND.search(said) is not None and not _DONE.search(left)


def _is_bound(quantity: Quantity) -> bool:
    return quantity.qualifier in {Qualifier.AT_LEAST, Qualifier.AT_MOST}


def _is_later(said: str, left: str, year: int | None) -> bool:
    """Whether the number is to be reached by a year to come: 到2030年，覆盖率达到60%，浓度降到28."""
    later = _BY_YEAR.search(left) or _BY_YEAR.search(said)
    return later is not None and year is not None and int(later[1]) > year and not _DONE.search(left)


def _is_set_bound(said: str, left: str, quantity: Quantity) -> bool:
    told = said.rstrip(",").endswith("⟨%⟩") and quantity.measure.unit == "%"
    return told and quantity.qualifier is Qualifier.AT_MOST and _KEPT_WITHIN.fullmatch(left) is not None


_LOOK_BACK = 200
"""How much of a clause before a quantity can speak of an aim, in characters; it bounds the cost of each quantity."""


def _text_before(clause: Clause, number: int) -> str:
    """The clause before a quantity, without the word 近 or 不少于 that belongs to it; of a long clause the end."""
    shown = [clause.words[number]]
    length = len(shown[0])
    while number and length < _LOOK_BACK:
        number -= 1
        shown += (f"⟨{clause.quantities[number].measure.unit}⟩", clause.words[number])
        length += len(shown[-1]) + len(shown[-2])
    return "".join(reversed(shown))


_HANDLED = re.compile(
    r"(?:即可|就可|便可|可|就能|就)?(?:当场|全部|快速)?(?:办结|办好|办成|办完|办理完|完成办理|完成审批|完成登记|出证|领证|拿证|取证|审批完)"
)

_QUICK = re.compile(r"最快|最短|[仅只]需|[仅只]要|[仅只]用|用时|不到$|[超高]出[^,。;]{0,8}$")
"""最快30分钟办结, 用时20分钟, 超出目标值5天: how long it took, not how long it may take."""


_OVER_TIME = re.compile(r"滑动|(?:平均)?浓度|平均值|值班|值守|在线|开放|服务|工作制|营业|制(?!作)|内?不打烊")
"""臭氧日最大8小时平均浓度, 24小时值守: the time over which something is measured or open."""


_SHORTENED = re.compile(r"⟩(?:由|从)?(?:大幅|统一|整体)?(?:缩短|压缩|压减|缩减|减少|精简|提速|减|降|缩|压)[至到为]$")

_BEFORE_CHANGE = re.compile(r"(?:由|从)[^,。;]{0,6}$")
"""许可证核发由7个工作日减到1个工作日: how long it took and takes."""


def _measures_time(left: str, right: str) -> bool:
    if _SHORTENED.search(left) or (_BEFORE_CHANGE.search(left) and TURNED.match(right)):
        return True
    if _QUICK.search(left[-12:]):
        return True
    if _LATER.match(right) or _OVER_TIME.match(right):
        return False
    if _HANDLED.match(right) and not _DEMAND.search(left[-20:]):
        return True
    words = phrasing().measured
    return words.within(left[-30:]) or words.within(right[:8])
