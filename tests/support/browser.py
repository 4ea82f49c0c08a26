"""A real browser: the distribution's Chromium, driven by Playwright, with a log of what pages ask for."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Protocol
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
    # Nothing leaves this machine, whatever a page asks for.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
)
OWN_HOSTS = {"127.0.0.1", "localhost"}
INLINE_SCHEMES = {"about", "blob", "data"}


@dataclass(frozen=True, slots=True)
class NetworkLog:
    """What the pages of a test asked for, and the script errors they threw."""

    urls: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    @property
    def foreign(self) -> list[str]:
        """Addresses on other hosts."""
        return [url for url in self.urls if is_foreign(url)]


def is_foreign(url: str) -> bool:
    """Say whether an address lies on another host."""
    parts = urlsplit(url)
    return parts.scheme not in INLINE_SCHEMES and parts.hostname not in OWN_HOSTS


class OpenPage(Protocol):
    """Type of the fixture `open_page`."""

    def __call__(self, **options: Any) -> Page:
        """Open an empty page; `options` are those of Playwright's `Browser.new_context`."""


def find_chromium() -> str:
    """Path of the browser: $CHROMIUM, or the first found by its usual names."""
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        raise FileNotFoundError("no Chromium: `make test` installs it, CHROMIUM=/path names another one")
    return path


@contextmanager
def running_browser() -> Iterator[Browser]:
    """Run the browser while the context lasts."""
    flags = [*FLAGS, *(["--no-sandbox"] if os.geteuid() == 0 else [])]  # Chromium has no sandbox for root
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=flags)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The running browser, one for each test process."""
    with running_browser() as browser:
        yield browser


@pytest.fixture
def network() -> NetworkLog:
    """The log of this test's pages. A test that provokes an error takes it out of the log."""
    return NetworkLog()


@pytest.fixture
def open_page(browser: Browser, network: NetworkLog) -> Iterator[OpenPage]:
    """Open pages with chosen width, colour scheme …; at the end no request may have gone to another host."""
    contexts: list[BrowserContext] = []

    def start(**options: Any) -> Page:
        context = browser.new_context(**{"locale": "zh-CN", "timezone_id": "Asia/Shanghai", **options})
        contexts.append(context)
        context.on("request", lambda request: network.urls.append(request.url))
        context.on("weberror", lambda error: network.errors.append(str(error.error)))
        return context.new_page()

    yield start
    for context in contexts:
        context.close()
    assert network.foreign == []
    assert network.errors == []


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    """An empty page, 1280 × 720."""
    return open_page(viewport={"width": 1280, "height": 720})
