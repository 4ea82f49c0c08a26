"""The views in which pages are checked: width and colour scheme of the window, and the display that a reader chose."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Literal

from playwright.sync_api import Browser, BrowserContext

STORE = "gongkai.display"
"""Where the site's scripts remember the display, in the browser's local storage."""


@dataclass(frozen=True, slots=True)
class View:
    """A window of `width` CSS pixels; `chosen` is what a reader pressed among the display switches."""

    name: str
    width: int
    scheme: Literal["light", "dark"] = "light"
    chosen: tuple[tuple[str, str], ...] = ()

    @property
    def options(self) -> dict[str, Any]:
        """Options of Playwright's `Browser.new_context`."""
        return {
            "viewport": {"width": self.width, "height": 800},
            "color_scheme": self.scheme,
            "reduced_motion": "reduce",
        }

    @property
    def script(self) -> str:
        """What to run before each page's own scripts, as if the reader had chosen on an earlier visit."""
        return f"localStorage.setItem({json.dumps(STORE)}, {json.dumps(json.dumps(dict(self.chosen)))})"


def modes(width: int) -> tuple[View, ...]:
    """Every mode at one width."""
    return (
        View(f"light-{width}", width),
        View(f"dark-{width}", width, "dark"),
        View(f"large-{width}", width, chosen=(("mode", "elder"),)),
        View(f"contrast-{width}", width, chosen=(("contrast", "high"),)),
        View(f"dark-contrast-{width}", width, "dark", (("contrast", "high"),)),
    )


QUICK = (*modes(360)[:3], View("light-1280", 1280))
"""What every test run looks at."""

ALL = (*modes(320), *modes(360), *modes(768), *modes(1280))
"""What `make audit` looks at; 320 is reflow at 400 % zoom (WCAG 1.4.10)."""


def open_view(browser: Browser, view: View) -> BrowserContext:
    """A context whose pages are seen in this view."""
    context = browser.new_context(locale="zh-CN", timezone_id="Asia/Shanghai", **view.options)
    context.add_init_script(view.script)
    return context
