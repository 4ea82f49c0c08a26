"""Makes long noun phrases short: the list before 等, titles and relative clauses can go."""

from __future__ import annotations

import re
from functools import lru_cache

LONG_ENOUGH = 4
"""A phrase of four characters says by itself what is counted."""

SHORTEST = 2
"""The fewest characters that name anything."""

_OF_PARTY = "党\0"
"""党的二十大 holds no clause before a noun."""

_LONG_PHRASE = 18

_TELLING = 6

_SHORT_LIST = 17

_QUOTED_LIST = 20

_LONG_LIST = 22

_LONG_MEMBER = 12

_ACT_BEFORE = re.compile(r"[在对为向从于由以就]|通过|针对|围绕|聚焦|依托")

_MARKS = str.maketrans("", "", "“”‘’《》()、")

_TITLE = re.compile(r"《[^《》]{1,120}》")

_ACT = re.compile(r"(?:集中|专题|系统|集体)?(?:传达学习|学习|传达|宣传|宣讲|解读)(?=《)")
"""学习《档案法》等法律法规: what was done with the titles stays when they go."""

_EMPTY_MEMBERS = re.compile(r"、+(?=[、等])")

_LIST = re.compile(
    r"""
    (?P<titles> (?: 《[^《》]{1,120}》 [、和及]? ){1,9} )?
    (?: [^等] | (?<=[平同均高对]) 等 ){0,60}? (?<=..) (?<![平同均高对]) 等
    (?P<all> 方面|领域|各类|多种|一系列|多个 )?
    (?P<head> (?![级候待]) .{1,80} ) $
    """,
    re.VERBOSE,
)


def plain(text: str) -> str:
    """The characters that count when a phrase is measured: without quotation marks, brackets and 、."""
    return text.translate(_MARKS).strip("的")


@lru_cache(maxsize=1024)
def shortened(text: str) -> str:
    """A noun phrase without its list, titles and relative clause, as far as the rest still says what is counted."""
    return without_clause(_without_title(without_list(text)))


def without_list(text: str) -> str:
    """规范性文件专项清理 of 优化营商环境、行政处罚等领域规范性文件专项清理: what a list closed by 等 is a list of.

    The list stays where its head alone says little (普法、学法等学习) and the whole is short.
    """
    match = _LIST.match(text)
    if match is None:
        return text
    head = match["head"].removeprefix("的")
    length = len(plain(head))
    act = _ACT.match(text)
    if (match["titles"] or act) and length >= SHORTEST:
        return (act[0] if act else "") + head
    if text[0] == "“" and len(plain(text)) <= _QUOTED_LIST:
        return text
    if length >= _TELLING:
        return head
    if length >= LONG_ENOUGH and len(text) > _SHORT_LIST:
        return _with_first(text, head)
    return _with_first(text, (match["all"] or "") + head) if len(text) > _LONG_LIST else text


def _with_first(text: str, head: str) -> str:
    """习近平法治思想等专题学习: a head that says little keeps the first of its list."""
    first = text.partition("、")[0]
    telling = len(first) <= _LONG_MEMBER and not _ACT_BEFORE.match(first) and "的" not in first
    return f"{first}等{head}" if telling and len(first) > 1 else head


def _without_title(text: str) -> str:
    """重大行政决策文件 of 《综合立体交通网规划》重大行政决策文件: a long phrase without the titles in it."""
    if len(text) <= _LONG_PHRASE or "《" not in text:
        return text
    short = _EMPTY_MEMBERS.sub("", _TITLE.sub("", text)).strip("、和及")
    return short if len(plain(short)) >= LONG_ENOUGH and not any(map(str.isdecimal, short)) else text


def without_clause(text: str, longest: int = _LONG_PHRASE) -> str:
    """行政应诉一审案件 of 区政府作为应诉机关的行政应诉一审案件, if the phrase has more than `longest` characters."""
    _, mark, tail = text.replace("党的", _OF_PARTY).rpartition("的")
    tail = tail.replace(_OF_PARTY, "党的")
    return tail if mark and len(text) > longest and len(plain(tail)) >= LONG_ENOUGH else text
