"""What the first answer costs a visitor who was never here."""

from pathlib import Path
from statistics import median

from playwright.sync_api import Browser

from tests.search.corpus import CASES
from tests.search.measure import ask_cold
from tests.support.server import serving

BUDGET = 120_000
"""Bytes of bodies, client and index together, from a host that does not compress."""


def test_first_answer_among_two_thousand_reports(browser: Browser, site_2000: Path) -> None:
    queries = (CASES / "cost_queries.txt").read_text(encoding="utf-8").splitlines()
    with serving(site_2000) as site:
        asked = list(ask_cold(browser, site, queries))
    assert len(asked) == 30
    assert [each.query for each in asked if not each.reports] == []
    assert median(each.data for each in asked) <= BUDGET
