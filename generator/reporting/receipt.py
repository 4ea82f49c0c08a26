"""The receipt: the whole picture of a proposed report in plain Chinese, as Markdown for a CI's job summary."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.guard import conceal, conceal_path
from generator.model.diagnostic import Diagnostic, Severity
from generator.model.identity import Basis, Known
from generator.model.outcome import PartName, PartStatus
from generator.model.report import Report, Unread
from generator.reporting.counts import count_problems
from generator.reporting.history import how_to_take_out
from generator.reporting.places import has_lines, is_of_whole_file
from generator.reporting.terminal import SEVERITY_NAMES
from generator.rules import stops
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

MARKS = {Severity.ERROR: "❌", Severity.WARNING: "⚠️", Severity.NOTE: "💡"}
_BASIS = {
    Basis.TEXT: "正文写明",
    Basis.DECLARED: "补充信息申报",
    Basis.ROSTER: "名册",
    Basis.INFERRED: "程序推断，请核对",
}
_FIGURES_SHOWN = 15


@dataclass(frozen=True, slots=True)
class Looked:
    """A report file at `place`: what was read in it, and its problems with paths as the reader knows them."""

    place: Path
    result: Report | Unread
    problems: tuple[Diagnostic, ...]


def receipts(files: Sequence[Looked], others: Sequence[Diagnostic], *, left_out: int = 0) -> str:
    """A receipt for each file, those that block publication first, then the problems `others` that go with none.

    `left_out` says how many more reports were checked that have no receipt here; their problems are among `others`.
    """
    found = (*(problem for file in files for problem in file.problems), *others)
    parts = ["# 检查回执\n", _verdict(len(files) + left_out, found)]
    if advice := how_to_take_out(found):
        parts.append("".join(f"> {row}\n" for row in advice.splitlines()))
    for file in sorted(files, key=lambda file: (not _blocked(file), str(file.result.path))):
        parts.extend(_receipt(file.result, file.problems))
    if others:
        parts.append("## 其他文件\n")
        parts.extend(_by_severity(others))
    return "\n".join(parts) + "\n"


def _blocked(file: Looked) -> bool:
    return any(problem.blocks for problem in file.problems)


def _verdict(count: int, problems: Sequence[Diagnostic]) -> str:
    read = f"检查了 {count} 份报告：{count_problems(problems)}。"
    blocking = [problem for problem in problems if problem.blocks]
    if not blocking:
        return f"**可以发布。** {read}\n"
    rows = [f"**现在不能发布。** {read}改正下面标 ❌ 的问题以前，网站不会更新，上一次发布的网站保持不变。\n"]
    rows += [f"{number}. {_where(problem)}：{_plain(problem.message)}" for number, problem in enumerate(blocking, 1)]
    return "\n".join(rows) + "\n"


def _receipt(item: Report | Unread, problems: Sequence[Diagnostic]) -> Iterator[str]:
    yield f"## {_plain(conceal_path(PurePosixPath(item.path).name))}\n"
    if stops(problems):
        yield "这份文件疑有国家秘密标志，不再显示它的任何内容。\n"
    elif isinstance(item, Unread):
        yield "没有读出内容，文件留在原处。\n"
    else:
        yield from _read(item)
    yield f"### 问题（{count_problems(problems)}）\n"
    yield from _by_severity(problems)


def _by_severity(problems: Sequence[Diagnostic]) -> Iterator[str]:
    """Errors and warnings in full; notes folded away, since nobody has to act on them."""
    for severity in (Severity.ERROR, Severity.WARNING):
        yield from (_problem(problem) for problem in problems if problem.severity is severity)
    notes = [problem for problem in problems if problem.severity is Severity.NOTE]
    if notes:
        yield f"<details><summary>供参考的提示 {len(notes)} 条，可以不改</summary>\n"
        yield from (_problem(problem) for problem in notes)
        yield "</details>\n"


def _read(report: Report) -> Iterator[str]:
    who = report.identity
    yield "| 项目 | 读到的内容 | 依据 |\n| --- | --- | --- |"
    yield _row("标题", who.title)
    yield _row("机关", who.agency)
    yield _row("年度", who.year)
    signed = f"{day(who.signed_on.value)} | {_BASIS[who.signed_on.basis]}" if who.signed_on else f"{UNSTATED} | "
    yield f"| 成文日期 | {signed} |"
    yield f"| 公开日期 | {day(who.published_on)} | {_BASIS[Basis.DECLARED] if who.published_on else ''} |\n"
    repairs = report.document.listed_repairs()
    yield f"修复了转换留下的损伤 {len(repairs)} 处。\n" if repairs else "正文没有需要修复的地方。\n"
    if report.judgement.parts:
        yield "| 规定应当报告的内容 | 结果 |\n| --- | --- |"
        for part in report.judgement.parts:
            yield f"| {PART_NAMES[part.name]} | {STATUS_NAMES[part.status]} |"
        yield ""
    facts = report.findings.facts
    if not facts:
        yield "没有可以提取的数据。\n"
        return
    yield f"提取数据 {len(facts)} 项" + (f"，前 {_FIGURES_SHOWN} 项如下：\n" if len(facts) > _FIGURES_SHOWN else "：\n")
    yield "| 指标 | 数值 |\n| --- | --- |"
    for fact in facts[:_FIGURES_SHOWN]:
        yield f"| {_plain(conceal(fact.full_name))} | {_plain(conceal(fact.mention))} |"
    yield ""


def _row(name: str, known: Known[str] | Known[int] | None) -> str:
    if known is None:
        return f"| {name} | {UNSTATED} | |"
    return f"| {name} | {_plain(conceal(str(known.value)))} | {_BASIS[known.basis]} |"


def _problem(problem: Diagnostic) -> str:
    accepted = f"（{_plain(problem.accepted_by)}已接受）" if problem.accepted_by else ""
    name = f"{MARKS[problem.severity]} **{SEVERITY_NAMES[problem.severity]} {problem.code}**"
    rows = [f"- {name} {_plain(problem.message)}{accepted}", f"  - 位置：{_where(problem)}"]
    if problem.quote:
        rows.append(f"  - 原文：{_plain(problem.quote)}")
    if problem.hint:
        rows.append(f"  - 办法：{_plain(problem.hint)}")
    return "\n".join(rows) + "\n"


def _where(problem: Diagnostic) -> str:
    """The file with line and column, or with page or part where it has no lines."""
    file = problem.file or ""
    known = has_lines(file) and not is_of_whole_file(problem)
    line = f"第 {problem.line} 行第 {problem.column} 字" if known else ""
    return _plain("，".join(filter(None, (file, problem.place or line))))


def _plain(text: str) -> str:
    """Report text inside Markdown: marks become character references, so that nothing in it is syntax."""
    return "".join(f"&#{ord(mark)};" if mark in _SYNTAX else mark for mark in text.replace("\n", " "))


_SYNTAX = frozenset("!\"#$&'()*+:;<=>?@[\\]^_`{|}~")
