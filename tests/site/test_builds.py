"""Builds: the same inputs give the same bytes, by either command; errors leave the last site alone."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.site import TODAY, Project

pytestmark = pytest.mark.long


def fingerprints(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def break_a_report(project: Project) -> None:
    (project.folder / "content" / "reports" / "2023" / "空.txt").touch()


def test_two_builds_and_plain_mkdocs_give_the_same_bytes(built_site: Project, project: Project) -> None:
    project.build()
    expected = fingerprints(built_site.site)
    assert fingerprints(project.site) == expected
    plain = project.folder / "plain"
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(plain)],
        cwd=project.folder,
        env={**os.environ, "SOURCE_DATE_EPOCH": TODAY, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert fingerprints(plain) == expected


def test_errors_leave_the_last_site_untouched(project: Project) -> None:
    project.build()
    before = fingerprints(project.site)
    break_a_report(project)
    done = project.run("build", "--site-dir", str(project.site))
    assert done.returncode == 1
    assert "空.txt:1:1: 错误" in done.stderr
    assert "上一次生成的网站保持不变" in done.stderr
    assert "Traceback" not in done.stderr
    assert fingerprints(project.site) == before


def test_reports_with_errors_can_be_left_out_and_the_site_says_so(project: Project) -> None:
    metadata = project.folder / "content" / "reports" / "2023" / "涵江区行政服务中心.yml"
    metadata.write_text("agency: hanjiang-sfj\nyear: 2023\n", encoding="utf-8")
    done = project.run("build", "--site-dir", str(project.site), "--leave-out")
    assert done.returncode == 0, done.stderr
    home = (project.site / "index.html").read_text(encoding="utf-8")
    assert "另有 1 份报告存在必须更正的问题，暂未公开" in home
    assert not (project.site / "reports" / "hanjiang-xzfwzx-2023").exists()


def test_no_metadata_is_published(built_site: Project) -> None:
    names = {path.name for path in built_site.site.rglob("*")}
    assert {name for name in names if name.endswith((".yml", ".yaml")) or name == "ledger.json"} == set()
