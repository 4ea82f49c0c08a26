"""Barriers are found, and nothing is found where there are none."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.support.accessibility import violations

SOUND = '<!doctype html><html lang="zh"><title>公开</title><main><h1>公开</h1>{}</main></html>'


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>正文</p>", []),
        ('<p style="color: #ccc; background: #fff">正文</p>', ["color-contrast: p"]),
        ('<h3>三级</h3><img src="data:,">', ["heading-order: h3", "image-alt: img"]),
    ],
)
def test_barriers_are_found(body: str, expected: list[str], page: Page) -> None:
    page.set_content(SOUND.format(body))
    assert sorted(violations(page)) == expected
