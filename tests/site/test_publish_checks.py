"""The rules on the built site: nothing blocks the demonstration, and each fault is found on a page that has it."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from generator.catalogues.checks import OnSite
from generator.catalogues.rules import all_rules
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


def write(folder: Path, name: str, tags: dict[str, str], body: str, title: str | None = None) -> None:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    head = "".join(f'<meta name="{tag}" content="{value}">' for tag, value in tags.items())
    head += f"<title>{name if title is None else title}</title>"
    page = f'<!doctype html><html lang="zh-CN"><head>{head}</head><body>{body}</body></html>'
    file.write_text(page, encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, "index.html", TAGS, "<h1>首页</h1><footer></footer>")
    write(tmp_path, "sitemap/index.html", TAGS, "<h1>网站地图</h1><footer></footer>")
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
    write(folder, "index.html", TAGS, '<h1>首页</h1><footer><img alt="国徽" src="x.png"></footer>')
    found = [item.message for item in check_built(folder, Settings("公开")) if item.code == "W07"]
    assert found == ["演示站的页面没有“非官方演示站”的说明（共 2 个页面）", "演示站的页面用了国徽或党政机关网站标识"]


PLAIN = "<h1>栏目</h1><main><p>说明</p>{}</main>"
FAULTS = [
    ("A01", "<h1>一</h1><h1>二</h1>", "页面有 2 个一级标题（h1），应为一个"),
    ("A01", "<h1>一</h1><h3>三</h3>", "标题“三”跳了级（上面没有 h2）"),
    ("A03", PLAIN.format("<img src='a.png'>"), "图片 a.png 没有替代文字"),
    ("A03", PLAIN.format("<svg role='img'></svg>"), "图形（svg）没有替代文字"),
    ("W08", PLAIN.format("<img src='guohui.png' alt='国徽'>"), "首页以外的页面用了国徽图案（guohui.png）"),
    ("A09", PLAIN.format("<dialog open>公告</dialog>"), "页面上有弹出、滚动、自动播放或外嵌的内容（dialog）"),
    ("A09", PLAIN.format("<button>点击领取</button>"), "按钮或链接“点击领取”诱导点击"),
    ("A14", PLAIN.format("<table><thead><tr><th>甲</th></tr></thead></table>"), "表格“甲…”没有标题"),
    ("A14", PLAIN.format("<table><caption>表</caption><tr><td>甲</td></tr></table>"), "表格“表 甲…”没有表头"),
    (
        "A14",
        PLAIN.format("<table><caption>表</caption><tbody><tr><th>甲</th><td>1</td></tr></tbody></table>"),
        "表格“表 甲 1…”的行表头没有写明管哪一行（scope）",
    ),
    ("A14", PLAIN.format("<div><svg class='chart'></svg></div>"), "图表旁边没有同样内容的表格"),
    ("W13", "<h1>栏目</h1><main><p><a>回到页首</a></p></main>", "栏目下面没有内容"),
    ("W13", PLAIN.format("<ul></ul>"), "栏目里有空的列表"),
    ("W13", PLAIN.format("<dl></dl>"), "栏目里有空的列表"),
    ("W11", PLAIN.format("<a href='//a.example'>某网</a>"), "指向非政府网站的链接（a.example）没有注明“站外链接”"),
    ("W11", PLAIN.format("<a href='//a.example' style='display: none'>某网</a>"), "有看不见的外部链接（a.example）"),
    ("W11", PLAIN.format("<a href='https://a.example/'></a>"), "有没有文字的外部链接（a.example）"),
]  # fmt: skip
"""Rule, body of a page, message."""

INNOCENT = (
    "<h2>二</h2><h3>三</h3><h2>二</h2>",
    "<img src='a.png' alt=''><svg role='img' aria-label='图'></svg><svg aria-hidden='true'></svg>",
    "<p>分两种：</p><table><thead><tr><th>甲</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>",
    "<table><caption>表</caption><tbody><tr><th scope='row'>甲</th><td>1</td></tr></tbody></table>",
    "<figure><svg class='chart'></svg><table aria-label='表'><thead><tr><th>甲</th></tr></thead></table></figure>",
    "<ul aria-live='polite'></ul><div hidden><ol></ol></div>",
    "<a href='https://www.gov.cn/x'>中国政府网</a><a href='https://www.agency.example/x'>本站</a>",
    "<a href='https://a.example/x'>某网<span>（站外链接）</span></a><p><a href='//b.example'>乙</a>（站外链接）</p>",
)
BY_TESTS = {
    "W10": "tests/scripts/test_check_links.py::test_broken_links_are_named",
    "W12": "tests/scripts/test_check_links.py::test_broken_links_are_named",
    "W09": "tests/browser/test_every_page_type.py::test_pages_say_the_same_under_both_addresses",
    "W15": "tests/browser/test_journeys.py::test_from_a_search_to_the_sentence",
    "W18": "tests/browser/test_budget.py::test_first_visit_and_next_page",
    "W20": "tests/browser/test_report_page.py::test_paper_shows_ids_and_hash_and_no_controls",
    "A02": "tests/browser/test_accessibility.py::test_no_barriers",
    "A04": "tests/browser/test_journeys.py::test_the_skip_link_comes_first",
    "A05": "tests/browser/test_display.py::test_font_steps_grow_the_text",
    "A06": "tests/browser/test_display.py::test_large_type_by_keyboard_is_remembered",
    "A07": "tests/browser/test_report_page.py::test_reading_aloud_starts_goes_on_and_stops",
    "A08": "tests/browser/test_large_pointer.py::test_the_pointer_is_large_where_it_is_chosen",
    "A10": "tests/browser/test_accessibility.py::test_no_page_scrolls_sideways",
    "A11": "tests/browser/test_display.py::test_targets_are_never_small",
    "A12": "tests/browser/test_display.py::test_large_type_is_large",
    "A15": "tests/browser/test_display.py::test_without_scripts_nothing_essential_is_missing",
}
"""The tests behind the rules that the catalogue leaves to the checker of links and to tests in a browser."""


@pytest.mark.parametrize(("rule", "body", "message"), FAULTS, ids=[f"{rule} {what}" for rule, _, what in FAULTS])
def test_a_fault_of_structure_is_found(folder: Path, rule: str, body: str, message: str) -> None:
    write(folder, "years/2024/index.html", TAGS, f"{body}<footer></footer>")
    found = [(item.code, item.message, item.file) for item in check_built(folder, SETTINGS)]
    assert found == [(rule, message, "years/2024/index.html")]


@pytest.mark.parametrize("body", INNOCENT)
def test_what_is_right_is_no_fault(folder: Path, body: str) -> None:
    write(folder, "years/2024/index.html", TAGS, PLAIN.format(body) + "<footer></footer>")
    (folder / "sitemap.xml").write_text("<loc></loc>" * 3, encoding="utf-8")
    assert check_built(folder, replace(SETTINGS, base_url="https://www.agency.example/fzzf/")) == ()


def test_pages_of_one_title_are_found(folder: Path) -> None:
    for name in ("a", "b"):
        write(folder, f"years/{name}/index.html", TAGS, PLAIN.format(""), title="年度")
    (problem,) = check_built(folder, SETTINGS)
    assert (problem.code, problem.message) == ("A01", "几个页面的标题相同：“年度”（共 2 个页面）")


@pytest.mark.parametrize("themes", [[{"start": 4, "end": 4, "cues": [{}]}], [{"start": 4, "end": 9, "cues": []}]])
def test_a_theme_without_its_sentence_is_found(folder: Path, themes: list[object]) -> None:
    twin = folder / "reports" / "a-2024" / "report.json"
    twin.parent.mkdir(parents=True)
    twin.write_text(json.dumps({"themes": [{"start": 0, "end": 3, "cues": [{}]}, *themes]}), encoding="utf-8")
    (problem,) = check_built(folder, SETTINGS)
    assert (problem.code, problem.message) == ("H02", "有 1 个主题没有所依据的原句")


def test_each_rule_on_the_site_is_checked_as_the_catalogue_says(root: Path) -> None:
    """Who looks is the truth: by the check of pages with a fault above, by a test that exists, or by people."""
    by = {rule.id: rule.check.by for rule in all_rules() if isinstance(rule.check, OnSite)}
    told = {rule for rule, _, _ in FAULTS} | {"W01", "W02", "W04", "W07", "W21", "W22", "W23", "H02"}
    assert {rule for rule, who in by.items() if who == "build"} == told
    assert {rule for rule, who in by.items() if who in {"links", "browser"}} == set(BY_TESTS)
    assert {rule for rule, who in by.items() if who == "person"} == {"W19", "A13", "A16"}
    for test in BY_TESTS.values():
        file, _, name = test.partition("::")
        assert re.search(rf"^def {name}\(", (root / file).read_text(encoding="utf-8"), re.MULTILINE), test


def test_a_site_without_a_map_or_a_way_to_complain(folder: Path) -> None:
    (folder / "sitemap.xml").unlink()
    (folder / "sitemap" / "index.html").unlink()
    write(folder, "reports/a-2024/index.html", TAGS, BODY)
    silent = replace(SETTINGS, footer=Footer(), feedback=Feedback())
    assert [f"{item.code} {item.message}" for item in check_built(folder, silent)] == [
        "W21 报告页没有纠错渠道：网站设置里没有 feedback，页脚也没有联系方式",
        "W22 没有 sitemap.xml",
        "W22 没有供人看的站点地图",
    ]


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
