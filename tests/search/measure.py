"""Asks a site's search page in a browser with nothing cached, and notes what that costs."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from playwright.sync_api import Browser, Page

from tests.support.server import StaticSite

OWN = ("/assets/search/", "/search-index/")
"""What belongs to client and index, as against the page around them."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One query: what came, in how many bytes of bodies and seconds from the address to the results."""

    query: str
    reports: tuple[str, ...]
    tiers: tuple[str, ...]
    data: int
    seconds: float


def ask_cold(browser: Browser, site: StaticSite, queries: list[str]) -> Iterator[Asked]:
    """Each query in a fresh browser context, by its address."""
    for query in queries:
        with browser.new_context(locale="zh-CN") as context:
            page = context.new_page()
            before, started = len(site.requests), time.perf_counter()
            page.goto(f"{site.url}search/?q={quote(query)}")
            wait_for_answer(page)
            seconds = time.perf_counter() - started
            page.wait_for_load_state("networkidle")
            results = page.locator(".gk-result")
            reports = results.evaluate_all("all => all.map(one => one.dataset.report)")
            tiers = results.evaluate_all("all => all.map(one => one.dataset.tier)")
            new = site.requests[before:]
            data = sum(request.size for request in new if any(part in request.path for part in OWN))
            yield Asked(query, tuple(reports), tuple(tiers), data, seconds)


def wait_for_answer(page: Page) -> None:
    """Wait until the page says what it found; the page itself reports it, without the pauses of polling."""
    wait_in_page(page, "#gongkai-search:not([aria-busy]) [data-part=status]:not(:empty)")


def wait_in_page(page: Page, selector: str) -> None:
    """Wait until an element is there that fits a CSS selector."""
    page.evaluate(
        """(selector) => new Promise((done) => {
          const look = () => document.querySelector(selector) && done(true);
          new MutationObserver(look).observe(document, {subtree: true, childList: true, attributes: true});
          look();
        })""",
        selector,
    )
