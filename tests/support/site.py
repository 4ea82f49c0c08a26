"""The site itself: the repository's own content, built once by the real command and shared by all tests."""

from __future__ import annotations

import fcntl
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
COPIED = ("content", "mkdocs.yml", "site_overrides")
TODAY = "1782864000"
"""2026-07-01 00:00 UTC: the day of every build in the tests."""


@dataclass(frozen=True, slots=True)
class Project:
    """A copy of the repository's content and settings, free to be changed. The code is that of the repository."""

    folder: Path

    @property
    def site(self) -> Path:
        """Where the built site is, or will be."""
        return self.folder / "site"

    @property
    def temporary(self) -> Path:
        """What the commands see as the folder for temporary files."""
        return self.folder.with_name(self.folder.name + ".tmp")

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run `python -m generator` in the copy; today is `TODAY`.

        Returns:
            The finished process; both outputs are text.
        """
        return subprocess.run(
            [sys.executable, "-m", "generator", *arguments],
            cwd=self.folder,
            env={**os.environ, "SOURCE_DATE_EPOCH": TODAY, "TMPDIR": str(self.temporary)},
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=300,
        )

    def build(self) -> str:
        """Build the site; returns what the command printed. Fails if it did not succeed."""
        done = self.run("build", "--site-dir", str(self.site))
        if done.returncode:
            raise AssertionError(f"build ended with {done.returncode}\n{done.stdout}\n{done.stderr}")
        return done.stdout + done.stderr


def copy_project(folder: Path) -> Project:
    """Copy content and settings into a folder that must not exist yet."""
    folder.mkdir(parents=True)
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name)
        elif source.exists():
            shutil.copy2(source, folder / name)
    (folder / "build" / "docs").mkdir(parents=True)
    (folder / "generator").symlink_to(ROOT / "generator", target_is_directory=True)
    project = Project(folder)
    project.temporary.mkdir()
    return project


_TYPE = re.compile(rb'data-page="([^"]*)"')


def one_of_each_type(site: Path) -> list[str]:
    """The largest page of each type; what type a page is stands in its HTML.

    The page for missing addresses is left out: it answers at any depth, so it knows one base address only.
    """
    largest: dict[bytes, tuple[int, str]] = {}
    for path in sorted(site.rglob("index.html")):
        page = path.read_bytes()
        found = _TYPE.search(page)
        if found is None:
            raise AssertionError(f"{path} does not say what type of page it is")
        size, _ = largest.get(found[1], (0, ""))
        if len(page) > size:
            largest[found[1]] = (len(page), path.relative_to(site).as_posix().removesuffix("index.html"))
    return sorted(name for _, name in largest.values())


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A fresh copy of content and settings for one test."""
    return copy_project(tmp_path / "project")


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Project:
    """The repository's own site, built once for all test processes. Tests only read it."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if hasattr(request.config, "workerinput") else base
    project = Project(shared / "built")
    outcome = shared / "built.outcome"
    with (shared / "built.lock").open("w", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # whoever comes first builds, the others wait for it
        if not outcome.exists():
            outcome.write_text(_build_once(project.folder), encoding="utf-8")
    if failure := outcome.read_text(encoding="utf-8"):
        pytest.fail(failure)
    return project


def _build_once(folder: Path) -> str:
    """Build; an empty text is success, anything else says what went wrong, so that nobody tries again."""
    try:
        copy_project(folder).build()
    except (AssertionError, subprocess.TimeoutExpired) as error:
        return str(error)
    return ""
