"""Every page type without barriers that axe-core knows, in the modes and at the widths that matter most."""

from __future__ import annotations

import pytest

from tests.support.accessibility import violations
from tests.support.browser import OpenPage
from tests.support.server import Serve
from tests.support.site import Project, one_of_each_type
from tests.support.views import QUICK, View

REFLOW = View("narrow-320", 320)
"""Reflow at 400 % zoom (WCAG 1.4.10)."""


@pytest.mark.parametrize("view", QUICK, ids=lambda view: view.name)
def test_no_barriers(view: View, built_site: Project, serve: Serve, open_page: OpenPage) -> None:
    page = open_page(**view.options)
    page.context.add_init_script(view.script)
    found = {}
    for name in (*one_of_each_type(built_site.site), "404.html"):
        page.goto(serve(built_site.site).url + name)
        if barriers := violations(page):
            found[name] = barriers
    assert found == {}


@pytest.mark.parametrize("view", [REFLOW, *QUICK], ids=lambda view: view.name)
def test_no_page_scrolls_sideways(view: View, built_site: Project, serve: Serve, open_page: OpenPage) -> None:
    page = open_page(**view.options)
    page.context.add_init_script(view.script)
    too_wide = []
    for name in one_of_each_type(built_site.site):
        page.goto(serve(built_site.site).url + name)
        if page.evaluate("document.documentElement.scrollWidth") > view.width:
            too_wide.append(name)
    assert too_wide == []
