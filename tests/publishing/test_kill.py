"""Killing a deployment, at each step and at random times, leaves the served site whole."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.publishing.test_release import make_site

pytestmark = pytest.mark.long

STEPS = ("复制", "保留旧资源", "成为版本", "切换", "清理", "完成")
FILES = 400


@pytest.fixture
def sites(tmp_path: Path) -> tuple[Path, Path]:
    """Two versions of a site with many files, so that copying takes a while."""
    made = []
    for word in ("aa", "bb"):
        site = make_site(tmp_path / word, word)
        for number in range(FILES):
            (site / f"page{number}.html").write_text(f"{word} {number}", encoding="utf-8")
        made.append(site)
    return made[0], made[1]


def start(site: Path, target: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "generator", "deploy", str(target), "--site-dir", str(site)]
    return subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, encoding="utf-8")


def finish(site: Path, target: Path) -> int:
    """Deploy to the end; the exit code."""
    running = start(site, target)
    running.communicate(timeout=60)
    return running.returncode


def assert_whole(target: Path, *words: str) -> None:
    """The served folder is one complete version of the site."""
    current = target / "current"
    word = (current / "index.html").read_text(encoding="utf-8").split()[1]
    assert word in words
    pages = {path.name: path.read_text(encoding="utf-8") for path in current.glob("page*.html")}
    assert pages == {f"page{number}.html": f"{word} {number}" for number in range(FILES)}


@pytest.mark.parametrize("step", STEPS)
def test_killed_at_a_step(sites: tuple[Path, Path], tmp_path: Path, step: str) -> None:
    target = tmp_path / "www"
    assert finish(sites[0], target) == 0
    running = start(sites[1], target)
    assert running.stderr is not None
    for line in running.stderr:
        if line.strip() == f"发布：{step}":
            break
    running.send_signal(signal.SIGKILL)
    running.communicate()
    assert_whole(target, "aa", "bb")
    assert finish(sites[1], target) == 0
    assert_whole(target, "bb")
    assert [path.name for path in (target / "releases").iterdir() if path.name.startswith(".")] == []


def test_killed_at_random_times(sites: tuple[Path, Path], tmp_path: Path) -> None:
    target = tmp_path / "www"
    assert finish(sites[0], target) == 0
    draw = random.Random(20)  # noqa: S311  (times, not secrets)
    for _ in range(20):
        running = start(sites[1], target)
        time.sleep(draw.uniform(0.05, 1.2))
        os.kill(running.pid, signal.SIGKILL)
        running.communicate()
        assert_whole(target, "aa", "bb")
    assert finish(sites[1], target) == 0
    assert_whole(target, "bb")
