"""One page of each type in a real browser, under two addresses: the same words, nothing from elsewhere, no errors."""

from __future__ import annotations

from http import HTTPStatus

import pytest
from playwright.sync_api import Page

from tests.support.server import Serve
from tests.support.site import Project, one_of_each_type

BASES = ("/", "/zwgk/fzzf/")
FOUND = {HTTPStatus.OK, HTTPStatus.NOT_MODIFIED}


@pytest.mark.parametrize("base", BASES)
def test_pages_ask_nobody_else_and_raise_no_error(base: str, built_site: Project, serve: Serve, page: Page) -> None:
    site = serve(built_site.site, base)
    for name in one_of_each_type(built_site.site):
        answer = page.goto(site.url + name)
        assert answer is not None
        assert (name, answer.status) == (name, 200)
        page.wait_for_load_state("networkidle")
    assert [request for request in site.requests if request.status not in FOUND] == []


def test_pages_say_the_same_under_both_addresses(built_site: Project, serve: Serve, page: Page) -> None:
    for name in one_of_each_type(built_site.site):
        texts = []
        for base in BASES:
            page.goto(serve(built_site.site, base).url + name)
            texts.append(page.inner_text("body"))
        assert texts[0] == texts[1], name


def test_a_missing_address_shows_the_sites_own_page(built_site: Project, serve: Serve, page: Page) -> None:
    site = serve(built_site.site)
    answer = page.goto(f"{site.url}no/such/page/")
    assert answer is not None
    assert answer.status == HTTPStatus.NOT_FOUND
    ways_out = page.locator("article a").evaluate_all("links => links.map(link => link.href)")
    assert ways_out != []
    assert [way for way in ways_out if not page.request.get(way).ok] == []
