"""Problems as SARIF 2.1.0 (OASIS), for code scanning dashboards."""

from __future__ import annotations

import json
from collections.abc import Iterable
from urllib.parse import quote

from generator import __version__
from generator.model.diagnostic import Diagnostic, Severity
from generator.reporting.annotated import annotated

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def sarif(problems: Iterable[Diagnostic]) -> str:
    """One run with a rule for each code and a result for each problem; columns count code points."""
    shown = list(annotated(problems))
    codes = list({problem.code: problem for problem in shown}.values())
    places = {problem.code: number for number, problem in enumerate(codes)}
    log = {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "gongkai",
                        "version": __version__,
                        "rules": [{"id": problem.code, "name": problem.name} for problem in codes],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": [_result(problem, places[problem.code]) for problem in shown],
            }
        ],
    }
    return json.dumps(log, ensure_ascii=False, indent=1) + "\n"


def _result(problem: Diagnostic, rule: int) -> dict[str, object]:
    text = problem.message + (f" 原文：{problem.quote}" if problem.quote else "")
    return {
        "ruleId": problem.code,
        "ruleIndex": rule,
        "level": _LEVELS[problem.severity],
        "message": {"text": f"{text} {problem.hint}".strip()},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": quote(problem.file or "")},
                    "region": {"startLine": problem.line or 1, "startColumn": problem.column or 1},
                }
            }
        ],
    }
