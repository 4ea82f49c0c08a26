"""Problems as a GitLab Code Quality report (a subset of the Code Climate format)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable

from generator.model.diagnostic import Diagnostic, Severity
from generator.reporting.annotated import annotated

_SEVERITIES = {Severity.ERROR: "blocker", Severity.WARNING: "minor", Severity.NOTE: "info"}


def gitlab_code_quality(problems: Iterable[Diagnostic]) -> str:
    """A JSON list; the fingerprint is made of file, code, message and quotation, so that moving a line keeps it."""
    return json.dumps([_issue(problem) for problem in annotated(problems)], ensure_ascii=False, indent=1) + "\n"


def _issue(problem: Diagnostic) -> dict[str, object]:
    known = "\n".join((problem.file or "", problem.code, problem.message, problem.quote or ""))
    description = problem.message + (f"（原文：{problem.quote}）" if problem.quote else "")
    return {
        "description": f"{description}{problem.hint}",
        "check_name": f"{problem.code} {problem.name}",
        "fingerprint": hashlib.sha256(known.encode()).hexdigest()[:40],
        "severity": _SEVERITIES[problem.severity],
        "location": {"path": problem.file or "", "lines": {"begin": problem.line or 1}},
    }
