"""What a large collection costs: the first answer, for a visitor who was never here, and the thousandth hit."""

from pathlib import Path
from statistics import median
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.search.corpus import CASES
from tests.search.measure import ask_cold, wait_for_answer
from tests.support.server import Serve, serving

pytestmark = pytest.mark.long

BUDGET = 120_000
"""Bytes of bodies, client and index together, from a host that does not compress."""


def test_first_answer_among_two_thousand_reports(browser: Browser, site_2000: Path) -> None:
    queries = (CASES / "cost_queries.txt").read_text(encoding="utf-8").splitlines()
    with serving(site_2000) as site:
        asked = list(ask_cold(browser, site, queries))
    assert len(asked) == 30
    assert [each.query for each in asked if not each.reports] == []
    assert median(each.data for each in asked) <= BUDGET


def test_a_thousand_hits_can_be_paged_through(page: Page, serve: Serve, site_2000: Path) -> None:
    site = serve(site_2000).url
    page.goto(f"{site}search/?q={quote('法治政府建设')}&page=100")
    wait_for_answer(page)
    expect(page.locator(".gk-results")).to_have_attribute("start", "991")
    hundredth = page.locator(".gk-result").evaluate_all("all => all.map(one => one.dataset.report)")
    page.get_by_role("link", name="下一页").click()
    expect(page.locator(".gk-results")).to_have_attribute("start", "1001")
    next_one = page.locator(".gk-result").evaluate_all("all => all.map(one => one.dataset.report)")
    assert (len(hundredth), len(next_one)) == (10, 10)
    assert set(hundredth).isdisjoint(next_one)
