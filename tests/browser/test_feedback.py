"""「这段有误」: a mail that names the paragraph, its words and the version; nothing where none is set up."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page

from tests.support.server import Serve
from tests.support.site import Project

REPORT = "reports/weibin-sfj-2023/"


def open_tools(page: Page, url: str, **attributes: str) -> str:
    """Open the tools of the first paragraph of a report whose site is set up as given; the paragraph's id."""
    page.goto(url, wait_until="networkidle")  # the tools come with a module of their own
    for name, value in attributes.items():
        script = "([name, value]) => { document.querySelector('[data-gk-report]').dataset[name] = value }"
        page.evaluate(script, [name, value])
    link = page.locator(".passage .permalink").first
    link.click()
    return (link.get_attribute("href") or "").removeprefix("#")


def test_nothing_where_no_way_is_set_up(page: Page, serve: Serve, built_site: Project) -> None:
    open_tools(page, serve(built_site.site).url + REPORT)
    assert page.get_by_role("button", name="复制引用").last.is_visible()
    assert page.get_by_text("这段有误").count() == 0


def test_the_mail_is_filled_in(page: Page, serve: Serve, built_site: Project) -> None:
    anchor = open_tools(page, serve(built_site.site).url + REPORT, feedbackMail="office@agency.example")
    target = urlsplit(page.get_by_role("link", name="这段有误").get_attribute("href") or "")
    assert (target.scheme, target.path) == ("mailto", "office@agency.example")
    body = parse_qs(target.query)["body"][0]
    assert f"段落：{anchor}" in body
    assert re.search(r"文件版本SHA-256：[0-9a-f]{12}\n", body)
    words = page.locator(f"#{anchor}").inner_text().rstrip("¶").strip()
    assert f"原文：{words[:20]}" in body
    assert "¶" not in body


@pytest.mark.parametrize(
    ("issues", "names"),
    [
        ("https://git.example/a/b/issues/new?labels=x", {"labels", "title", "body"}),
        ("https://git.example/a/b/-/issues/new", {"issue[title]", "issue[description]"}),
    ],
)
def test_the_issue_is_filled_in(page: Page, serve: Serve, built_site: Project, issues: str, names: set[str]) -> None:
    open_tools(page, serve(built_site.site).url + REPORT, feedbackIssues=issues)
    target = page.get_by_role("link", name="这段有误").get_attribute("href") or ""
    assert set(parse_qs(urlsplit(target).query)) == names
