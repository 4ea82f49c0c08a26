"""Problems as a clerk reads them on a terminal."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.diagnostic import Diagnostic, Severity

SEVERITY_NAMES = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.NOTE: "提示"}
"""The Chinese words for severities, everywhere."""


def format_problems(problems: Iterable[Diagnostic]) -> str:
    """The problems, one after the other, each with place, code, severity, quotation and hint; ends with a line end."""
    return "".join(format_problem(problem) for problem in problems)


def format_problem(problem: Diagnostic) -> str:
    """One problem: `file:line:column: 警告 S07 message`, the quotation, the hint."""
    place = f"{problem.file}:{problem.line}:{problem.column}" + (f"（{problem.place}）" if problem.place else "")
    accepted = f"（{problem.accepted_by}已接受）" if problem.accepted_by else ""
    rows = [f"{place}: {SEVERITY_NAMES[problem.severity]} {problem.code} {problem.message}{accepted}"]
    if problem.quote:
        rows.append(f"    原文：{problem.quote}")
    if problem.hint:
        rows.append(f"    办法：{problem.hint}")
    return "\n".join(rows) + "\n"


def summarise(problems: Iterable[Diagnostic], files: int) -> str:
    """The last line: how many files, how many problems of each severity, and whether publication is blocked."""
    found = list(problems)
    counts = "，".join(
        f"{name} {number} 个"
        for severity, name in SEVERITY_NAMES.items()
        if (number := sum(problem.severity is severity for problem in found))
    )
    verdict = "有必须更正的错误，不能发布。" if any(problem.blocks for problem in found) else "可以发布。"
    return f"检查了 {files} 份报告：{counts or '没有发现问题'}。{verdict}\n"
