"""What people come for, done with the keyboard alone: Tab, Enter and typing, never the mouse."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Locator, Page

from tests.support.server import Serve
from tests.support.site import Project

PATIENCE = 150
"""Presses of Tab before a way counts as not to be found."""


def tab_to(page: Page, target: Locator) -> None:
    """Press Tab until `target` has the focus, and see that the focus is visible there."""
    for _ in range(PATIENCE):
        page.keyboard.press("Tab")
        if target.count() and target.first.evaluate("node => node === document.activeElement"):
            outline = target.first.evaluate("node => getComputedStyle(node).outlineStyle")
            assert outline != "none", "the focus cannot be seen"
            return
    raise AssertionError(f"not reached by {PATIENCE} presses of Tab: {target}")


def test_the_skip_link_comes_first(built_site: Project, serve: Serve, page: Page) -> None:
    for name in ("", "reports/weibin-sfj-2023/", "search/", "404.html"):
        page.goto(serve(built_site.site).url + name)
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent.trim()") == "跳到正文", name
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("!!document.activeElement.closest('main')"), name


def test_from_a_search_to_the_sentence(built_site: Project, serve: Serve, page: Page) -> None:
    page.goto(serve(built_site.site).url)
    tab_to(page, page.locator("#gk-box-input"))
    page.keyboard.type("2520件")
    page.keyboard.press("Enter")
    page.locator(".gk-result, .gk-answer").first.wait_for()
    tab_to(page, page.locator(".gk-answer a, .gk-result .gk-passage a, .gk-result a[href*='#']"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/reports/**#**")
    assert "2520件" in page.locator(":target").inner_text()


def test_comparing_two_agencies(built_site: Project, serve: Serve, page: Page) -> None:
    page.goto(serve(built_site.site).url)
    tab_to(page, page.get_by_role("navigation", name="主菜单").get_by_role("link", name="比较"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/compare/")
    tab_to(page, page.locator("#compare-1"))
    page.keyboard.type("湖滨区行政审批和政务信息管理局")
    tab_to(page, page.locator("#compare-2"))
    page.keyboard.type("新乡市卫滨区司法局")
    page.keyboard.press("Enter")
    page.locator("table.comparison").wait_for()


def test_who_has_not_yet_published(built_site: Project, serve: Serve, page: Page) -> None:
    page.goto(serve(built_site.site).url)
    tab_to(page, page.get_by_role("navigation", name="主菜单").get_by_role("link", name="公开情况"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/board/")
    assert page.locator("table.board").get_by_text("未收录").count() > 0


def test_a_report_in_large_type(built_site: Project, serve: Serve, page: Page) -> None:
    page.goto(serve(built_site.site).url)
    tab_to(page, page.get_by_role("button", name="大字版"))
    page.keyboard.press("Enter")
    tab_to(page, page.locator(".home-newest a"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/reports/**")
    assert page.evaluate("document.documentElement.dataset.gkMode") == "elder"
    tab_to(page, page.get_by_role("link", name="读全文"))
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#text"


def test_subscribing_to_a_feed(built_site: Project, serve: Serve, page: Page) -> None:
    url = serve(built_site.site).url
    page.goto(f"{url}agencies/weibin-sfj/")
    link = page.get_by_role("contentinfo").get_by_role("link", name="订阅")
    tab_to(page, link)
    address = link.evaluate("node => node.href")
    assert page.request.get(address).text().startswith("<?xml")
    own = page.locator("link[rel=alternate][type='application/atom+xml']").evaluate_all(
        "all => all.map(one => one.href)"
    )
    assert own == [f"{url}feed.xml", f"{url}agencies/weibin-sfj/feed.xml"]


def test_downloading_the_data(built_site: Project, serve: Serve, page: Page) -> None:
    page.goto(f"{serve(built_site.site).url}indicators/")
    tab_to(page, page.locator("article").get_by_role("link", name="CSV", exact=True))
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert "2520" in Path(download.value.path()).read_text(encoding="utf-8-sig")
