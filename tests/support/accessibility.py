"""Automatic accessibility checks: axe-core, run inside a page."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Page

AXE = Path(__file__).resolve().parent.parent / "browser" / "tools" / "node_modules" / "axe-core" / "axe.min.js"
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
"""Tags of axe-core's rules: WCAG 2.2 up to level AA, and what its authors recommend."""


@cache
def _axe() -> str:
    if not AXE.is_file():
        pytest.fail("axe-core is missing; `make test` installs it")
    return AXE.read_text(encoding="utf-8")


def violations(page: Page) -> list[str]:
    """What is inaccessible in a page that is open, as `rule: element`, one for each element; empty if nothing is."""
    page.evaluate(_axe())  # evaluated, not added as an element: a content security policy does not stop it
    found = page.evaluate("tags => axe.run(document, {runOnly: tags, resultTypes: ['violations']})", list(RULES))
    return [
        f"{rule['id']}: {' '.join(map(str, node['target']))}" for rule in found["violations"] for node in rule["nodes"]
    ]
