"""What a reader pays for a report, in bytes over the wire, and that nothing jumps while it loads."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from tests.support.browser import OpenPage
from tests.support.site import Project
from tests.support.views import QUICK, View
from tests.support.web_server import web_serving

FIRST_VISIT = 200_000
NEXT_PAGE = 60_000
LONGEST = "reports/weibin-sfj-2023/"
OTHER = "reports/hanjiang-xzfwzx-2023/"

TRANSFERRED = """() => performance.getEntriesByType("navigation").concat(performance.getEntriesByType("resource"))
  .reduce((sum, entry) => sum + entry.transferSize, 0)"""

WATCH_SHIFTS = """
window.shifted = 0;
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
}).observe({type: "layout-shift", buffered: true});
"""


@pytest.fixture
def address(built_site: Project) -> Iterator[str]:
    """The built site on a host that compresses."""
    with web_serving(built_site.site) as url:
        yield url


def test_first_visit_and_next_page(address: str, page: Page) -> None:
    page.goto(address + LONGEST, wait_until="networkidle")
    first = page.evaluate(TRANSFERRED)
    page.goto(address + OTHER, wait_until="networkidle")
    following = page.evaluate(TRANSFERRED)
    assert 0 < first <= FIRST_VISIT
    assert 0 < following <= NEXT_PAGE


@pytest.mark.parametrize("view", QUICK, ids=lambda view: view.name)
def test_nothing_jumps(view: View, address: str, open_page: OpenPage) -> None:
    page = open_page(**view.options)
    page.context.add_init_script(view.script + ";" + WATCH_SHIFTS)
    for name in ("", LONGEST, "indicators/", "search/", "agencies/weibin-sfj/"):
        page.goto(address + name, wait_until="networkidle")
        assert page.evaluate("window.shifted") < 0.05, name
