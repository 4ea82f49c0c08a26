"""Where the noun behind a quantity ends and something is said of it."""

from __future__ import annotations

import re

from generator.catalogues.phrasing import phrasing
from generator.indicators.verbs import QUOTED, sure_verbs, verb_at

_SAYING = re.compile(
    r"""
      (?:划分?|整合|合并|拆分|细分)(?=[为成])
    | 正(?=[在按]) | (?<=[会局队委所站])联合(?![会体工党])
    | 均 | 全部 | 一律 | 平均 | 每 | 都(?!市) | 已 | 并(?![轨联网购]) | 先后 | 依法(?!行政|治|履) | 统一(?!战线) | 实现
    | 全面
    | 用于 | 用以 | 供 (?= 群众|企业|社会 ) | 不(?=[予再得]) | 未(?!成年) | 无(?=[违偿]) | 被 | 按(?=[照期时规]) | 通过
    | 依托 | 作为 | 占 | (?<!公)共(?!产[党主]|[同享青建]) | 分别 | 累计 | 总计 | 合计
    | (?:限[时期]|如期|当场|当面)(?=[^\W\d_]{2})
    | 按(?=[^、]{2,16}(?:进行|分别|分类)) | 搬(?=[到上进]) | 让(?=[^、]{4,})
    | 试点(?=[^\W\d_“]{3})(?!工作|单位|项目|方案|地区|任务|改革)
    | 以[^上下内外来前后]{2,12}方式 | 全覆盖 | 推动 | 促进 | 确保
    | 助力 | 惠及 | 覆盖 | 受益 | 得到 | 受到 | 成功 | 同比 | 环比 | 较[上去] | 比[上去]
    | 在(?![册线编岗职建校押])
    | 对[^象口接] | (?<![行作认因成])为[^主首民] | 向[^导] | 与[^会] | 进行 | 正式 | 目前
    | 上线(?=$|运行|试运行)
    | 因(?![素为果公私工]) | 逐[一项级个户条件案处家栋宗] | 给予 | 正在 | 尚在 | 仍在 | [尚仍]未 | 适用(?=.)
    | (?<![报收遇签达得受看接])到(?![位期达场会岗账案]) | 将(?![军领近要]) | 把(?![手握关])
    | 中(?=排[名第]|位列|名列|居|突围|脱颖|胜出) | 达到 | 达标(?!率) | 稳定(?=消除|达|运行|在) | 最(?=[快短少多高低])
    | (?:循环|滚动|轮流)(?=播|宣传|展) | 由(?=[^、]{2,6}(?:自动|统一|直接|负责|牵头))
    | 请(?=[^、]{2,8}(?:全程|参加|旁听|监督|评议|签字))
    | 需(?!求) | 没有 | 作了
    | 经(?=批准|审查|核实|调解|协调|勘界|评估|复核|复查|鉴定|认定|整改|劝导|督促|约谈)
    | 专门(?=召开|研究|听取|开展|制定)
    | 可(?=跨|在|通过|以|全程|网上|实现|直接|享|办) | 跨(?=[部区层地系境])(?!部门联合|部门综合|境贸易|境电商)
    | 从(?=[^、]{1,10}[到至]) | 组成(?=[^、的]{2,10}[组团队班会])
    | (?<=[市县区镇乡省])第(?=[\d一二三四五六七八九十]) | 获(?![悉利]) | 率先 | 予以 | 负责(?![人同]|落实)
    """,
    re.VERBOSE,
)
"""What begins a predicate. Fixed words and look-aheads of a few characters only."""

_SAYING_OF_OBJECT = re.compile(
    r"""
      均 | 全部 | 已 | 并(?![轨联网购]) | 先后 | 实现 | 用于 | 用以 | 供 (?= 群众|企业|社会 ) | 推动 | 促进 | 确保
    | 助力 | 担任 | 组成(?=[^、的]{2,10}[组团队班会]) | 惠及 | 对(?=[^的]{2,20}(?:开展|进行|实施))
    | 覆盖(?![面率]) | 受益 | 同比 | 环比 | 较[上去] | 比[上去]
    | 未(?!成年) | 切实 | 有效(?!期) | 有力
    | (?<=[组队团班])(?: 开展 | 进行 | 深入 | 分?赴 | 对 | 进驻 | 前往 )
    """,
    re.VERBOSE,
)
"""The same behind the object of a verb, where 为 and 对 are part of the noun: 完成56件法治为民办实事项目."""

_RELATIVE_TAIL = re.compile(r"[^,。;、]{2,10}的(?!$)")
"""A verb with 的 soon behind it is part of the noun: 群众反映强烈的问题."""

_PLACES = "镇村乡县区市州旗"
"""Nouns of one character."""


def _goes_on(text: str, at: int, saying: re.Pattern[str]) -> bool:
    """Whether a noun ends there behind a verb, and another predicate follows: 下放|事项|实现园区办."""
    end = at + phrasing().noun_head.at(text, at)
    return end > at and (saying.match(text, end) is not None or verb_at(text, end) > 0)


def opens_predicate(text: str) -> bool:
    """Whether words behind a quantity say something of it instead of naming it: 均达标, 依托网格开展调解."""
    return bool(sure_verbs().at(text, 0)) or _SAYING.match(text) is not None


def predicate_at(text: str, *, governed: bool, things: bool = False) -> int:
    """Where the noun at the beginning of `text` ends and its predicate begins; the length of `text` if none follows.

    `governed` nouns are the object of a verb before the quantity: in them a verb is part of the noun more often than
    not (办理12件督办案件), so only an adverb ends them. `things` do nothing: 下放 in 上级下放事项实现… is no predicate.
    """
    hidden = [match.span() for match in QUOTED.finditer(text)]
    fixed = phrasing().compound
    saying = _SAYING_OF_OBJECT if governed else _SAYING
    at = max(sure_verbs().at(text, 0), fixed.at(text, 0), 1 if text[:1] in _PLACES else 2)
    while at < len(text):
        if hidden and hidden[0][0] < at + 1:
            at = max(at, hidden.pop(0)[1])
            continue
        if saying.match(text, at):
            return at
        if length := fixed.at(text, at):
            at += length
            continue
        if not governed and (verb := verb_at(text, at)) and not _RELATIVE_TAIL.match(text, at):
            if not (things and _goes_on(text, at + verb, saying)):
                return at
            at += verb
        at += 1
    return len(text)
