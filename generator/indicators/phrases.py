"""Takes a stretch of words apart: what is done (verbs) and to what (object), without how, when and by whom."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from generator.catalogues.phrasing import WordList, phrasing

_JOINS = "、和及与并且或"

_LEADING = re.compile(
    r"""
      ^(?: [、,和及与并且或·:的]
        | 以及 | 或者 | 并且 | 其中[,:]? | 包括 | 其余
        | 共(?![享建同治产青用]) | 已(?!婚|故) | 均(?!衡|线) | 还(?![款贷]) | 并(?![联轨购]) | 也 | 仅 | 只 | 另(?!类) | 又 | 则
        | 现(?![场有行代状金役]) | 再(?![生审就次]) | 约(?![谈束见]) | 近(?![期岸]) | 了 | 着 | 各(?=类)(?!类) | 有(?![关效序诉力机限偿色害毒])
        | (?:19|20)\d{2}年(?:度|初|底|末)?(?:以来)? | \d{1,2}月(?:份|底|初|\d{1,2}日)? | [一二三四]季度 | 截[至止](?:到)?(?:目前|今|(?:19|20)?\d{0,4}年?底?末?\d{0,2}月?(?:\d{1,2}日)?)
      )
    """,
    re.VERBOSE,
)
"""Connectives and times at the beginning of a stretch."""

_RELATIVE = "的"

_QUOTED = re.compile(r"[“《(‘「][^”》)’」]{0,120}[”》)’」]")

_LONG_PHRASE = 14

_LONG_ENOUGH = 4
"""An object of four characters says by itself what was done; only then a light verb is left out."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A stretch of words taken apart: `lead` + `light` + `verb` + `object`, each possibly "".

    `verb` are the content verbs (受理, 审查备案), `light` the empty ones (开展, 组织) before them. Where the verb stands
    last (行政复议案件审结) `object` is the whole and `fronted` the part before the verb.
    """

    lead: str
    light: str
    verb: str
    object: str
    fronted: str = ""

    @property
    def bare(self) -> bool:
        """Whether the stretch has a verb and names nothing that it is done to."""
        return bool(self.verb or self.light) and not self.object

    @property
    def text(self) -> str:
        """The stretch as part of a name; the light verb only where the rest is too short without it."""
        rest = self.verb + without_clause(without_title(without_list(self.object)))
        return rest if len(_plain(rest)) >= _LONG_ENOUGH or not self.light else self.light + rest


def without_list(text: str) -> str:
    """规范性文件专项清理 of 优化营商环境、行政处罚等领域规范性文件专项清理: what a list closed by 等 is a list of.

    The list stays where its head alone says little (普法、学法等学习) and the whole is short.
    """
    match = _LIST.match(text)
    if match is None:
        return text
    head = match["head"].removeprefix("的")
    if match["title"] and len(_plain(head)) >= _SHORTEST_OBJECT:
        return head
    if text[0] in "“" and len(_plain(text)) <= _QUOTED_LIST:
        return text
    if len(_plain(head)) >= _TELLING or (len(_plain(head)) >= _LONG_ENOUGH and len(text) > _SHORT_LIST):
        return head
    return (match["all"] or "") + head if len(text) > _LONG_LIST else text


def without_title(text: str) -> str:
    """重大行政决策文件 of 《综合立体交通网规划》重大行政决策文件: a long phrase without the titles in it."""
    if len(text) <= _LONG_PHRASE or "《" not in text:
        return text
    short = _TITLE.sub("", text).strip("、和及")
    return short if len(_plain(short)) >= _LONG_ENOUGH and not re.search(r"\d", short) else text


_TITLE = re.compile(r"《[^《》]{1,120}》")


def without_clause(text: str, longest: int = _LONG_PHRASE) -> str:
    """行政应诉一审案件 of 区政府作为应诉机关的行政应诉一审案件: a phrase of more than `longest` without its relative clause."""
    _, mark, tail = text.rpartition("的")
    return tail if mark and len(text) > longest and len(_plain(tail)) >= _LONG_ENOUGH else text

_LIST = re.compile(r"(?P<title>(?:《[^《》]{1,120}》[、和及]?)+)?[^等]{0,60}?(?<=..)等(?P<all>方面|领域|重点|各类|多种|一系列|多个)?(?P<head>(?![级候待]).+)$")

_TELLING = 6

_SHORT_LIST = 17

_LONG_LIST = 22

_QUOTED_LIST = 20

_MARKS = str.maketrans("", "", "“”‘’《》()、")


def _plain(text: str) -> str:
    return text.translate(_MARKS).strip("的")


@cache
def _verbs() -> WordList:
    words = phrasing()
    strong = (words.strong.words | words.light.words) - words.weak.words
    return WordList(frozenset(word for word in strong if len(word) > 1), 4)


def trim_left(text: str, *, scope: bool = True) -> str:
    """The text without connectives, times, adverbs and (with `scope`) words like 全县, 我局 at its beginning."""
    words = phrasing()
    while text:
        if match := _LEADING.match(text):
            text = text[match.end() :]
            continue
        length = words.adverb.at(text, 0)
        if scope and not length:
            length = _scope_at(text)
        if length and length == len(text):
            return ""
        if not length or text[length:] in _RATE_TAILS:  # 成功率 is no rate that was reached with success
            break
        text = text[length:]
    return text


_RATE_TAILS = frozenset(("率", "度", "比", "数", "量", "件", "性", "额"))


def _scope_at(text: str) -> int:
    """The length of a word like 全县 at the beginning, 0 where it is part of a longer one (县政府, 区级即办件)."""
    length = phrasing().scope.at(text, 0)
    return length if length > 1 or (length and text[1:2] in "共已") else 0


def trim_right(text: str) -> str:
    """The text without words like 共计, 达到, 分别为 and connectives at its end."""
    words = phrasing()
    while text:
        if text[-2:] in _KEPT_ENDS:
            break
        length = 1 if text[-1] in "、,:和及与并·" else words.tail.before(text, len(text))
        if not length:
            break
        text = text[:-length]
    return text


_KEPT_ENDS = frozenset(
    ("日均", "月均", "年均", "人均", "户均", "村均", "平均", "内在", "所有", "持有", "拥有", "设有", "建有", "配有", "享有", "存在", "到达", "行为", "作为", "公约", "契约", "合约", "预约",
     "统计", "审计", "会计", "设计", "预计", "平均", "目的", "之一", "最近", "附近", "直达", "转达", "表达", "传达", "下达",
     "送达", "涉及", "普及", "惠及", "提及", "参与", "授与", "总和", "调和", "温和", "合并", "一并", "制约", "节约", "违约", "履约", "签约", "条约", "没有", "国有", "公有", "村有")
)
"""Words whose last character only looks like a connective."""


def take_apart(text: str) -> Phrase:
    """The parts of the words before a quantity; the last verb that governs something decides.

    A verb inside quotation marks or brackets, in a relative clause (…反映强烈的问题) or in a list closed by 等 governs
    nothing.
    """
    listed = text.endswith("等")
    text = trim_right(trim_left(text))
    if cut := _MAIN_ADVERB.match(text):  # 市场监管局共接收投诉: the main verb stands behind such an adverb
        inner = take_apart(text[cut.end() :])
        return replace(inner, lead=cut[0] + inner.lead)
    groups = _groups(text)
    chosen = _governing(text, groups, listed=listed)
    if chosen is None:
        return _without_verb(text)
    start, end = chosen
    rest = text[end:].removeprefix("了")
    if not rest:
        return _verb_last(text, groups, start)
    light, verb = _split_light(text[start:end])
    extra = _leading_weak(rest)
    if extra == len(rest) and not light:
        return _verb_last(text, groups, start)
    if verb and extra < len(rest):  # 完成整改 says nothing more; 出具审查意见 does
        extra = 0
    return Phrase(text[:start], light, verb + rest[:extra], rest[extra:])


_MAIN_ADVERB = re.compile(r"[^，“”《》]{2,40}(?:(?<![公一总])共(?![享建同治产青用服识赢])|累计|先后|全年|年内)(?=[^\W\d_]{2})")


def _verb_last(text: str, groups: list[tuple[int, int]], start: int) -> Phrase:
    """行政复议案件审结: the object stands before the verb; 在法定期限内结案: it stands nowhere."""
    before = [end for _, end in groups if end <= start]
    fronted = trim_left(text[max(before, default=0) : start])
    light, verb = _split_light(text[start:])
    if not fronted or _PREPOSITION.match(fronted):
        return Phrase(text[:start], light, verb, "")
    return Phrase(text[: start - len(fronted)], "", "", fronted + text[start:], fronted)


_PREPOSITION = re.compile(r"在|经|按|由|于|向|对|为|通过|依托|根据|依据|结合|围绕|针对|利用|从|以|凭|因|截至|截止")


def _without_verb(text: str) -> Phrase:
    """No strong verb: a noun phrase (行政应诉案件), or verbs that may be nouns (审查合同, 备案)."""
    if _PREPOSITION.match(text) and (found := _weak_after_preposition(text)):
        return found
    length = _leading_weak(text)
    return Phrase("", "", text[:length], text[length:])


def _weak_after_preposition(text: str) -> Phrase | None:
    """向市政府备案规范性文件: behind a preposition a verb that may be a noun is the verb."""
    weak = phrasing().weak
    for at in range(len(text) - 2, 1, -1):
        length = weak.at(text, at)
        if length and (at + length == len(text) or len(text) - at - length >= _SHORTEST_OBJECT):
            rest = text[at + length :]
            return Phrase(text[:at], "", text[at : at + length], rest) if rest else Phrase(text[0], "", "", text[1:])
    return None


_SHORTEST_OBJECT = 2


def _leading_weak(text: str) -> int:
    """The length of the verbs at the beginning that may also be nouns: 审查 in 审查合同, 受理、审查 in 受理、审查…"""
    words, at = phrasing(), 0
    while length := words.weak.at(text, at) or _verbs().at(text, at):
        at += length
        if text[at : at + 1] in _JOINS and text[at : at + 1] and (
            words.weak.at(text, at + 1) or _verbs().at(text, at + 1)
        ):
            at += 1
    return at


def without_weak_end(text: str) -> str:
    """The text without verbs at its end that may also be nouns: 行政机关负责人 of 行政机关负责人出庭应诉."""
    while length := phrasing().weak.before(text, len(text)):
        text = text[:-length]
    return text


def _split_light(group: str) -> tuple[str, str]:
    """Light verbs at the beginning of a group of verbs, and the rest."""
    words, at = phrasing().light, 0
    while length := words.at(group, at):
        at += length
        if group[at : at + 1] in _JOINS:
            at += len(group[at : at + 1])
    return group[:at].strip("、"), group[at:]


def _governing(text: str, groups: list[tuple[int, int]], *, listed: bool) -> tuple[int, int] | None:
    """The last group of verbs that governs the quantity; the first one if all seem to be part of something else."""
    for number in range(len(groups) - 1, -1, -1):
        start, end = groups[number]
        rest = text[end:]
        if _RELATIVE in rest or rest.startswith("等"):
            continue
        if number:
            if text[start - 1] == "或":
                continue
            if listed and "、" in text[groups[number - 1][1] : start]:
                continue
            if rest[_leading_weak(rest) :] in _NOUN_HEADS:
                continue
        return start, end
    if groups and groups[0][0] <= _NEAR_START and not text[groups[0][1] :].startswith(_RELATIVE):
        return groups[0]
    return None


_NOUN_HEADS = frozenset(
    ("窗口", "制度", "工作", "活动", "机制", "平台", "台账", "清单", "方案", "计划", "中心", "站", "点", "系统", "小组", "专班", "会",
     "会议", "班", "队", "队伍", "行动", "体系", "模式", "渠道", "通道", "专栏", "专区", "热线", "措施", "办法", "意见", "意见书", "通知",
     "通知书", "规定", "要点", "报告", "人员", "事项", "情况", "指南", "手册", "流程", "标准", "决定", "决定书", "建议", "建议书", "协议",
     "记录", "信息", "单位", "机关", "对象", "范围", "任务", "项目", "员", "书", "函", "单", "表", "证", "率", "量", "数", "数量", "场所",
     "设备", "终端", "服务", "岗位", "目录", "文书", "文件", "结果", "申请", "基地", "阵地", "联系点", "工作站", "点位", "次数")
)
"""反馈 窗口, 移送 制度: before one of these heads a verb is part of the noun if another verb stands before it."""

_NEAR_START = 8
"""How far from the beginning the main verb may stand when a 的 follows: 县政府制定符合规定的文件."""


def _groups(text: str) -> list[tuple[int, int]]:
    """Groups of adjacent verbs outside quotations and brackets: 组织开展, 受理、调解, 审查并备案."""
    hidden = [match.span() for match in _QUOTED.finditer(text)]
    verbs, weak = _verbs(), phrasing().weak
    found: list[tuple[int, int]] = []
    at = 0
    while at < len(text):
        if hidden and hidden[0][0] <= at:
            at = hidden.pop(0)[1]
            continue
        length = verbs.at(text, at)
        if not length or _NOT_HERE.match(text, max(0, at - 1)):
            at += 1
            continue
        start, at = at, at + length
        while True:
            skip = 1 if text[at : at + 1] in _JOINS and at < len(text) else 0
            more = verbs.at(text, at + skip) or (weak.at(text, at + skip) if skip else 0)
            if not more:
                break
            at += skip + more
        found.append((start, at))
    return [_with_weak_before(text, start, end) for start, end in found]


_NOT_HERE = re.compile(r"[他会层解党群团社业济民妇协治]组织")
"""社会组织, 其他组织: there 组织 is a noun."""


def _with_weak_before(text: str, start: int, end: int) -> tuple[int, int]:
    """排查化解: a verb that may be a noun belongs to the group if it stands directly before it."""
    length = phrasing().weak.before(text, start)
    joined = start and text[start - 1] in _JOINS and phrasing().weak.before(text, start - 1)
    if length and start == length:
        return 0, end
    if joined and start - 1 == joined:
        return 0, end
    return start, end


def opens_predicate(text: str) -> bool:
    """Whether words behind a quantity say something of it instead of naming it: 均达标, 依托网格开展调解."""
    return bool(_verbs().at(text, 0)) or _SAYING.match(text) is not None


def predicate_at(text: str, *, governed: bool) -> int:
    """Where the noun behind a quantity ends and something is said of it; the length of `text` if nothing is.

    `governed` nouns are the object of a verb before the quantity: in them a verb is part of the noun more often than
    not (办理12件督办案件), so only an adverb ends them.
    """
    hidden = [match.span() for match in _QUOTED.finditer(text)]
    verbs = _verbs()
    at = max(verbs.at(text, 0), 1)
    shortest = 1 if text[:1] in "镇村乡县区市州旗" else 2
    while at < len(text):
        if hidden and hidden[0][0] <= at:
            at = max(at, hidden.pop(0)[1])
            continue
        saying = _SAYING_OF_OBJECT if governed else _SAYING
        if at >= shortest and (saying.match(text, at) or (not governed and verbs.at(text, at) and not _RELATIVE_TAIL.match(text, at))):
            return at
        at += 1
    return len(text)


_SAYING_OF_OBJECT = re.compile(
    r"""
      均 | 全部 | 已 | 并(?!轨|联|网|购) | 先后 | 实现 | 用于 | 用以 | 供 (?= 群众|企业|社会 ) | 推动 | 促进 | 确保 | 助力
    | 惠及 | 覆盖(?!面|率) | 受益 | 同比 | 环比 | 较[上去] | 比[上去] | 未(?!成年) | 切实 | 有效(?!期) | 有力
    """,
    re.VERBOSE,
)
"""The same behind the object of a verb, where 为, 对 and the like are part of the noun: 完成56件法治为民办实事项目."""

_RELATIVE_TAIL = re.compile(r"[^,。;、]{2,10}的(?!$)")
"""A verb with 的 soon behind it is part of the noun: 群众反映强烈的问题."""

_SAYING = re.compile(
    r"""
      均 | 全部 | 平均 | 每 | 都(?!市) | 已 | 并(?!轨|联|网|购) | 先后 | 依法(?!行政|治|履) | 统一(?!战线) | 实现 | 全面 | 用于 | 用以 | 供 (?= 群众|企业|社会 )
    | 不(?=予|再|得) | 未(?!成年) | 无(?=违|偿) | 被 | 按(?=照|期|时|规) | 通过 | 依托 | 作为 | 占 | 共(?!同|享|青|产|建) | 分别 | 累计 | 以[^上下内外来前后]{2,12}方式
    | 全覆盖 | 推动 | 促进 | 确保 | 助力 | 惠及 | 覆盖 | 受益 | 得到 | 率先 | 成功 | 同比 | 环比 | 较[上去] | 比[上去] | 在(?!册|线|编|岗|职|建|校|押) | 对[^象口接] | 为[^主首民] | 向[^导] | 与[^会] | 进行 | 正式 | 目前
    """,
    re.VERBOSE,
)
"""What begins a predicate. Fixed words and look-aheads of a few characters only."""
