"""Problems that the publisher accepts in the metadata file, and acceptances that match nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import PurePosixPath

from generator.catalogues.checks import AcrossReports
from generator.catalogues.rules import rules_by_id
from generator.model.diagnostic import Diagnostic, Problem, Severity
from generator.model.metadata import Metadata

ACCEPTANCE_UNUSED = Problem(
    code="G506",
    name="acceptance-unused",
    severity=Severity.WARNING,
    message="补充信息里接受了问题 {accepted}，但报告中没有这个问题",
    hint="问题已经改正的话，删去这一条 accepted。",
    wrong="accepted 中的代码在检查结果里不存在",
    right="只保留仍然存在的问题",
)

STOPS = "K01"
"""A mark of state secrets: nobody can accept it, nothing of such a file is printed, no other problem of it is told."""


def stops(problems: Iterable[Diagnostic]) -> bool:
    """Whether the problems say that the file bears a mark of state secrets, so that no word of it may be shown."""
    return any(problem.code == STOPS and problem.severity is Severity.ERROR for problem in problems)


def accept(
    problems: Iterable[Diagnostic], metadata: Metadata, path: PurePosixPath, *, across: bool = False
) -> tuple[Diagnostic, ...]:
    """Mark the problems that the publisher accepts; an acceptance that matches nothing becomes a problem itself.

    `path` is that of the report. Rules across reports (C05, W14, W16, W17) are decided later than all others, and not
    at all for a single file: only the call with `across` can tell whether an acceptance of theirs matches nothing, and
    it is given their problems alone.
    """
    used: set[int] = set()
    marked = []
    for problem in problems:
        for number, acceptance in enumerate(metadata.accepted):
            if problem.code == acceptance.code != STOPS and acceptance.quote in (problem.quote or acceptance.quote):
                used.add(number)
                problem = replace(problem, accepted_by=acceptance.by)  # noqa: PLW2901  (the marked problem goes on)
        marked.append(problem)
    unused = (
        item.code
        for number, item in enumerate(metadata.accepted)
        if number not in used and _is_across(item.code) is across
    )
    file = str(path.with_suffix(".yml"))
    complaints = (replace(ACCEPTANCE_UNUSED.at(accepted=code), file=file, line=1, column=1) for code in unused)
    return (*marked, *complaints)


def _is_across(code: str) -> bool:
    rule = rules_by_id().get(code)
    return rule is not None and isinstance(rule.check, AcrossReports)
