"""The large pointer (适老化通用设计规范): chosen by a button, kept on the next page."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.support.server import Serve
from tests.support.site import Project

CURSOR = "getComputedStyle(document.querySelector('main a')).cursor"


def test_the_pointer_is_large_where_it_is_chosen(built_site: Project, serve: Serve, page: Page) -> None:
    url = serve(built_site.site).url
    page.goto(url + "years/")
    assert "pointer.svg" not in page.evaluate(CURSOR)
    page.locator(".gk-display summary").click()
    page.get_by_role("button", name="大鼠标").click()
    page.goto(url + "agencies/")
    assert "pointer.svg" in page.evaluate(CURSOR)
