"""The rules on the built site: nothing blocks the demonstration, and each fault is found on a page that has it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model.diagnostic import Severity
from generator.model.metadata import Mode
from generator.model.settings import Feedback, Footer, Settings
from generator.site.publish_checks import check_built
from tests.support.command import gongkai
from tests.support.site import Project

SETTINGS = Settings("公开", mode=Mode.OFFICIAL, footer=Footer(contact="0370-1234567"), feedback=Feedback("a@b.example"))
TAGS = {
    "SiteName": "公开",
    "SiteDomain": "www.agency.example",
    "SiteIDCode": "4100000001",
    "ColumnName": "年度报告",
    "ColumnDescription": "年度报告",
    "ColumnKeywords": "年度报告",
    "ColumnType": "信息公开",
    "ArticleTitle": "甲县司法局年度报告",
    "PubDate": "2025-03-28 09:18",
    "ContentSource": "甲县司法局",
}
BODY = (
    "<h1>甲县司法局年度报告</h1><dl><dt>公开日期</dt><dd>2025年3月28日 09:18</dd><dt>来源</dt><dd>甲县司法局</dd></dl>"
    "<footer>甲县政府</footer>"
)


def write(folder: Path, name: str, tags: dict[str, str], body: str) -> None:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    head = "".join(f'<meta name="{tag}" content="{value}">' for tag, value in tags.items())
    file.write_text(f"<!doctype html><html><head>{head}</head><body>{body}</body></html>", encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, "index.html", TAGS, "<footer></footer>")
    write(tmp_path, "sitemap/index.html", TAGS, "<footer></footer>")
    (tmp_path / "sitemap.xml").write_text("<urlset></urlset>", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("tags", "body", "expected"),
    [
        ({}, ("", ""), []),
        ({"PubDate": None}, ("", ""), ["W01 缺少标签 PubDate"]),
        ({"ContentSource": "null"}, ("", ""), ["W01 标签 ContentSource 的内容是空的"]),
        ({"PubDate": "2025年3月28日"}, ("", ""), ["W02 PubDate 的写法“2025年3月28日”不是 2025-03-28 09:18 这样"]),
        ({}, ("3月28日", "3月29日"), ["W02 PubDate 与页面上显示的公开日期不一致"]),
        ({}, ("<dt>来源</dt>", ""), ["W04 页面上没有“来源”"]),
        ({"ArticleTitle": "乙县"}, ("", ""), ["W04 ArticleTitle 与页面上显示的标题不一致"]),
        ({}, ("<footer>", "<footer>非官方演示站"), ["W07 正式网站的页面仍写着“非官方演示站”"]),
        ({}, ("甲县政府", "备案号：待填"), ["W01 页脚或标签里有占位文字“待填”"]),
        ({"ColumnType": "政策"}, ("", ""), ["W23 ColumnType 是“政策”，网站设置是“信息公开”"]),
    ],
)
def test_a_fault_is_found(
    folder: Path, tags: dict[str, str | None], body: tuple[str, str], expected: list[str]
) -> None:
    known = {name: value for name, value in {**TAGS, **tags}.items() if value is not None}
    write(folder, "reports/a-2024/index.html", known, BODY.replace(*body) if body[0] else BODY)
    problems = check_built(folder, SETTINGS)
    assert [f"{item.code} {item.message}" for item in problems] == expected
    assert {item.file for item in problems} <= {"reports/a-2024/index.html"}


def test_a_demonstration_says_so_and_bears_no_emblem(folder: Path) -> None:
    write(folder, "index.html", TAGS, '<footer><img alt="国徽" src="x.png"></footer>')
    found = [item.message for item in check_built(folder, Settings("公开")) if item.code == "W07"]
    assert found == ["演示站的页面没有“非官方演示站”的说明（共 2 个页面）", "演示站的页面用了国徽或党政机关网站标识"]


def test_the_demonstration_has_no_errors(built_site: Project) -> None:
    done = gongkai(built_site.folder, "check", "--site", "site")
    assert (done.returncode, ": 错误 " in done.stdout) == (0, False), done.stdout
    assert done.stdout.endswith("可以发布。\n")
    assert "检查了生成好的网站：" in done.stdout


def test_its_pages_would_be_refused_in_official_mode(built_site: Project) -> None:
    found = check_built(built_site.site, Settings("公开", mode=Mode.OFFICIAL))
    assert {item.code for item in found if item.severity is Severity.ERROR} == {"W01", "W07"}


def test_without_a_site(project: Project) -> None:
    done = gongkai(project.folder, "check", "--site", "none")
    assert (done.returncode, done.stderr) == (2, "用法有误：none 中没有生成好的网站。用 --help 查看用法。\n")
