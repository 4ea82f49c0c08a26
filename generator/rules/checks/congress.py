"""The report goes to the people's congress of the agency's own level (C06)."""

from __future__ import annotations

import re

from generator.catalogues.checks import SameLevel
from generator.catalogues.rules import Rule
from generator.model.span import Span
from generator.rules.context import Matter
from generator.rules.ruling import Remark, Ruling, met, not_applicable, not_met

_REPORTS = re.compile(r"报送|报告|汇报|呈报|提交")
_CONGRESS = re.compile(
    r"""
    (?: (?<= [^一-龥] ) | (?<= [向和及、与，委] ) | ^ )
    (?P<body> [一-龥]{0,6}? (?P<level> [省市县区旗] ) 人 (?: 民代表 )? 大 (?: 会 )? 常 委? 会? )
    """,
    re.VERBOSE,
)
_SUBJECT = re.compile(r"法治政府建设|年度报告|依法行政")
_ORDER = {"省": 3, "市": 2, "县": 1, "区": 1, "旗": 1}


def check_same_level(rule: Rule, check: SameLevel, matter: Matter) -> Ruling:
    """A county or district that says it reports on 法治政府建设 to the congress of a city names the wrong one."""
    del rule, check
    county = matter.report.identity.region.county or ""
    if county[-1:] not in set("县区旗市"):
        return not_applicable("报告没有写明所在的县（市、区）。")
    right: list[Span] = []
    wrong: list[Span] = []
    for sentence in matter.sentences():
        words = sentence.of(matter.text)
        if not (_REPORTS.search(words) and _SUBJECT.search(words)):
            continue
        for match in _CONGRESS.finditer(words):
            span = Span(sentence.start + match.start("level"), sentence.start + match.end("body"))
            own = match["level"] == county[-1:] or match["body"].startswith(county[:2])
            (right if own or _ORDER[match["level"]] <= 1 else wrong).append(span)
    if wrong and not right:
        return not_met(
            f"写的是向“{wrong[0].of(matter.text)}”报告。",
            *(Remark(span, {"found": span.of(matter.text)}) for span in wrong),
        )
    if right:
        return met("写明了向本级人大常委会报告。", *right)
    return not_applicable("报告没有写向人大常委会报告的情况。")
