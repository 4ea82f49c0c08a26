"""`gongkai guard`: what it prints is masked in every format, and a mark of state secrets is never printed."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.support.command import Done, gongkai
from tests.support.git import Repository, new_repository
from tests.support.site import Project

MOBILE = "19912345678"
ID = "990101199003070015"
FORMATS = ("text", "json", "github", "gitlab", "sarif")
SECRET_WORDS = ("机密", "★", "10年", "绝不能外泄")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = new_repository(tmp_path / "资料 仓库")
    made.write("content/reports/2024/甲县司法局.txt", "甲县司法局2024年度法治政府建设情况报告\n")
    made.git("add", "-A")
    made.git("commit", "--quiet", "-m", "start")
    return made


def run(repository: Repository, *arguments: str) -> Done:
    return gongkai(repository.folder, "guard", *arguments)


def docx(**members: str) -> bytes:
    data = BytesIO()
    with ZipFile(data, "w") as archive:
        for name, text in members.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), text)
    return data.getvalue()


@pytest.mark.parametrize("form", FORMATS)
def test_numbers_are_masked_in_every_format(repository: Repository, form: str) -> None:
    repository.write("content/reports/2024/名单 一.txt", f"第一行\n张建国，电话{MOBILE}，证件{ID}\n")
    done = run(repository, "--format", form)
    assert done.returncode == 1
    assert "199****5678" in done.stdout
    assert [number for number in (MOBILE, ID) if number in done.stdout + done.stderr] == []


@pytest.mark.parametrize("form", FORMATS)
def test_a_secrecy_mark_leaves_no_word(repository: Repository, form: str) -> None:
    repository.write("content/reports/2024/附件.txt", "机密★10年\n绝不能外泄的内容\n")
    repository.write("content/reports/2024/机密★10年 方案.txt", "方案\n")
    done = run(repository, "--format", form)
    assert done.returncode == 1
    assert "K01" in done.stdout
    assert [word for word in SECRET_WORDS if word in done.stdout + done.stderr] == []


def test_file_line_and_what_to_do(repository: Repository) -> None:
    repository.write("content/reports/2024/甲县司法局.yml", f"year: 2024\nnotes: 联系{MOBILE}\n")
    shown = run(repository).stdout
    assert "content/reports/2024/甲县司法局.yml:2:10: 错误 P02 有手机号码199****5678" in shown
    assert "把内容从提交记录中清除" in shown
    assert shown.endswith("检查了 2 个文件：有 1 处不能公开的内容。请先改正。\n")


def test_secrets_are_reported_not_cleaned_up(repository: Repository) -> None:
    repository.write("content/x.txt", "机密★10年\n")
    shown = run(repository).stdout
    assert "停止提交、推送和转发" in shown
    assert "从提交记录中清除" not in shown


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("附表.docx", docx(word__document_xml=f"<w:p><w:t>{MOBILE}</w:t></w:p>"), "P02"),
        ("附表.docx", docx(word__comments_xml="<w:comment w:id='1'>改</w:comment>"), "P07"),
        ("附表.csv", f"姓名,电话\n张建国,{MOBILE[:3]} {MOBILE[3:7]} {MOBILE[7:]}\n".encode("gb18030"), "P02"),
        ("说明.yml", "a: （内部资料，注意保存）\n".encode(), "K02"),
        (f"{MOBILE}.txt", b"x\n", "P02"),
    ],
    ids=["office text", "comments", "table in GB18030", "metadata", "file name"],
)
def test_every_kind_of_file_is_looked_at(repository: Repository, name: str, data: bytes, code: str) -> None:
    repository.write(f"content/reports/2024/甲县司法局.files/{name}", data)
    done = run(repository)
    assert (done.returncode, f"错误 {code} " in done.stdout) == (1, True), done.stdout
    assert MOBILE not in done.stdout


def test_a_pdf_is_read(repository: Repository, root: Path) -> None:
    data = (root / "tests/cases/intake/pdf/01_text_page_numbers.pdf").read_bytes()
    repository.write("content/reports/2024/甲.pdf", data)
    assert "没有检查" not in run(repository, "content/reports/2024/甲.pdf").stdout


def test_only_what_is_staged_is_looked_at(repository: Repository) -> None:
    repository.write("content/leak.txt", f"{MOBILE}\n")
    repository.write("content/甲 乙.txt", "没有问题\n")
    repository.git("add", "content/甲 乙.txt")
    done = run(repository, "--staged")
    assert (done.returncode, done.stdout) == (0, "检查了 1 个文件：没有发现不能公开的内容。\n")


def test_the_staged_bytes_count_not_those_on_disk(repository: Repository) -> None:
    repository.write("content/甲.txt", f"{MOBILE}\n")
    repository.git("add", "-A")
    repository.write("content/甲.txt", "改过了\n")
    done = run(repository, "--staged")
    assert done.returncode == 1
    assert "content/甲.txt:1:1: 错误 P02" in done.stdout


def test_json_says_whether_it_blocks(repository: Repository) -> None:
    repository.write("content/甲.txt", f"{MOBILE}\n")
    (problem,) = json.loads(run(repository, "--format", "json").stdout)
    assert (problem["code"], problem["quote"], problem["line"], problem["blocks"]) == ("P02", "199****5678", 1, True)


def test_the_site_itself_is_clean(project: Project) -> None:
    done = project.run("guard")
    assert (done.returncode, "没有发现不能公开的内容" in done.stdout) == (0, True), done.stdout


def test_a_missing_file_is_a_mistake_of_usage(repository: Repository) -> None:
    done = run(repository, "没有.txt")
    assert (done.returncode, done.stderr) == (2, "用法有误：找不到文件：没有.txt。用 --help 查看用法。\n")
