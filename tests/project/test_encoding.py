"""Text files are opened with an encoding: what a machine's locale says must not matter."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

OPENERS = {"open", "read_text", "write_text"}
ENCODING_PLACE = {"read_text": 0, "write_text": 1}
"""Where the encoding stands if it has no name: first in `path.read_text("utf-8")`."""
MODE_PLACE = {"open": 1, ".open": 0}
"""Where the mode stands: second in `open(name, mode)`, first in `path.open(mode)`."""


def calls_without_encoding(code: str) -> list[int]:
    """Lines on which a text file or a process's output is read or written without an encoding."""
    return sorted(node.lineno for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Call) and _lacks(node))


def _lacks(call: ast.Call) -> bool:
    match call.func:
        case ast.Name(id=name):
            shown = name
        case ast.Attribute(attr=name, value=ast.Name(id="os" | "zipfile" | "tarfile")):
            return False
        case ast.Attribute(attr=name):
            shown = f".{name}"
        case _:
            return False
    keywords = {keyword.arg: keyword.value for keyword in call.keywords}
    if name in {"run", "Popen", "check_output"}:
        return bool({"text", "universal_newlines"} & keywords.keys()) and "encoding" not in keywords
    if name not in OPENERS or "encoding" in keywords or None in keywords:
        return False
    if name in ENCODING_PLACE:
        return len(call.args) <= ENCODING_PLACE[name]
    given = [*([keywords["mode"]] if "mode" in keywords else []), *call.args[MODE_PLACE.get(shown, len(call.args)) :]]
    # A mode is always a literal here; `archive.open(member)` is no opening of a text file.
    return not given or (isinstance(given[0], ast.Constant) and "b" not in str(given[0].value))


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("open(name)", [1]),
        ("open(name, 'rb')", []),
        ("open(name, mode='wb')", []),
        ("open(name, encoding='utf-8')", []),
        ("path.open()", [1]),
        ("path.open('rb')", []),
        ("archive.open(member)", []),
        ("path.open('w', encoding='utf-8')", []),
        ("path.read_text()\npath.read_text(encoding='utf-8')", [1]),
        ("path.write_text(text)", [1]),
        ("subprocess.run(command, text=True)", [1]),
        ("subprocess.run(command, text=True, encoding='utf-8')", []),
        ("os.open(name, os.O_RDONLY)", []),
    ],
)
def test_calls_are_found(code: str, expected: list[int]) -> None:
    assert calls_without_encoding(code) == expected


def test_every_text_file_is_opened_with_an_encoding(python_files: tuple[Path, ...]) -> None:
    found = {str(path): calls_without_encoding(path.read_text(encoding="utf-8")) for path in python_files}
    assert {path: lines for path, lines in found.items() if lines} == {}
