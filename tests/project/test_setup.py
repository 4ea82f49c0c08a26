"""The commands of the Makefile: what they would do, without doing it."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent


def make(*arguments: str) -> str:
    """What `make` prints, started as if not from within `make test`."""
    outside = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    command = ["make", *arguments]
    return subprocess.run(command, cwd=ROOT, env=outside, capture_output=True, encoding="utf-8", check=True).stdout


def would_run(target: str) -> str:
    """The commands that `make` would run if nothing were set up yet. None of them is run."""
    return make("--dry-run", "--always-make", target)


def test_site_needs_no_browser() -> None:
    commands = would_run("site")
    assert "generator build" in commands
    assert not any(name in commands for name in ("chromium", "npm", "requirements/test.txt"))


@pytest.mark.parametrize("lock", ["build", "run", "test"])
def test_lock_files_are_installed_with_their_hashes(lock: str) -> None:
    lines = [line for line in would_run(".venv/.test").splitlines() if f"requirements/{lock}.txt" in line]
    assert ["--require-hashes" in line for line in lines] == [True]


def test_help_names_every_command() -> None:
    shown = make("help")
    phony = next(line for line in (ROOT / "Makefile").read_text(encoding="utf-8").splitlines() if ".PHONY" in line)
    assert [line.split()[1] for line in shown.splitlines() if line.startswith("make ")] == phony.split()[1:]


def test_ci_runs_the_test_command() -> None:
    assert "exec make test" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
