"""What a command loads before it can work: what it needs itself, and nothing that only another one needs."""

from __future__ import annotations

import subprocess
import sys

import pytest

LOADED = """
import sys
from generator.commands.main import gongkai
from click import Context
assert gongkai.get_command(Context(gongkai), sys.argv[1]) is not None
print(*sorted({name.partition(".")[0] for name in sys.modules}))
"""


@pytest.mark.parametrize(
    ("command", "foreign"),
    [
        ("check", {"mkdocs", "pypinyin", "jinja2"}),
        ("explain", {"mkdocs", "pypinyin", "jinja2"}),
        ("inspect", {"mkdocs", "pypinyin", "jinja2"}),
        ("guard", {"mkdocs", "pypinyin", "jinja2"}),
        ("add", {"mkdocs"}),
    ],
)
def test_no_command_waits_for_what_another_needs(command: str, foreign: set[str]) -> None:
    done = subprocess.run([sys.executable, "-c", LOADED, command], capture_output=True, encoding="utf-8", check=True)
    loaded = set(done.stdout.split())
    assert "generator" in loaded
    assert loaded & foreign == set()
