"""Problems as a clerk reads them on a terminal."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.diagnostic import Diagnostic, Severity
from generator.reporting.counts import SEVERITY_NAMES, count_problems
from generator.reporting.places import shown_place

__all__ = ["SEVERITY_NAMES", "format_problem", "format_problems", "summarise"]


def format_problems(problems: Iterable[Diagnostic]) -> str:
    """The problems, one after the other, each with place, code, severity and quotation; ends with a line end.

    What to do is said once for each code of a file, for a mere note once in all.
    """
    told: set[tuple[str, str]] = set()
    rows = []
    for problem in problems:
        key = ("" if problem.severity is Severity.NOTE else problem.file or "", problem.code + problem.hint)
        rows.append(format_problem(problem, hint=key not in told))
        told.add(key)
    return "".join(rows)


def format_problem(problem: Diagnostic, *, hint: bool = True) -> str:
    """One problem: `file:line:column: 警告 S07 message`, the quotation, the hint."""
    place = shown_place(problem)
    accepted = f"（{problem.accepted_by}已接受）" if problem.accepted_by else ""
    rows = [f"{place}: {SEVERITY_NAMES[problem.severity]} {problem.code} {problem.message}{accepted}"]
    if problem.quote:
        rows.append(f"    原文：{problem.quote}")
    if problem.hint and hint:
        rows.append(f"    办法：{problem.hint}")
    return "\n".join(rows) + "\n"


def summarise(problems: Iterable[Diagnostic], what: str) -> str:
    """The last line: what was checked (`5 份报告`), how many problems of each severity, whether they block."""
    found = list(problems)
    verdict = "有必须更正的错误，不能发布。" if any(problem.blocks for problem in found) else "可以发布。"
    return f"检查了{'' if what[0] > '9' else ' '}{what}：{count_problems(found)}。{verdict}\n"
