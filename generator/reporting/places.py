"""How the place of a problem is said: by line and column where an editor shows them, else by page or paragraph."""

from __future__ import annotations

from generator.model.diagnostic import Diagnostic

_WITH_LINES = (".txt", ".md", ".markdown", ".yml", ".yaml", ".json", ".csv", ".html")


def has_lines(file: str) -> bool:
    """Whether a file of this name is shown line by line in an editor."""
    return file.lower().endswith(_WITH_LINES)


def is_of_whole_file(problem: Diagnostic) -> bool:
    """Whether the problem has no place but its file."""
    return problem.span is None and (problem.line, problem.column) in {(1, 1), (None, None)}


def shown_place(problem: Diagnostic) -> str:
    """`file:line:column` for editors that jump to it; a file without lines has a page or paragraph, or its name."""
    file, place = problem.file or "", f"（{problem.place}）" if problem.place else ""
    return f"{file}:{problem.line}:{problem.column}{place}" if has_lines(file) else f"{file}{place}"
