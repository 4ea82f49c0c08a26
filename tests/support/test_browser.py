"""The browser fixtures see what a page asks for, and let nothing out."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.support.browser import NetworkLog, is_foreign
from tests.support.server import Serve


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("http://127.0.0.1:8000/x", False),
        ("data:image/png;base64,AA", False),
        ("https://fonts.example/x.woff2", True),
        ("http://127.0.0.1.example/", True),
    ],
)
def test_foreign_addresses_are_known(url: str, expected: bool) -> None:  # noqa: FBT001  # a column of the table
    assert is_foreign(url) is expected


def test_requests_and_errors_are_logged(page: Page, network: NetworkLog, serve: Serve, tmp_path: Path) -> None:
    code = '<img src="https://foreign.invalid/x.png"><script>throw new Error("broken")</script>公开'
    (tmp_path / "index.html").write_text(f"<!doctype html><meta charset=utf-8>{code}", encoding="utf-8")
    site = serve(tmp_path, "/some/base/")
    page.goto(site.url)
    assert page.inner_text("body") == "公开"
    assert network.foreign == ["https://foreign.invalid/x.png"]
    assert [error.partition("\n")[0] for error in network.errors] == ["broken"]
    assert site.requests[0].path == "/some/base/"
    # Both would fail this test at its end.
    network.urls.clear()
    network.errors.clear()
