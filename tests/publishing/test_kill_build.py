"""Killing a build, at each step and at random times, leaves the site that was there whole."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from hashlib import sha256
from pathlib import Path

import pytest

from tests.support.site import ROOT, TODAY, Project

pytestmark = pytest.mark.long

STEPS = ("生成", "换上", "清理")
KILLS = 6
"""At random times, for each of two seeds: the tests run beside each other."""


@pytest.fixture
def small(project: Project) -> Project:
    """The project with one report only, its first site, and a copy of the code that nobody edits meanwhile."""
    (project.folder / "generator").unlink()
    shutil.copytree(ROOT / "generator", project.folder / "generator", ignore=shutil.ignore_patterns("__pycache__"))
    for file in (project.folder / "content" / "reports").rglob("*"):
        if file.is_file() and "卫滨区" not in file.name:
            file.unlink()
    (project.folder / "content" / "ledger.json").unlink(missing_ok=True)
    project.build()
    return project


def state(site: Path) -> str:
    """One hash over all names and bytes of the site."""
    total = sha256()
    for file in sorted(site.rglob("*")):
        if file.is_file():
            total.update(file.relative_to(site).as_posix().encode() + b"\0" + file.read_bytes() + b"\0")
    return total.hexdigest()


def start(project: Project) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "generator", "build", "--site-dir", str(project.site)],
        cwd=project.folder,
        env={**os.environ, "SOURCE_DATE_EPOCH": TODAY, "TMPDIR": str(project.temporary)},
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        encoding="utf-8",
    )


def finish(project: Project) -> None:
    with start(project) as running:
        assert running.wait(timeout=300) == 0


@pytest.fixture
def edited(small: Project) -> tuple[Project, str, float]:
    """The project, the state of its site after an edit of a page, and how many seconds that build took."""
    before = state(small.site)
    page = small.folder / "content" / "pages" / "about.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n新的一段。\n", encoding="utf-8")
    begun = time.monotonic()
    finish(small)
    takes = time.monotonic() - begun
    after = state(small.site)
    assert before != after
    return small, after, takes


def leaves_nothing_behind(project: Project) -> bool:
    return not any(path.name.startswith(".site-") for path in project.folder.iterdir())


def test_killed_at_each_step(edited: tuple[Project, str, float]) -> None:
    project, after, _ = edited
    for step in STEPS:
        with start(project) as running:
            assert running.stderr is not None
            for line in running.stderr:
                if line.strip() == f"网站：{step}":
                    break
            running.send_signal(signal.SIGKILL)
        assert state(project.site) == after, step
    finish(project)
    assert (state(project.site), leaves_nothing_behind(project)) == (after, True)


@pytest.mark.parametrize("seed", range(2))
def test_killed_at_random_times(edited: tuple[Project, str, float], seed: int) -> None:
    project, after, takes = edited
    draw = random.Random(seed)  # noqa: S311  (times, not secrets)
    for _ in range(KILLS):
        with start(project) as running:
            time.sleep(draw.uniform(0.3, 1.1) * takes)
            running.send_signal(signal.SIGKILL)
        assert state(project.site) == after
    finish(project)
    assert (state(project.site), leaves_nothing_behind(project)) == (after, True)
