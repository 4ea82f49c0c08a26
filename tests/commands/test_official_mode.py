"""The content of the demonstration in official mode: refused, and every reason was read and agreed."""

from __future__ import annotations

import re

from tests.support.command import gongkai
from tests.support.goldens import Golden
from tests.support.site import Project

TODAY = ("--today", "2026-07-01")


def make_official(project: Project) -> None:
    file = project.folder / "content" / "site.yml"
    text = file.read_text(encoding="utf-8")
    assert text.count("mode: demo\n") == 1
    file.write_text(text.replace("mode: demo\n", "mode: official\n"), encoding="utf-8")


def test_demo_content_is_refused_in_official_mode(project: Project, golden: Golden) -> None:
    make_official(project)
    done = gongkai(project.folder, "check", *TODAY)
    errors = [row for row in done.stdout.splitlines() if re.search(r": 错误 [A-Z]\d+ ", row)]
    assert done.returncode == 1
    golden.check("commands/official.txt", "\n".join([*errors, done.stdout.splitlines()[-1]]) + "\n")


def test_nothing_is_built_in_official_mode(project: Project) -> None:
    make_official(project)
    done = project.run("build")
    assert done.returncode == 1
    assert "content/site.yml:1:1: 错误 W05 页脚缺少" in done.stderr
    assert done.stderr.endswith("网站没有生成；上一次生成的网站保持不变。\n")
    assert " 提示 " not in done.stderr
    assert not project.site.exists()


def test_demo_mode_has_no_errors(project: Project) -> None:
    done = gongkai(project.folder, "check", *TODAY)
    assert (done.returncode, ": 错误 " in done.stdout) == (0, False)
