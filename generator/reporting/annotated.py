"""Which problems become annotations: the first ten of a file by severity; the summary lists all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.model.diagnostic import Diagnostic, Severity

PER_FILE = 10
"""GitHub shows ten annotations of a kind for a step; more only bury the first ones."""

_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}
_WITH_LINES = (".txt", ".md", ".yml", ".yaml", ".json", ".html", ".htm")


def annotated(problems: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """The problems to annotate, most severe first, then by place. Accepted ones are left to the summary.

    A file without lines (Word, PDF …) cannot be annotated: its problems stand on line 1 of the metadata file beside
    it, with the place in the message.
    """
    seen: Counter[str] = Counter()
    for problem in sorted(problems, key=_rank):
        if problem.accepted_by is not None:
            continue
        moved = _on_a_line(problem)
        seen[moved.file or ""] += 1
        if seen[moved.file or ""] <= PER_FILE:
            yield moved


def _rank(problem: Diagnostic) -> tuple[int, str, int, int]:
    return (_ORDER[problem.severity], problem.file or "", problem.line or 0, problem.column or 0)


def _on_a_line(problem: Diagnostic) -> Diagnostic:
    file = problem.file or ""
    if file.lower().endswith(_WITH_LINES) or "." not in file:
        return problem
    where = problem.place or f"第 {problem.line} 段"
    name = file.rsplit("/", 1)[-1]
    return replace(
        problem,
        file=f"{file.rsplit('.', 1)[0]}.yml",
        line=1,
        column=1,
        message=f"{name}，{where}：{problem.message}",
    )
