"""What `gongkai check` tells a clerk about the first five reports; the list was read and agreed word by word."""

from __future__ import annotations

import json
from collections import Counter

from tests.support.goldens import Golden
from tests.support.site import Project


def test_messages_on_the_five_reports(project: Project, golden: Golden) -> None:
    done = project.run("check")
    golden.check("commands/check.txt", done.stdout)
    assert done.returncode == 0


def test_json_has_the_same_problems(project: Project) -> None:
    text, data = project.run("check").stdout, json.loads(project.run("check", "--format", "json").stdout)
    assert [f"{item['file']}:{item['line']}:{item['column']}" for item in data] == [
        row.split(": ")[0] for row in text.splitlines() if row.startswith("content/")
    ]
    assert Counter(item["severity"] for item in data)["error"] == 0


def test_one_file_can_be_checked_alone(project: Project) -> None:
    done = project.run("check", "content/reports/2023/涵江区行政服务中心.txt")
    assert "content/reports/2023/涵江区行政服务中心.txt:28:1: 警告 S07" in done.stdout
    assert "检查了 1 份报告" in done.stdout


def test_a_file_outside_the_site_can_be_checked(project: Project) -> None:
    outside = project.folder / "别处.txt"
    outside.write_bytes((project.folder / "content/reports/2023/涵江区行政服务中心.txt").read_bytes())
    done = project.run("check", "别处.txt")
    assert "别处.txt:28:1: 警告 S07" in done.stdout
    assert done.returncode == 0


def test_a_missing_file_is_a_mistake_of_usage(project: Project) -> None:
    done = project.run("check", "没有.txt")
    assert done.returncode == 2
    assert "用法有误：找不到文件：没有.txt。用 --help 查看用法。" in done.stderr
