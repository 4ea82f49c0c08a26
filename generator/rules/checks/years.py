"""Years that must agree (T06, D08)."""

from __future__ import annotations

import re

from generator.catalogues.checks import Years
from generator.catalogues.rules import Rule
from generator.model.outcome import PartName
from generator.model.span import Span
from generator.rules.context import Matter
from generator.rules.ruling import Remark, Ruling, met, not_applicable, not_met, undecided

_YEAR = re.compile(r"(20[0-9]{2})\s*年")
_REPORTED = re.compile(
    r"""
    ^ \s* (?P<first> 20[0-9]{2} ) \s* 年 (?! \s* [0-9]{1,2} \s* 月 )
  | 现 [将就] [^。；\n]{0,30}? (?P<matter> 20[0-9]{2} ) \s* 年
    """,
    re.VERBOSE | re.MULTILINE,
)
"""2024年，我局…; 现将2024年度…报告如下. Others tell of awards, dates of publishing and plans."""
_CITED = re.compile(r"《[^》\n]{0,80}》|（[^）\n]{0,40}）|〔[^〕\n]{0,8}〕")
_AIM = re.compile(
    r"""
    (?P<words> (?P<year> 20[0-9]{2} ) \s* 年 度? )
    (?= [^。；，\n]{0,24} (?: 安排 | 打算 | 计划 | 思路 | 重点 | 要点 | 目标 )
      | [ ，]? (?: 我 | 本 | 全 ) [^。；，\n]{0,8} (?: 将 | 要 | 继续 )
      | [ ，]? (?: 将 | 要 | 计划 | 拟 ) )
    (?! (?: 前 | 底 | 末 | 以来 | 之前 ) )
    """,
    re.VERBOSE,
)
"""2025年工作安排, 2025年，我局将…: the year that a plan is for, not one that it mentions."""


def check_years(rule: Rule, check: Years, matter: Matter) -> Ruling:
    """Dispatch on which years are meant."""
    del rule
    return _plan(matter) if check.of == "plan" else _report(matter)


def _report(matter: Matter) -> Ruling:
    title, declared = matter.report.outline.title, matter.report.metadata.year
    in_title = _YEAR.search(title.of(matter.text)) if title else None
    if matter.year is None:
        return undecided("报告年度不明。")
    if title is None or in_title is None:
        return met(f"报告年度为{matter.year}年，没有发现不一致。")
    span = Span(title.start + in_title.start(), title.start + in_title.end())
    if declared is not None and int(in_title[1]) != declared:
        what = f"标题写的是{in_title[1]}年，补充信息申报的是{declared}年"
        return not_met(f"{what}。", Remark(span, {"what": what}))
    opening = _opening_years(matter)
    if opening and in_title[1] not in opening:
        what = f"标题写的是{in_title[1]}年，正文开头写的是{opening[0]}年"
        return not_met(f"{what}。", Remark(span, {"what": what}))
    return met(f"报告年度为{matter.year}年，没有发现不一致。", span)


def _opening_years(matter: Matter) -> list[str]:
    """Years that the text before the first heading says the report is on, cited documents left out."""
    outline = matter.report.outline
    if not outline.headings or not outline.paragraphs:
        return []
    start, end = outline.paragraphs[0].span.start, outline.headings[0].span.start
    opening = _CITED.sub("", matter.text[start:end])
    return [match["first"] or match["matter"] for match in _REPORTED.finditer(opening)]


def _plan(matter: Matter) -> Ruling:
    part = matter.parts[PartName.NEXT_YEAR_PLAN]
    if part.span is None or matter.year is None:
        return not_applicable("报告没有写安排，或者报告年度不明。")
    matches = list(_AIM.finditer(matter.text, part.span.start, part.span.end))
    if not matches:
        return not_applicable("安排部分没有写明年度。")
    wrong = [match for match in matches if int(match["year"]) != matter.year + 1]
    if any(int(match["year"]) == matter.year + 1 for match in matches):
        # 2024年工作情况和2025年安排 names both, and so may the text below it.
        wrong = [match for match in wrong if int(match["year"]) > matter.year + 1]
    if not wrong:
        return met(f"安排的是{matter.year + 1}年。", Span(*matches[0].span("words")))
    remarks = (
        Remark(
            Span(*match.span("words")),
            {"found": match["year"], "year": str(matter.year), "next": str(matter.year + 1)},
        )
        for match in wrong
    )
    return not_met(f"安排部分写的是{wrong[0]['year']}年，应为{matter.year + 1}年。", *remarks)
