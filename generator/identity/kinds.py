"""What kind of report a file is; reports of other kinds are refused."""

from __future__ import annotations

import re

from generator.catalogues.structure import structure
from generator.model.document import Document
from generator.model.identity import ReportKind
from generator.model.outline import Outline

_DISCLOSURE = re.compile(r"政府信息公开(?:工作)?(?:年度)?(?:工作)?(?:报告|年报|总结)")
_OTHER = re.compile(
    r"""
    (?P<government> 政府工作报告 )
  | (?P<budget> (?: 部门 | 单位 | 财政 )? .{0,6} (?: 预算 | 决算 ) .{0,6} (?: 公开 | 说明 | 报告 | 情况 ) )
  | (?P<affairs> 政务公开 (?: 工作 )? (?: 总结 | 要点 | 报告 | 情况 ) )
  | (?P<statistics> 国民经济和社会发展 (?: 统计公报 | 计划 ) )
  | (?P<audit> 审计 (?: 工作 | 结果 ) (?: 报告 | 公告 ) )
  | (?P<website> 政府网站 (?: 工作 | 监管 )? 年度 (?: 工作 )? 报[告表] )
  | (?P<notice> (?: 通知 | 方案 | 意见 | 工作要点 | 工作安排 | 解读 | 决定 | 讲话 ) $ )
    """,
    re.VERBOSE,
)
_WRAPPED = re.compile(
    r"(?:印发|公布|发布|公开)《?[^《》]*(?:法治政府|依法行政|法治建设)[^《》]*(?:报告|总结)》?的(?:通知|决定)$"
)
"""A notice that carries the report with it: it is published as it came, under its own title."""
_NAMES = {
    "government": "政府工作报告",
    "budget": "预决算公开材料",
    "affairs": "政务公开工作材料",
    "statistics": "国民经济和社会发展的公报或计划",
    "audit": "审计报告或公告",
    "website": "政府网站年度报表",
    "notice": "通知、方案、解读一类文件",
}
_DUTY = re.compile(r"政府信息公开条例》?[^。]{0,60}(?:编制|制作|撰写|形成)|收到和处理政府信息公开申请")
_RULE_OF_LAW = re.compile(r"法治政府|依法行政|法治建设")
_OPENING = 1500
"""Characters at the beginning that tell what an untitled report is on."""
_LAW_WORDS = 2
_MOST = 400
_READ = 100_000
"""Characters that are read for them: ten times a long report."""


def find_kind(document: Document, outline: Outline, title: str | None) -> tuple[ReportKind, str]:
    """The kind of the report and, if it is another one than expected, its Chinese name; "" otherwise.

    `title` is the title without blanks, read or declared, None if there is none.
    """
    named = title or ""
    other = None if _WRAPPED.search(named) else _OTHER.search(named)
    if _RULE_OF_LAW.search(named) and not _DISCLOSURE.search(named) and (not other or other.lastgroup != "notice"):
        return ReportKind.RULE_OF_LAW, ""
    opening = "".join(document.text[:_OPENING].split())
    if _DISCLOSURE.search(named) or (_DUTY.search(opening) and not _RULE_OF_LAW.search(named)):
        return ReportKind.DISCLOSURE, "政府信息公开工作年度报告"
    if other:
        return ReportKind.UNKNOWN, _NAMES[str(other.lastgroup)]
    headings = sum(1 for heading in outline.headings[:_MOST] if structure().title_matter.search(heading.title))
    words = len(_RULE_OF_LAW.findall("".join(document.text[:_READ].split())))
    if _RULE_OF_LAW.search(opening) or headings or words >= _LAW_WORDS:
        return ReportKind.RULE_OF_LAW, ""
    return ReportKind.UNKNOWN, ""
