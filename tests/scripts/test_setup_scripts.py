"""The set-up scripts on machines that lack something; the system's own commands are stand-ins that note their calls."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).resolve().parent.parent.parent / "scripts"
NOTE = 'echo "${0##*/} $*" >> "$NOTES"\n'
INSTALL = "apt-get install --yes --quiet --no-install-recommends node"
WITHOUT_LISTS = NOTE + 'case "$*" in update*) touch "$NOTES.lists" ;; install*) test -e "$NOTES.lists" ;; esac\n'
AS_ROOT = {"id": "echo 0", "env": 'shift; exec "$@"', "apt-get": NOTE}
AS_USER = {**AS_ROOT, "id": "echo 1000"}


@pytest.mark.parametrize(
    ("commands", "code", "notes", "message"),
    [
        (AS_ROOT, 0, [INSTALL], ""),
        ({**AS_ROOT, "apt-get": WITHOUT_LISTS}, 0, [INSTALL, "apt-get update --quiet", INSTALL], ""),
        (AS_USER, 1, [], "Please run as root: apt-get install --no-install-recommends node"),
        ({**AS_USER, "sudo": 'test "$1" = -n || exec "$@"'}, 0, [INSTALL], ""),
        ({**AS_USER, "sudo": "exit 1"}, 1, [], "Please run as root: apt-get install --no-install-recommends node"),
        ({"id": "echo 0"}, 1, [], "Please install what Debian calls: node"),
    ],
    ids=["root", "no package lists", "user without sudo", "user with sudo", "sudo wants a password", "not Debian"],
)
def test_packages_are_installed_or_asked_for(
    commands: dict[str, str], code: int, notes: list[str], message: str, tmp_path: Path
) -> None:
    for name, body in {**commands, "touch": 'exec /usr/bin/touch "$@"'}.items():
        (tmp_path / name).write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
        (tmp_path / name).chmod(0o755)
    noted = tmp_path / "notes"
    done = subprocess.run(
        ["/bin/sh", str(SCRIPTS / "apt-install"), "node"],
        env={"PATH": str(tmp_path), "NOTES": str(noted)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    calls = noted.read_text(encoding="utf-8").splitlines() if noted.exists() else []
    assert (done.returncode, calls, done.stderr.strip()) == (code, notes, message)


@pytest.mark.parametrize(
    ("versions", "wanted", "expected"),
    [
        ({"python3": True}, "", "python3"),
        ({"python3": False, "python3.12": True}, "", "python3.12"),
        ({"python3": True, "python3.13": True}, "python3.13", "python3.13"),
        ({"python3": False}, "", None),
        ({"python3": True, "python3.9": False}, "python3.9", None),
    ],
)
def test_a_python_that_is_new_enough_is_found(
    versions: dict[str, bool], wanted: str, expected: str | None, tmp_path: Path
) -> None:
    for name, new_enough in versions.items():
        script = f'#!/bin/sh\ntest "$1" = --version && echo Python 3 || exit {0 if new_enough else 1}\n'
        (tmp_path / name).write_text(script, encoding="utf-8")
        (tmp_path / name).chmod(0o755)
    done = subprocess.run(
        ["/bin/sh", str(SCRIPTS / "find-python")],
        env={"PATH": str(tmp_path), "PYTHON": wanted},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.stdout.strip() or None, done.returncode) == (expected, 0 if expected else 1)
    assert bool(done.stderr) is (expected is None)
