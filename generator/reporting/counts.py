"""How many problems of each severity, in words, and the order in which they are told."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.diagnostic import Diagnostic, Severity

SEVERITY_NAMES = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.NOTE: "提示"}
"""The Chinese words for severities, everywhere."""

RANK = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


def count_problems(problems: Iterable[Diagnostic]) -> str:
    """`错误 1 个，警告 2 个（其中 1 个已接受）`, or 没有发现问题."""
    found = list(problems)
    parts = []
    for severity, name in SEVERITY_NAMES.items():
        number = sum(problem.severity is severity for problem in found)
        accepted = sum(problem.severity is severity and problem.accepted_by is not None for problem in found)
        if number:
            parts.append(f"{name} {number} 个" + (f"（其中 {accepted} 个已接受）" if accepted else ""))
    return "，".join(parts) or "没有发现问题"


def in_telling_order(problems: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """File by file, in each the most severe first, then by place: what must be mended is read before what may be."""
    return tuple(
        sorted(
            problems,
            key=lambda item: (item.file or "", RANK[item.severity], item.line or 0, item.column or 0, item.code),
        )
    )
