"""Leaks in what a site would publish: the report, its metadata, its attachments, hand-written pages. Never printed."""

from __future__ import annotations

import html
from pathlib import Path

import pytest

from tests.support.command import gongkai
from tests.support.site import Project

FORMATS = ("text", "json", "github", "gitlab", "sarif", "markdown")
MOBILE = "19912345678"
REPORT = "reports/2023/涵江区行政服务中心"


def add_line(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    before = file.read_text(encoding="utf-8") if file.exists() else ""
    file.write_text(f"{before}{text}\n", encoding="utf-8")


@pytest.mark.parametrize("form", FORMATS)
def test_a_report_with_a_secrecy_mark_is_told_of_without_a_word(project: Project, form: str) -> None:
    file = project.folder / "content" / f"{REPORT}.txt"
    add_line(file, "机密★10年")
    done = gongkai(project.folder, "check", str(file), "--format", form)
    assert (done.returncode, "K01" in done.stdout) == (1, True)
    assert [word for word in ("机密", "★", "普法", "一件事") if word in done.stdout + done.stderr] == []


@pytest.mark.parametrize(
    "arguments",
    [
        ("inspect", "{}"),
        ("inspect", "{}", "--format", "json"),
        ("inspect", "{}", "--format", "jsonl"),
        ("inspect", "{}", "--source-text"),
        ("explain", "{}:5:3"),
        ("add", "{}"),
    ],
    ids=" ".join,
)
def test_no_command_shows_a_word_of_such_a_report(project: Project, arguments: tuple[str, ...]) -> None:
    file = project.folder / "来文.txt"
    file.write_text(
        "机密★10年\n涵江区行政服务中心关于2022年法治政府建设情况的报告\n"
        "2022年，涵江区行政服务中心认真履行职责。\n一、主要举措和成效\n开展普法活动12场。\n",
        encoding="utf-8",
    )
    before = sorted((project.folder / "content").rglob("*"))
    done = gongkai(project.folder, *(word.format(file) for word in arguments))
    told = (done.stdout + done.stderr).replace("疑有国家秘密标志", "").replace(str(project.folder), "")
    assert (done.returncode, "K01" in told) == (1, True)
    assert [word for word in ("机密", "★", "涵江", "普法", "12", "举措") if word in told] == []
    assert sorted((project.folder / "content").rglob("*")) == before


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(
    "place", [f"{REPORT}.txt", f"{REPORT}.yml", f"{REPORT}.files/名单.csv", "pages/about.md", "site.yml"]
)
def test_a_number_is_found_wherever_it_would_be_published(project: Project, place: str, form: str) -> None:
    comment = "# " if place.endswith(".yml") else ""
    add_line(project.folder / "content" / place, f"{comment}联系人电话{MOBILE}")
    done = gongkai(project.folder, "check", "--format", form)
    shown = html.unescape(done.stdout)
    assert (done.returncode, "P02" in shown, "199****5678" in shown) == (1, True, True), shown[-500:]
    assert MOBILE not in shown + done.stderr


def test_other_messages_do_not_quote_it(project: Project) -> None:
    """A title with a number in it is quoted by other rules."""
    file = project.folder / "content" / f"{REPORT}.txt"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("涵江区行政服务中心关于", f"涵江区行政服务中心{MOBILE}关于", 1), encoding="utf-8")
    for form in FORMATS:
        done = gongkai(project.folder, "check", str(file), "--format", form)
        assert (done.returncode, MOBILE in done.stdout + done.stderr) == (1, False), form


def test_nobody_can_accept_a_secrecy_mark(project: Project) -> None:
    add_line(project.folder / "content" / f"{REPORT}.txt", "机密★10年")
    accepted = "accepted:\n  - {code: K01, reason: 误报, by: 办公室, dated: 2024-03-20}"
    add_line(project.folder / "content" / f"{REPORT}.yml", accepted)
    assert gongkai(project.folder, "check").returncode == 1


def test_a_word_file_with_comments_is_refused(project: Project, root: Path) -> None:
    data = (root / "tests/cases/intake/docx/05_tracked_changes_comments_hidden.docx").read_bytes()
    (project.folder / "content/reports/2023/甲.docx").write_bytes(data)
    done = gongkai(project.folder, "check", "content/reports/2023/甲.docx")
    assert (done.returncode, "错误 P07" in done.stdout) == (1, True)
