"""Takes from the ends of a stretch of words what says when, how often and how much, not what."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.catalogues.phrasing import phrasing

_LEADING = re.compile(
    r"""
      ^(?:
          [、,与且或·:的也仅只又则] | 着(?![力重眼手]) | 了(?!解) | 和(?![解谐]) | 及(?![时格]) | 以及 | 或者 | 并且
        | 其中[,:]? | 中(?=认定|评出|抽取|查实|予以|不予|涉及|属实|符合)
        | 包括 | 其余(?:依次|分别)?为? | 共计?(?![享建同治青用商计性济]|产[党主])
        | 已(?!婚|故) | 均(?!衡|线) | 还(?![款贷]) | 并(?![联轨购]) | 另(?!类)
        | 现(?![场有行代状金役地]) | 再(?![生审就次犯]) | 约(?![谈束见]) | 近(?![期岸海郊邻])
        | 是(?![否非]) | 有(?![关效序诉力机限偿色害毒])
        | [较比与](?:上年|去年|上一年|(?:19|20)\d{2}年)(?:度|同期)?的
        | (?:19|20)\d{2}年(?:度|初|底|末)?(?:以来)?
        | \d{1,2}月(?:份|底|初|\d{1,2}日)? | [一二三四]季度
        | 按(?:照)?[国家省市州县区镇上级有关]{1,4}(?:要求|规定|部署)
        | 截[至止](?:到)?(?:目前|今|(?:19|20)?\d{0,4}年?底?末?\d{0,2}月?(?:\d{1,2}日|底|末)?)
      )
    """,
    re.VERBOSE,
)
"""Connectives, times and one-character adverbs at the beginning, unless they begin a longer word (共享, 有关)."""

_RATE_TAILS = frozenset(("率", "度", "比", "数", "量", "件", "性", "额"))

_FROM_LEVEL = ("级以上", "级及以上", "级以下", "分以上", "岁以上", "元以上", "%以上")
"""省级以上 says which, 5篇以上 would say how many."""

_BROKEN = ("量破", "数破", "额破", "播放破", "阅读破")
"""点击量破60万次."""

_CONNECTIVES = "、,和及与并·"


@lru_cache(maxsize=1024)
def trim_left(text: str, *, scope: bool = True) -> str:
    """The text without connectives, times, adverbs and (with `scope`) words like 全县, 我局 at its beginning."""
    words = phrasing()
    while text:
        if match := _LEADING.match(text):
            text = text[match.end() :]
            continue
        if words.compound.at(text, 0) and text.startswith("依法"):  # 依法治区课题
            break
        length = words.adverb.at(text, 0) or (_scope_at(text) if scope else 0)
        if length and length == len(text):
            return text if text in words.state.words else ""
        if not length or text[length:] in _RATE_TAILS:  # 成功率 is no rate that was reached with success
            break
        text = text[length:]
    return text


def _scope_at(text: str) -> int:
    """The length of a word like 全县 at the beginning, 0 where it is part of a longer one (县政府, 部分公开)."""
    length = 0 if text in phrasing().state.words else phrasing().scope.at(text, 0)
    return length if length > 1 or (length and text[1:2] in "共已") else 0


def trim_right(text: str) -> str:
    """The text without words like 共计, 达到, 分别为 and connectives at its end."""
    words = phrasing()
    text = text[:-1] if text.endswith(_BROKEN) else text
    while text and text[-2:] not in words.kept_end.words and not text.endswith(_FROM_LEVEL):
        length = 1 if text[-1] in _CONNECTIVES else words.tail.before(text, len(text))
        if not length or words.compound.before(text, len(text)) > length:  # 首案零突破
            break
        text = text[:-length]
    return text
