"""Asks a site's search page in a browser, and notes what that costs."""

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import quote

from playwright.sync_api import Browser, BrowserContext, Page, Request

from tests.support.server import StaticSite

PATIENCE = 120_000
"""Milliseconds; a busy machine is slow, not wrong."""
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


def ask_cold(browser: Browser, site: StaticSite, queries: Iterable[str]) -> Iterator[Asked]:
    """Each query by its address, as somebody asks who was never here."""
    for query in queries:
        with browser.new_context(locale="zh-CN") as context:
            yield _ask(context, site, query)


def ask_warm(browser: Browser, site: StaticSite, queries: Iterable[str]) -> Iterator[Asked]:
    """Each query by its address, all by the same visitor."""
    with browser.new_context(locale="zh-CN") as context:
        for query in queries:
            yield _ask(context, site, query)


def _ask(context: BrowserContext, site: StaticSite, query: str) -> Asked:
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    waiting = Waiting(page)
    before, started = len(site.requests), time.perf_counter()
    page.goto(f"{site.url}search/?q={quote(query)}", wait_until="commit")
    wait_for_answer(page)
    seconds = time.perf_counter() - started
    waiting.settle()
    results = page.locator(".gk-result")
    reports = results.evaluate_all("all => all.map(one => one.dataset.report)")
    tiers = results.evaluate_all("all => all.map(one => one.dataset.tier)")
    data = sum(request.size for request in site.requests[before:] if any(part in request.path for part in OWN))
    page.close()
    return Asked(query, tuple(reports), tuple(tiers), data, seconds)


class Waiting:
    """What a page has asked for and not got yet; quicker than to wait for half a second of an idle network."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._open: set[Request] = set()
        page.on("request", self._begun)
        page.on("requestfinished", self._ended)
        page.on("requestfailed", self._ended)

    def _begun(self, request: Request) -> None:
        self._open.add(request)

    def _ended(self, request: Request) -> None:
        self._open.discard(request)

    def settle(self, patience: float = PATIENCE / 1000) -> None:
        """Wait until nothing is under way."""
        until = time.monotonic() + patience
        self._page.wait_for_timeout(1)
        while self._open:
            assert time.monotonic() < until, [request.url for request in self._open]
            self._page.wait_for_timeout(5)


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
