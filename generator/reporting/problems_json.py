"""Problems as JSON, for other programs."""

from __future__ import annotations

import json
from collections.abc import Iterable

from generator.model.diagnostic import Diagnostic


def problems_json(problems: Iterable[Diagnostic]) -> str:
    """A JSON list of the problems: code, name, severity, place, quotation, message, hint, who accepted."""
    return (
        json.dumps(
            [
                {
                    "code": problem.code,
                    "name": problem.name,
                    "severity": problem.severity.value,
                    "file": problem.file,
                    "line": problem.line,
                    "column": problem.column,
                    "place": problem.place,
                    "quote": problem.quote,
                    "message": problem.message,
                    "hint": problem.hint,
                    "accepted_by": problem.accepted_by,
                    "blocks": problem.blocks,
                }
                for problem in problems
            ],
            ensure_ascii=False,
            indent=1,
        )
        + "\n"
    )
