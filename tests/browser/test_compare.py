"""Two agencies side by side: by address, by keyboard, as CSV, and without JavaScript."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from playwright.sync_api import Page

from tests.support.browser import OpenPage
from tests.support.server import Serve
from tests.support.site import Project

CHOICE = "compare/?a=hubin-xzsphzwxxglj&a=weibin-sfj"


def test_the_address_holds_the_comparison(built_site: Project, serve: Serve, page: Page) -> None:
    page.goto(serve(built_site.site).url + CHOICE)
    row = page.locator("table.comparison tbody tr", has_text="一件事办件量")
    row.wait_for()
    assert row.locator("td").all_inner_texts() == ["400余件", "2520件", "含约数或上下限；年度不同"]
    row.locator("td a").nth(1).click()
    assert page.locator(":target").inner_text().count("2520件") == 1


def test_the_example_leads_to_as_many_rows_as_it_says(built_site: Project, serve: Serve, page: Page) -> None:
    page.goto(f"{serve(built_site.site).url}compare/")
    assert not page.get_by_role("button", name="下载表格").is_visible()
    said = page.locator("p", has_text="例如：").inner_text()
    page.locator("p", has_text="例如：").locator("a").click()
    page.locator("table.comparison").wait_for()
    assert page.get_by_role("button", name="下载表格").is_visible()
    rows = page.locator("table.comparison tbody tr").count()
    assert said.endswith(f"有 {rows} 项指标都报告了。")


def test_choosing_by_keyboard_and_going_back(built_site: Project, serve: Serve, page: Page) -> None:
    page.goto(f"{serve(built_site.site).url}compare/")
    page.locator("#compare-1").focus()
    page.keyboard.type("湖滨区行政审批和政务信息管理局")
    page.keyboard.press("Tab")
    page.keyboard.type("新乡市卫滨区司法局")
    page.keyboard.press("Enter")
    page.locator("table.comparison").wait_for()
    assert page.url.endswith(CHOICE)
    page.go_back()
    page.locator("table.comparison").wait_for(state="detached")
    assert page.locator("#compare-1").input_value() == ""


def test_an_unknown_name_is_said(built_site: Project, serve: Serve, page: Page) -> None:
    page.goto(f"{serve(built_site.site).url}compare/")
    page.locator("#compare-1").fill("丙县税务局")
    page.keyboard.press("Enter")
    page.get_by_text("没有收录“丙县税务局”，请从提示中选择。").wait_for()


def test_the_table_can_be_downloaded(built_site: Project, serve: Serve, page: Page) -> None:
    page.goto(serve(built_site.site).url + CHOICE)
    page.locator("table.comparison").wait_for()
    with page.expect_download() as download:
        page.get_by_role("button", name="下载表格").click()
    text = Path(download.value.path()).read_text(encoding="utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert ["一件事办件量", "全部", "400余件", "2520件", "含约数或上下限；年度不同"] in rows


def test_another_time_is_told_beside_its_figure(built_site: Project, serve: Serve, page: Page) -> None:
    page.goto(f"{serve(built_site.site).url}compare/")
    told = page.evaluate(
        """async () => {
            const { makeSheet } = await import("../assets/compare/model.js");
            const figure = (mention, time) => ({ mention, year: 2023, qualifier: "none", other_time: time });
            const cells = [[figure("68件", "近三年")], [figure("50件", "")]];
            const row = { name: "公证办理件数", dimension: "", cells };
            return makeSheet([{ name: "甲", year: 2023 }, { name: "乙", year: 2023 }], [row])[1];
        }"""
    )
    assert told == ["公证办理件数", "全部", "68件（近三年）", "50件", "期间不是整个年度"]


def test_no_cell_of_a_download_is_a_formula(built_site: Project, serve: Serve, page: Page) -> None:
    page.goto(f"{serve(built_site.site).url}compare/")
    texts = ["=1+1", "＋12件", "-3件", "@甲", "\t=1", '说"好"', "办件1=1"]
    text = page.evaluate(
        "async (rows) => (await import('../assets/search/csv.js')).csvText(rows)", [[text] for text in texts]
    )
    cells = [row[0] for row in csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""))]
    assert cells == ["'=1+1", "'＋12件", "'-3件", "'@甲", "'\t=1", '说"好"', "办件1=1"]


def test_without_scripts_there_is_another_way(built_site: Project, serve: Serve, open_page: OpenPage) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(f"{serve(built_site.site).url}compare/")
    assert page.get_by_text("并排比较需要开启 JavaScript").is_visible()
