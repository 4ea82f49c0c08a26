"""Problems as a GitLab Code Quality report (a subset of the Code Climate format)."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable

from generator.model.diagnostic import Diagnostic, Severity
from generator.reporting.annotated import annotated

_SEVERITIES = {Severity.ERROR: "blocker", Severity.WARNING: "minor", Severity.NOTE: "info"}


def gitlab_code_quality(problems: Iterable[Diagnostic]) -> str:
    """A JSON list; the fingerprint is made of file, code, message and quotation, so that moving a line keeps it.

    Where they are all the same, it counts: GitLab shows problems with one fingerprint once.
    """
    seen: Counter[str] = Counter()
    issues = []
    for problem in annotated(problems):
        known = "\n".join((problem.file or "", problem.code, problem.message, problem.quote or ""))
        seen[known] += 1
        issues.append(_issue(problem, f"{known}\n{seen[known]}"))
    return json.dumps(issues, ensure_ascii=False, indent=1) + "\n"


def _issue(problem: Diagnostic, known: str) -> dict[str, object]:
    description = problem.message + (f"（原文：{problem.quote}）" if problem.quote else "")
    return {
        "description": f"{description}。{problem.hint}".replace("。。", "。"),
        "check_name": f"{problem.code} {problem.name}",
        "fingerprint": hashlib.sha256(known.encode()).hexdigest()[:40],
        "severity": _SEVERITIES[problem.severity],
        "location": {"path": problem.file or "", "lines": {"begin": problem.line or 1}},
    }
