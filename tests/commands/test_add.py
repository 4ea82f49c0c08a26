"""`gongkai add`: files, folders and archives come in under safe names, with metadata to fill in; nothing is lost."""

from __future__ import annotations

import zipfile

import pytest

from tests.support.site import Project

REPORT = (
    "涵江区行政服务中心关于2022年法治政府建设情况的报告\n2022年，涵江区行政服务中心认真履行职责。现将有关情况报告如下：\n"
    "一、主要举措和成效\n开展普法活动12场。\n二、存在的不足和原因\n主要是因为宣传不够。\n"
)
TARGET = "content/reports/2022/涵江区行政服务中心.txt"


def test_a_file_comes_in_with_proposed_metadata(project: Project) -> None:
    (project.folder / "收到的 文件.txt").write_text(REPORT, encoding="utf-8")
    done = project.run("add", "收到的 文件.txt")
    assert f"收到的 文件.txt → {TARGET.removeprefix('content/')}" in done.stdout
    assert (project.folder / TARGET).read_text(encoding="utf-8") == REPORT
    declared = (project.folder / TARGET).with_suffix(".yml").read_text(encoding="utf-8")
    assert "agency: hanjiang-xzfwzx\nyear: 2022\n" in declared
    assert "hanjiang-xzfwzx-2022" in (project.folder / "content" / "ledger.json").read_text(encoding="utf-8")
    assert done.returncode == 0, done.stdout


def test_a_zip_and_a_folder_come_in(project: Project) -> None:
    folder = project.folder / "上报"
    folder.mkdir()
    (folder / "空.txt").touch()
    with zipfile.ZipFile(folder / "批量.zip", "w") as archive:
        archive.writestr("报送/2022.txt", REPORT)
    done = project.run("add", "上报")
    assert (project.folder / TARGET).read_text(encoding="utf-8") == REPORT
    assert "空.txt" in done.stdout
    assert done.returncode == 1


def test_nothing_is_overwritten(project: Project) -> None:
    (project.folder / "a.txt").write_text(REPORT, encoding="utf-8")
    (project.folder / "b.md").write_text(f"# {REPORT}", encoding="utf-8")
    project.run("add", "a.txt")
    again, other = project.run("add", "a.txt"), project.run("add", "b.md")
    known = TARGET.removeprefix("content/")
    assert again.stdout == f"a.txt：与已经收录的 {known} 完全相同，不用再收录。\n"
    assert other.stdout.startswith(f"b.md：{known} 已经存在，没有覆盖。")
    assert (again.returncode, other.returncode) == (1, 1)
    assert (project.folder / TARGET).read_text(encoding="utf-8") == REPORT


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("年报.txt", REPORT.replace("法治政府建设情况的报告", "政府信息公开工作年度报告"), "错误 T05 "),
        ("说明.txt", "关于领取办公用品的说明。请各科室于周五前到后勤科领取，逾期不再发放。", "警告 G204 "),
        ("~$报告.docx", "\x0cAdministrator", "错误 G037 这是 Word 或 WPS 打开文件时留下的临时文件"),
        ("空.docx", "", "错误 G001 文件是空的"),
    ],
)
def test_what_is_no_report_is_not_taken_in(project: Project, name: str, text: str, told: str) -> None:
    before = sorted((project.folder / "content").rglob("*"))
    (project.folder / name).write_text(text, encoding="utf-8")
    done = project.run("add", name)
    assert told in done.stdout
    assert "P08" not in done.stdout  # why it is unread is said once
    assert done.stdout.endswith("没有收录；文件留在原处。\n")
    assert done.returncode == 1
    assert sorted((project.folder / "content").rglob("*")) == before


@pytest.mark.parametrize(
    ("name", "suffix"), [("来文", ".txt"), ("来文.docx", ".txt"), ("来文.TXT", ".txt"), ("来文.md", ".md")]
)
def test_a_copy_has_the_suffix_of_what_it_is(project: Project, name: str, suffix: str) -> None:
    (project.folder / name).write_text(REPORT, encoding="utf-8")
    project.run("add", name)
    assert (project.folder / TARGET).with_suffix(suffix).is_file()


def test_what_the_report_does_not_say_is_left_to_fill_in(project: Project) -> None:
    (project.folder / "c.txt").write_text("法治政府建设情况报告\n认真推进法治政府建设。\n", encoding="utf-8")
    done = project.run("add", "c.txt")
    declared = (project.folder / "content/reports/待定年度/c.yml").read_text(encoding="utf-8")
    assert ("# agency: 待填" in declared, "# year: 待填" in declared) == (True, True)
    assert "错误 G502 无法确定这份报告的机关、年度" in done.stdout
    assert "G501" not in done.stdout


def test_a_new_agency_is_proposed_for_the_roster(project: Project) -> None:
    (project.folder / "b.txt").write_text(REPORT.replace("涵江区行政服务中心", "涵江区司法局"), encoding="utf-8")
    done = project.run("add", "b.txt")
    assert "id: hanjiang-sfj" in done.stdout
    assert ("错误 G505" in done.stdout, "G502" in done.stdout) == (True, False)  # one cause, one message
    assert done.returncode == 1
