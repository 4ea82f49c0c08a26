"""Which problems become annotations: the first ten of a file by severity; the summary lists all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.model.diagnostic import Diagnostic
from generator.reporting.counts import RANK
from generator.reporting.places import has_lines

ATTACHMENTS = ".files"
"""A folder named like a report with this suffix holds its attachments."""

PER_FILE = 10
"""GitHub shows ten annotations of a kind for a step; more only bury the first ones."""


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
    return (RANK[problem.severity], problem.file or "", problem.line or 0, problem.column or 0)


def _on_a_line(problem: Diagnostic) -> Diagnostic:
    file = problem.file or ""
    folder, attached, name = file.partition(f"{ATTACHMENTS}/")
    if has_lines(file) and not attached:
        return problem
    shown = name or file.rpartition("/")[2]
    return replace(
        problem,
        file=f"{folder}.yml" if attached else f"{file.rpartition('.')[0] or file}.yml",
        line=1,
        column=1,
        message=f"{'，'.join(filter(None, (shown, problem.place)))}：{problem.message}",
    )
