"""Bad input: one clear message with its place, and the other reports are still checked."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.site import Project

GOOD = (
    "甲县司法局关于2024年度法治政府建设情况的报告\n2024年，甲县司法局认真履行职责。\n一、主要举措\n开展普法活动12场。\n"
)
OTHER_KIND = (
    "甲县司法局2024年政府信息公开工作年度报告\n"
    "本年度报告根据《中华人民共和国政府信息公开条例》编制。\n一、总体情况\n主动公开信息12条。\n"
)
MB = 1024 * 1024


def write(data: bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(data)


CASES: dict[str, tuple[str, Callable[[Path], object]]] = {
    "empty": ("空.txt", lambda path: path.touch()),
    "only blanks": ("空白.txt", write(" \n\t\u3000\n".encode())),
    "binary junk": ("乱.txt", write(bytes(range(256)) * 40)),
    "broken encoding": ("坏.txt", write(b"\xff\xfa\xff" * 200)),
    "50 MB": ("大.txt", write(b"a" * (50 * MB))),
    "a link that leads out": ("外链.txt", lambda path: path.symlink_to("/etc/hostname")),
    "another kind of report": ("信息公开年报.txt", write(OTHER_KIND.encode())),
}


@pytest.mark.parametrize("name", CASES)
def test_one_message_and_the_others_are_checked(project: Project, name: str) -> None:
    file, make = CASES[name]
    make(project.folder / "content" / "reports" / "2023" / file)
    done = project.run("check")
    errors = [row for row in done.stdout.splitlines() if ": 错误 " in row]
    mine = [row for row in errors if row.startswith(f"content/reports/2023/{file}:")]
    assert (done.returncode, len(mine)) == (1, len(errors)), done.stdout
    assert 1 <= len(mine) <= 2, errors
    assert "检查了 6 份报告" in done.stdout
    assert "涵江区行政服务中心.txt:28:1: 警告 S07" in done.stdout
    assert "Traceback" not in done.stderr


def test_a_very_long_line_is_answered(project: Project) -> None:
    place = project.folder / "content" / "reports" / "2023" / "长.txt"
    place.write_text(
        "甲县司法局关于2023年法治政府建设情况的报告\n" + "一是办理案件12件，" * 1_100_000, encoding="utf-8"
    )
    done = project.run("check", str(place.relative_to(project.folder)))
    assert done.returncode == 1
    assert "长.txt:1:1: 错误" in done.stdout


@pytest.mark.parametrize("name", ["有 空格.txt", "报告（终稿）..v2.txt", "-rf.txt", "a\nb.txt"])
def test_odd_names_are_read(project: Project, name: str) -> None:
    place = project.folder / "content" / "reports" / "2023" / name
    place.write_text(GOOD, encoding="utf-8")
    done = project.run("check")
    assert "检查了 6 份报告" in done.stdout
    assert "Traceback" not in done.stderr


def test_two_reports_with_one_identity(project: Project) -> None:
    folder = project.folder / "content" / "reports" / "2023"
    (folder / "副本.txt").write_bytes((folder / "涵江区行政服务中心.txt").read_bytes())
    (folder / "副本.yml").write_bytes((folder / "涵江区行政服务中心.yml").read_bytes())
    done = project.run("check")
    found = [row for row in done.stdout.splitlines() if " G503 " in row]
    assert len(found) == 2
    assert "与另一份报告是同一机关、同一年度：reports/2023/副本.txt" in found[1]
    assert done.returncode == 1


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("yeer: 2023", "涵江区行政服务中心.yml:2:1: 错误 G501 补充信息文件有误：“yeer”不认识的键"),
        ("year: 去年", "涵江区行政服务中心.yml:2:1: 错误 G501 补充信息文件有误：“year”应为整数"),
        ("year: [2023", "涵江区行政服务中心.yml:3:1: 错误 G501 补充信息文件有误：YAML 格式有误"),
        ("agency: hanjiang-x", "涵江区行政服务中心.yml:2:1: 错误 G501 补充信息文件有误：键“agency”重复"),
    ],
)
def test_wrong_metadata_has_its_line(project: Project, line: str, message: str) -> None:
    file = project.folder / "content" / "reports" / "2023" / "涵江区行政服务中心.yml"
    file.write_text(f"agency: hanjiang-xzfwzx\n{line}\n", encoding="utf-8")
    done = project.run("check")
    assert f"content/reports/2023/{message}" in done.stdout
    assert done.returncode == 1


def test_an_agency_that_the_roster_does_not_know(project: Project) -> None:
    file = project.folder / "content" / "reports" / "2023" / "涵江区行政服务中心.yml"
    file.write_text("agency: hanjiang-sfj\nyear: 2023\n", encoding="utf-8")
    done = project.run("check")
    assert "错误 G505 机关 id“hanjiang-sfj”不在名册 agencies.yml 中" in done.stdout


@pytest.mark.parametrize(
    ("file", "text", "message"),
    [
        ("site.yml", "name: x\nmode: offical\n", "content/site.yml:2:1: “mode”不是允许的取值"),
        (
            "agencies.yml",
            "regions:\n  - {id: A, name: 甲, code: '990000', level: x}\n",
            "agencies.yml:2:1: id“A”只能用小写字母",
        ),
        ("ledger.json", "{", "content/ledger.json:2:1: YAML 格式有误"),
    ],
)
def test_wrong_settings_are_one_sentence(project: Project, file: str, text: str, message: str) -> None:
    (project.folder / "content" / file).write_text(text, encoding="utf-8")
    done = project.run("check")
    assert done.returncode == 2
    assert message in done.stderr
    assert "Traceback" not in done.stderr


def test_accepting_a_problem(project: Project) -> None:
    file = project.folder / "content" / "reports" / "2023" / "涵江区行政服务中心.yml"
    accepted = "accepted:\n  - {code: S07, reason: 原件如此, by: 办公室, dated: 2024-03-20}\n"
    file.write_text(f"agency: hanjiang-xzfwzx\nyear: 2023\n{accepted}", encoding="utf-8")
    assert "（办公室已接受）" in project.run("check").stdout


def test_an_acceptance_that_matches_nothing_is_a_problem(project: Project) -> None:
    file = project.folder / "content" / "reports" / "2023" / "魏都区政务服务和大数据管理局.yml"
    accepted = "accepted:\n  - {code: S08, reason: 无, by: 办公室, dated: 2024-03-20}\n"
    file.write_text(f"agency: weidu-zwfwhdsjglj\nyear: 2023\n{accepted}", encoding="utf-8")
    assert "警告 G506 补充信息里接受了问题 S08" in project.run("check").stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("check", "--format", "foo"), "--format 只能是 text、json、github、gitlab、sarif、markdown"),
        (("bogus",), "没有“bogus”这个命令"),
        (("check", "--today", "x"), "日期“x”应写成 2024-03-28 这样"),
        (("candidates", "--most", "0"), "--most 的值不合要求"),
        (("deploy", "a", "b"), "命令后面多写了内容"),
        (("check", "--changed"), "--changed 后面缺少内容"),
    ],
)
def test_wrong_usage_is_one_chinese_sentence(project: Project, arguments: tuple[str, ...], message: str) -> None:
    done = project.run(*arguments)
    assert (done.returncode, done.stderr) == (2, f"用法有误：{message}。用 --help 查看用法。\n")


@pytest.mark.parametrize("arguments", [(), ("hook",)])
def test_a_group_alone_shows_its_help(project: Project, arguments: tuple[str, ...]) -> None:
    done, asked = project.run(*arguments), project.run(*arguments, "--help")
    assert (done.returncode, done.stdout, done.stderr) == (2, "", asked.stdout)


@pytest.mark.parametrize("arguments", [(), ("check",), ("export",), ("hook",), ("hook", "install"), ("candidates",)])
def test_help_is_chinese(project: Project, arguments: tuple[str, ...]) -> None:
    done = project.run(*arguments, "--help")
    assert done.stdout.startswith("用法：")
    assert (
        re.findall(r"[A-Z]\w+ \w+ \w+|\[(?:OPTIONS|ARGS|default|required)|^[A-Z][a-z]+:", done.stdout, re.MULTILINE)
        == []
    )
