"""What a title says: issuer, year, whether it speaks of a place; and a title where the report has none."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.catalogues.bodies import bodies
from generator.catalogues.structure import structure
from generator.identity.compact import Compact
from generator.identity.names import Named, is_scope, names_at
from generator.identity.place import read_place
from generator.model.document import Document
from generator.model.outline import Outline
from generator.text import fold
from generator.text.numerals import HAN_YEAR

_YEAR = rf"(?:[12][0-9]{{3}}|{HAN_YEAR})"
_LEADING_YEAR = re.compile(rf"(?:{_YEAR}[-—~至])?{_YEAR}年?度?")
_DISPATCH = re.compile(
    r"【[^】]{1,16}】|关于|(?:报送|上报|报告|呈报|印发|公布|公开|公示)|\[|[【】《]|附件[一二三四五1-9]?[:、]?"
)
_TOPIC = re.compile(
    rf"""
    (?: 关于 | (?: {_YEAR} [-—~至] )? {_YEAR} 年? 度?
      | (?: 全面 | 深入 | 持续 | 推进 | 加强 | 深化 | 贯彻 | 落实 | 开展 | 党政 | 主要负责人 ){{0,4}}
        (?: 法治政府 | 法治建设 | 法治工作 | 依法行政 | 普法 | (?<!依) 法治 | 述法 | 政府信息公开 | 政务公开
      | 工作 (?! 委员会 | [部局办处站组队者] | 领导小组 | 中心 ) ) )
    """,
    re.VERBOSE,
)
_SUBJECT = re.compile(
    r"(?:现将|现就)(?P<matter>[^，。；：]{4,60}?)(?:汇报|报告|总结|公开|公布|通报|说明)(?:如下|于后|$|：|。)"
)
_OPENING = 3
"""In the first paragraphs 现将…汇报如下 says what the report is on."""


@dataclass(frozen=True, slots=True)
class TitleParts:
    """What the words of a title say.

    `issuer` is the name that stands before year and topic, None if there is none or only 县, 全县 or 我局. `scope` is
    the place after 关于 for which the report speaks: `甲县司法局关于2023年度全县…` gives 全县, "" if there is none.
    """

    issuer: Named | None = None
    scope: str = ""


def read_title(compact: Compact) -> TitleParts:
    """The parts of a title given without blanks."""
    text = fold(compact.text)
    start = _skip(text, 0)
    topic = _TOPIC.search(text, start)
    end = topic.start() if topic else start
    if topic and not text[start:end].strip() and text.startswith("关于"):
        start = end = 0
    issuer = _issuer(compact, start, end)
    return TitleParts(issuer, _scope(text, end))


def _skip(text: str, start: int) -> int:
    """Leave out 关于, the year and words like 报送 before the name."""
    while match := (_LEADING_YEAR.match(text, start) or _DISPATCH.match(text, start)):
        start = match.end()
    return start


def _issuer(compact: Compact, start: int, end: int) -> Named | None:
    if end <= start or is_scope(compact.text[start:end]):
        return None
    return next(reversed(names_at(compact, start, end)), None)


def _scope(text: str, start: int) -> str:
    """全县 or 甲县 after 关于 and the year."""
    start = _skip(text, start)
    if is_scope(text[start:]):
        return text[start : start + 2]
    place = read_place(text[start:])
    return text[start : start + place.end] if place.known else ""


def clean_title(text: str) -> str:
    """A title for the page: blanks inside are dropped but between two names of bodies and between Latin words."""
    parts = text.split()
    joined = ""
    for part in parts:
        latin = joined[-1:].isascii() and joined[-1:].isalnum() and part[0].isascii() and part[0].isalpha()
        two = bodies().last.search(joined) and (part.startswith("中共") or read_place(part).known)
        joined += (" " if latin or two else "") + part
    return joined


def infer_title(document: Document, outline: Outline, agency: str, year: int | None) -> str:
    """A title made of the agency and of what the report says it is on, for a report without one.

    `现将2024年度法治政府建设工作开展情况汇报如下` gives `<agency>2024年度法治政府建设工作开展情况报告`.
    """
    matter = ""
    for paragraph in outline.paragraphs[:_OPENING]:
        words = "".join(paragraph.span.of(document.text).split())
        if (match := _SUBJECT.search(words)) and structure().title_matter.search(match["matter"]):
            matter = match["matter"].removeprefix(agency).removeprefix("关于").removesuffix("有关").removesuffix("的")
            break
    if not matter or not _LEADING_YEAR.match(matter):
        matter = f"{year}年度法治政府建设情况" if year else "法治政府建设情况"
    return f"{agency}{matter}报告"
