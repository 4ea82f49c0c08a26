"""From every figure of the five reports one click leads to the highlighted sentence that states it."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page

from tests.support.server import Serve
from tests.support.site import Project

ROWS = {
    "weidu-zwfwhdsjglj-2023": 13,
    "hanjiang-xzfwzx-2023": 8,
    "hubin-xzsphzwxxglj-2024": 22,
    "weibin-sfj-2023": 55,
    "shenqiu-xznlzfxnfwzx-2023": 0,
}


@pytest.mark.parametrize("report", ROWS)
def test_each_row_opens_its_sentence(built_site: Project, serve: Serve, page: Page, report: str) -> None:
    site = serve(built_site.site)
    page.goto(f"{site.url}reports/{report}/")
    twin = json.loads((built_site.site / "reports" / report / "report.json").read_text(encoding="utf-8"))
    links = page.locator("table.indicators td.value a")
    assert (links.count(), len(twin["facts"])) == (ROWS[report], ROWS[report])
    for number in range(links.count()):
        mention = links.nth(number).inner_text()
        links.nth(number).click()
        target = page.locator(":target")
        assert target.count() == 1, mention
        assert "".join(mention.split()) in "".join(target.inner_text().split()), mention
        plain = page.locator(".passage").first.evaluate("node => getComputedStyle(node).backgroundColor")
        assert target.evaluate("node => getComputedStyle(node).backgroundColor") != plain, mention
        assert target.evaluate("node => { const box = node.getBoundingClientRect(); return box.top >= 0; }"), mention


def test_a_report_without_figures_says_so(built_site: Project, serve: Serve, page: Page) -> None:
    page.goto(f"{serve(built_site.site).url}reports/shenqiu-xznlzfxnfwzx-2023/")
    assert page.get_by_text("本报告没有可提取的量化指标").count() == 1
    assert page.locator("table.indicators").count() == 0
