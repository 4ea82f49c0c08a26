"""Finds the verbs in a stretch of words, by the word lists of `phrasing.yml`."""

from __future__ import annotations

import re
from functools import cache

from generator.catalogues.phrasing import WordList, phrasing

JOINS = "、和及与并且或"

QUOTED = re.compile(
    r"[“《(‘「][^”》)’」]{0,120}[”》)’」]|符合[^、,的“《]{2,12}(?:条件|标准|要求)(?=的?[^\W\d_])"
    r"|[因由][^、,“《]{2,10}(?:引发|引起|产生|导致)的"
)
"""Quotations, titles, brackets, conditions and causes: the verbs inside are part of a name."""

_NOT_HERE = re.compile(r"[他会层解党群团社业济民妇协治]组织")
"""社会组织, 其他组织: there 组织 is a noun."""


_HELPING = ("移送", "移交", "协助", "配合", "联合", "指导")
"""Verbs that another verb completes: 移送公安机关追究刑事责任, 协助法庭化解纠纷."""

_HELPED = 16
"""How far behind a helping verb the other one may stand."""


def with_helping(text: str, groups: list[tuple[int, int]], start: int) -> int:
    """Where the verbs that govern begin if a helping verb stands before those at `start`."""
    for first, end in groups:
        if (
            first < start <= end + _HELPED
            and text[first:end].startswith(tuple(_HELPING))
            and "、" not in text[end:start]
        ):
            return first
    return start


def verb_at(text: str, at: int) -> int:
    """The length of the sure verb that begins at a place, 0 if none does or it is part of another word.

    调解组织 holds no 组织, and 检查实施清单 no 查实: what begins first is the word.
    """
    length = sure_verbs().at(text, at)
    if not length or not at:
        return length
    within = phrasing().weak.at(text, at - 1) > 1 or (text[at] == "组" and _NOT_HERE.match(text, at - 1))
    return 0 if within else length


@cache
def sure_verbs() -> WordList:
    """The verbs that are hardly ever part of a noun; of two characters and more."""
    words = phrasing()
    known = (words.strong.words | words.light.words) - words.weak.words
    return WordList(word for word in known if len(word) > 1)


def verb_groups(text: str) -> list[tuple[int, int]]:
    """Groups of adjacent verbs outside quotations and brackets: 组织开展, 受理、调解, 审查并备案."""
    hidden = [match.span() for match in QUOTED.finditer(text)]
    found: list[tuple[int, int]] = []
    at = 0
    while at < len(text):
        if hidden and hidden[0][0] <= at:
            at = hidden.pop(0)[1]
            continue
        if fixed := phrasing().compound.at(text, at):
            at += fixed
            continue
        length = verb_at(text, at)
        if not length:
            at += 1
            continue
        end = _group_end(text, at + length)
        found.append((_with_verb_before(text, at), end))
        at = end
    return found


def _group_end(text: str, at: int) -> int:
    verbs, weak = sure_verbs(), phrasing().weak
    while True:
        if phrasing().compound.at(text, at):
            return at
        skip = 1 if text[at : at + 1] in JOINS and at < len(text) else 0
        more = verbs.at(text, at + skip) or (weak.at(text, at + skip) if skip else 0)
        if not more:
            return at
        at += skip + more


def _with_verb_before(text: str, start: int) -> int:
    """排查化解: a verb that may be a noun belongs to the group if nothing but it stands before."""
    before = phrasing().weak.before(text, start)
    if before and start == before:
        return 0
    if start and text[start - 1] in JOINS and phrasing().weak.before(text, start - 1) == start - 1 > 0:
        return 0
    return start


def leading_verbs(text: str) -> int:
    """The length of the verbs at the beginning, those included that may be nouns: 审查 in 审查合同, 受理、审查."""
    words, at, joined = phrasing(), 0, True
    while length := words.weak.at(text, at) or verb_at(text, at):
        if words.compound.at(text, at) > length:
            break  # 协助执行通知书
        if not joined and at + length < len(text) and text[at : at + length] in words.nominal.words:
            break  # 核查举报线索: 举报 is what the clue is about
        at += length
        joined = text[at : at + 1] in JOINS and at < len(text)
        if joined and (words.weak.at(text, at + 1) or sure_verbs().at(text, at + 1)):
            at += 1
    return at


def without_verbs_at_end(text: str) -> str:
    """The text without verbs at its end that may also be nouns: 行政机关负责人 of 行政机关负责人出庭应诉."""
    while length := phrasing().weak.before(text, len(text)):
        text = text[:-length]
    return text


def split_light(group: str) -> tuple[str, str]:
    """The empty verbs at the beginning of a group of verbs (组织开展), and the rest."""
    words, at = phrasing().light, 0
    while length := words.at(group, at):
        at += length
        if group[at : at + 1] in JOINS:
            at += len(group[at : at + 1])
    return group[:at].strip("、"), group[at:]
