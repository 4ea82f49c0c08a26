"""A real git repository for a test, untouched by the settings of the machine and of its user."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

SETTINGS = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_AUTHOR_NAME": "clerk",
    "GIT_AUTHOR_EMAIL": "clerk@agency.example",
    "GIT_COMMITTER_NAME": "clerk",
    "GIT_COMMITTER_EMAIL": "clerk@agency.example",
}


@dataclass(frozen=True, slots=True)
class Repository:
    """A working tree; `folder` is its top."""

    folder: Path

    def environment(self) -> dict[str, str]:
        """The environment of this process without any git settings but `SETTINGS`."""
        return {name: value for name, value in os.environ.items() if not name.startswith("GIT_")} | SETTINGS

    def try_git(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run git; both outputs are text."""
        return subprocess.run(
            ["git", *arguments],
            cwd=self.folder,
            env=self.environment(),
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=120,
        )

    def git(self, *arguments: str) -> str:
        """Run git, which must succeed; what it printed."""
        done = self.try_git(*arguments)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def write(self, path: str, text: str | bytes) -> Path:
        """Write a file of the working tree."""
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode() if isinstance(text, str) else text)
        return file


def new_repository(folder: Path) -> Repository:
    """A repository without commits on the branch `main`."""
    folder.mkdir(parents=True, exist_ok=True)
    repository = Repository(folder)
    repository.git("init", "--quiet", "--initial-branch=main")
    return repository
