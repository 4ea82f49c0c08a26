"""The receipt: the whole picture of a proposed report in plain Chinese, as Markdown for a CI's job summary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePosixPath

from generator.model.diagnostic import Diagnostic, Severity
from generator.model.identity import Basis, Known
from generator.model.outcome import PartName, PartStatus
from generator.model.report import Report, Unread
from generator.reporting.terminal import SEVERITY_NAMES
from generator.text.shown_date import UNSTATED, day

PART_NAMES = {
    PartName.MEASURES: "主要举措和成效",
    PartName.SHORTCOMINGS: "存在的不足和原因",
    PartName.FIRST_RESPONSIBLE: "主要负责人履行第一责任人职责情况",
    PartName.NEXT_YEAR_PLAN: "下一年度主要安排",
    PartName.OTHER: "其他需要报告的情况",
}
"""The five required contents as the rule words them."""

STATUS_NAMES = {
    PartStatus.SECTION: "有专门部分",
    PartStatus.INLINE: "只在行文中提到",
    PartStatus.ABSENT: "没有找到",
}

_BASIS = {
    Basis.TEXT: "正文写明",
    Basis.DECLARED: "补充信息申报",
    Basis.ROSTER: "名册",
    Basis.INFERRED: "程序推断，请核对",
}
_FIGURES_SHOWN = 15


def receipts(results: Sequence[Report | Unread], problems: Iterable[Diagnostic]) -> str:
    """A receipt for each file, those that block publication first, then problems of no report (roster, settings)."""
    found = list(problems)
    names = {str(item.path): item for item in results}
    parts = ["# 检查回执\n"]
    blocked = [item for item in results if any(problem.blocks for problem in item.diagnostics)]
    if blocked:
        parts.append(f"**有 {len(blocked)} 份报告存在必须更正的问题，网站不会更新；上一次发布的网站保持不变。**\n")
    else:
        parts.append(f"共 {len(results)} 份报告，没有必须更正的问题，可以发布。\n")
    for item in sorted(results, key=lambda item: (item not in blocked, str(item.path))):
        parts.extend(_receipt(item))
    others = [problem for problem in found if not _belongs(problem, names)]
    if others:
        parts.append("## 其他文件\n")
        parts.extend(_problem(problem) for problem in others)
    return "\n".join(parts) + "\n"


def _belongs(problem: Diagnostic, names: dict[str, Report | Unread]) -> bool:
    file = PurePosixPath(problem.file or "")
    return any(file.match(f"*{PurePosixPath(name).with_suffix('')}.*") for name in names)


def _receipt(item: Report | Unread) -> Iterator[str]:
    yield f"## {_plain(PurePosixPath(item.path).name)}\n"
    if isinstance(item, Unread):
        yield "没有读出内容，文件留在原处。\n"
    else:
        yield from _read(item)
    if item.diagnostics:
        yield "### 问题\n"
        for severity in SEVERITY_NAMES:
            for problem in item.diagnostics:
                if problem.severity is severity:
                    yield _problem(problem)
    else:
        yield "没有发现问题。\n"


def _read(report: Report) -> Iterator[str]:
    who = report.identity
    yield "| 项目 | 读到的内容 | 依据 |\n| --- | --- | --- |"
    yield _row("标题", who.title)
    yield _row("机关", who.agency)
    yield _row("年度", who.year)
    yield f"| 成文日期 | {day(who.signed_on.value) if who.signed_on else UNSTATED} | |"
    yield f"| 公开日期 | {day(who.published_on)} | |\n"
    repairs = report.document.listed_repairs()
    yield f"修复了转换留下的损伤 {len(repairs)} 处。\n" if repairs else "正文没有需要修复的地方。\n"
    if report.judgement.parts:
        yield "| 规定应当报告的内容 | 结果 |\n| --- | --- |"
        for part in report.judgement.parts:
            yield f"| {PART_NAMES[part.name]} | {STATUS_NAMES[part.status]} |"
        yield ""
    facts = report.findings.facts
    if not facts:
        yield "没有可以提取的量化指标。\n"
        return
    yield f"提取数据 {len(facts)} 项" + (f"，前 {_FIGURES_SHOWN} 项如下：\n" if len(facts) > _FIGURES_SHOWN else "：\n")
    yield "| 指标 | 数值 |\n| --- | --- |"
    for fact in facts[:_FIGURES_SHOWN]:
        yield f"| {_plain(fact.name)} | {_plain(fact.mention)} |"
    yield ""


def _row(name: str, known: Known[str] | Known[int] | None) -> str:
    if known is None:
        return f"| {name} | {UNSTATED} | |"
    return f"| {name} | {_plain(str(known.value))} | {_BASIS[known.basis]} |"


def _problem(problem: Diagnostic) -> str:
    mark = {Severity.ERROR: "❌", Severity.WARNING: "⚠️", Severity.NOTE: "💡"}[problem.severity]
    accepted = f"（{_plain(problem.accepted_by)}已接受）" if problem.accepted_by else ""
    place = f"第 {problem.line} 行第 {problem.column} 字" if problem.line else ""
    rows = [f"- {mark} **{SEVERITY_NAMES[problem.severity]} {problem.code}** {_plain(problem.message)}{accepted}"]
    where = "，".join(filter(None, (problem.file or "", problem.place or place)))
    rows.append(f"  - 位置：{_plain(where)}")
    if problem.quote:
        rows.append(f"  - 原文：{_plain(problem.quote)}")
    if problem.hint:
        rows.append(f"  - 办法：{_plain(problem.hint)}")
    return "\n".join(rows) + "\n"


def _plain(text: str) -> str:
    """Report text inside Markdown: marks become character references, so that nothing in it is syntax."""
    return "".join(f"&#{ord(mark)};" if mark in _MARKS else mark for mark in text.replace("\n", " "))


_MARKS = frozenset("!\"#$&'()*+:;<=>?@[\\]^_`{|}~")
