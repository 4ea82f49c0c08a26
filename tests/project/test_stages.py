"""A stage is a function of what it is given: it does not speak, log, look at the clock or use the network."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

GENERATOR = Path(__file__).resolve().parent.parent.parent / "generator"
STAGES = (
    *("model", "text", "catalogues", "content", "intake", "outline", "identity", "indicators", "themes", "rules"),
    *("series", "pages", "opendata", "search", "site", "reporting"),
)
FORBIDDEN_MODULES = {"http", "requests", "socket", "urllib.request", "urllib3"}
FORBIDDEN_CALLS = {"print()", "date.today()", "datetime.now()", "datetime.today()", "datetime.utcnow()", "time.time()"}


def is_forbidden(name: str) -> bool:
    """Say whether a module, or a function with `()` behind its name, is out of bounds for a stage."""
    if name.endswith("()"):
        return name in FORBIDDEN_CALLS or name.startswith("logging.")
    return bool({name, name.partition(".")[0]} & FORBIDDEN_MODULES)


def forbidden_uses(code: str) -> list[str]:
    """What a stage must not use, as `line: name`, in the order of the lines."""
    found = []
    for node in ast.walk(ast.parse(code)):
        match node:
            case ast.Import(names=names):
                used = [name.name for name in names]
            case ast.ImportFrom(module=str(module), names=names):
                used = [module, *(f"{module}.{name.name}" for name in names)]
            case ast.Call(func=function):
                used = [f"{ast.unparse(function)}()"]
            case _:
                continue
        found += [(node.lineno, name) for name in used if is_forbidden(name)]
    return [f"{line}: {name}" for line, name in sorted(set(found))]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("from urllib.parse import quote", []),
        ("from datetime import date\ndate(2026, 1, 1)", []),
        ("logging.getLogger(name)", ["1: logging.getLogger()"]),
        ("from urllib import request", ["1: urllib.request"]),
        ("import urllib.request", ["1: urllib.request"]),
        ("from datetime import date\n\ndate.today()", ["3: date.today()"]),
        ("print('x')", ["1: print()"]),
    ],
)
def test_uses_are_found(code: str, expected: list[str]) -> None:
    assert forbidden_uses(code) == expected


ALLOWED = {
    "intake/office/canary.py",  # listens on this machine to prove that LibreOffice cannot reach the network
}


@pytest.mark.parametrize("stage", STAGES)
def test_stage_only_computes(stage: str) -> None:
    every = sorted((GENERATOR / stage).rglob("*.py"))
    files = [path for path in every if path.relative_to(GENERATOR).as_posix() not in ALLOWED]
    assert {str(file): uses for file in files if (uses := forbidden_uses(file.read_text(encoding="utf-8")))} == {}
