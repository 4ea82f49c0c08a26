"""Problems as GitHub workflow commands: annotations on the lines of a proposal."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.diagnostic import Diagnostic, Severity
from generator.reporting.annotated import annotated

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def github_commands(problems: Iterable[Diagnostic]) -> str:
    """One `::error …` command a problem, the first ten by severity for each file (GitHub shows no more)."""
    return "".join(_command(problem) for problem in annotated(problems))


def _command(problem: Diagnostic) -> str:
    place = f"file={_property(problem.file or '')},line={problem.line or 1},col={problem.column or 1}"
    title = _property(f"{problem.code} {problem.name}")
    text = problem.message + (f"\n原文：{problem.quote}" if problem.quote else "")
    text += f"\n办法：{problem.hint}" if problem.hint else ""
    return f"::{_COMMANDS[problem.severity]} {place},title={title}::{_data(text)}\n"


def _data(text: str) -> str:
    """The escapes of a command's message (actions/toolkit, command.ts)."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """The escapes of a command's property."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
