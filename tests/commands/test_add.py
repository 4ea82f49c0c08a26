"""`gongkai add`: files, folders and archives come in under safe names, with metadata to fill in; nothing is lost."""

from __future__ import annotations

import zipfile

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
    project.run("add", "a.txt")
    done = project.run("add", "a.txt")
    assert "已经存在，没有覆盖" in done.stdout
    assert done.returncode == 1


def test_a_new_agency_is_proposed_for_the_roster(project: Project) -> None:
    (project.folder / "b.txt").write_text(REPORT.replace("涵江区行政服务中心", "涵江区司法局"), encoding="utf-8")
    done = project.run("add", "b.txt")
    assert "id: hanjiang-sfj" in done.stdout
    assert done.returncode == 1
