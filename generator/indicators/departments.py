"""Of which department a figure is where another body reports it: 市场监管部门立案208件 in the report of a county."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from generator.catalogues.functions import load_functions
from generator.text.widths import fold

if TYPE_CHECKING:
    from generator.indicators.context import Context
    from generator.model.identity import Identity

_REACH = 300
"""How far back a department can stand, so that one figure costs the same in a text of any length."""

_COMBINED = re.compile(r"综合(?:行政)?执法|行政执法(?=局)")
"""Where several bodies enforce as one, the body is known by this and not by one of its functions."""

_ENFORCERS = "综合执法"

_HEAD = r"(?:^|(?<=[,;。:]))(?:[一二三四五六七八九十]{1,2}是)?(?P<level>[各全]?[省市州县区旗]级?)?"

_BODY = (
    r"(?:行政)?(?:主管)?(?:综合)?(?:行政)?(?:执法)?"
    r"(?:(?=(?:共|累计|全年)?(?:立案|查处|查办|办结|出动|罚没|下达))|部门|机关|系统|局|委|大队|支队|总队|队伍|执法人员|执法(?=出动|检查|立案|查处|办结|作出|下达))"
)

_ALONE = r"(?![、和及与等的]|[^,;。\d]{0,6}(?:牵头|会同|联合|配合|移送|移交|反馈|通报))"
"""Not with others, not a recipient."""

_OTHERS = re.compile(
    r"(?:^|[,;。:])(?:全[省市州县区旗]|各(?!类)|两级|全系统|行政机关|(?:[市县区]|人民)政府|法院|检察|司法|仲裁|复议)"
)
"""Others of whom a later clause speaks, or all."""


def functions_of(identity: Identity) -> frozenset[str]:
    """The ids of the functions that the reporting body has by its name; empty where the name tells of none."""
    issuer = identity.subject or identity.agency
    return frozenset(item.id for item in load_functions().of(issuer.value, None)) if issuer else frozenset()


def department_of(context: Context) -> str:
    """The department to whose work the sentence or the heading restricts a figure, "" if to none or the author's own.

    It reaches to the next department, to others or to ；.
    """
    if context.at is None:
        return ""
    said = fold(context.sentence[max(0, context.at - _REACH) : context.at]).rpartition(";")[2]
    subject, heading = _forms()
    *_, last = (None, *subject.finditer(said))
    if last is not None:
        return "" if _OTHERS.search(said, last.end()) else _named(last, context.author)
    title = heading.fullmatch(context.heading.rpartition("/")[2].strip())
    return _named(title, context.author) if title and not _OTHERS.search(said) else ""


def _named(match: re.Match[str], author: frozenset[str]) -> str:
    """How a department is shown: by its function; 综合执法队 alone may be a town's own."""
    if _COMBINED.fullmatch(match["name"]):
        return _ENFORCERS if (match["level"] or "全")[0] not in "全各" and "urban_management" not in author else ""
    function = _functions()[match["name"]]
    return "" if function[0] in author else function[1]


@cache
def _functions() -> dict[str, tuple[str, str]]:
    """Id and name of the function that a word names; of bodies that write about all others none."""
    return {
        word: (item.id, item.name)
        for item in load_functions().functions
        if not item.coordinates
        for word in (*item.words, *item.names)
    }


@cache
def _forms() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A department at the head of a clause, and a heading that is nothing but a department or its field."""
    words = "|".join(map(re.escape, sorted(_functions(), key=len, reverse=True)))
    name = rf"(?P<name>{_COMBINED.pattern}|{words})"
    return (
        re.compile(rf"{_HEAD}{name}{_BODY}{_ALONE}"),
        re.compile(rf"(?P<level>){name}(?:领域|方面|部门|系统|局|执法|行政执法|监管|执法监管|领域执法|领域行政执法)?"),
    )
