"""The display switches: by keyboard, remembered, before the first paint, and as large as they promise."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page

from tests.support.browser import OpenPage
from tests.support.server import Serve
from tests.support.site import Project
from tests.support.views import View

REPORT = "reports/weibin-sfj-2023/"
ELDER = (("mode", "elder"),)
TEXTS = "p, li, td, th, dd, dt, a, button, summary, h1, h2, h3, h4, input, legend, caption, small"

SMALLEST = """selector => Math.min(...[...document.querySelectorAll(selector)]
  .filter(node => node.checkVisibility() && node.getBoundingClientRect().width > 1 && node.textContent.trim()
    && !node.closest(".gk-unseen"))
  .map(node => parseFloat(getComputedStyle(node).fontSize)))"""

TIGHT = """() => [...document.querySelectorAll("article p, article li, article dd")]
  .filter(node => node.checkVisibility())
  .map(node => [node.className, getComputedStyle(node)])
  .map(([name, style]) => [name, parseFloat(style.lineHeight) / parseFloat(style.fontSize)])
  .filter(([, ratio]) => ratio < 1.5)"""

PRESSED = "button, summary, input, nav a, .gk-button, .entries a, .home-entries a"

LOW = f"""least => [...document.querySelectorAll("{PRESSED}")]
  .filter(node => node.checkVisibility() && !node.closest(".gk-unseen"))
  .map(node => [node.textContent.trim().slice(0, 12), node.getBoundingClientRect()])
  .filter(([, box]) => box.height < least - 0.5 && box.height > 0)
  .map(([words, box]) => `${{words}} ${{box.height}}`)"""


def test_large_type_by_keyboard_is_remembered(built_site: Project, serve: Serve, page: Page) -> None:
    url = serve(built_site.site).url
    page.goto(url)
    switch = page.get_by_role("button", name="大字版")
    for _ in range(8):
        page.keyboard.press("Tab")
        if switch.evaluate("node => node === document.activeElement"):
            break
    page.keyboard.press("Enter")
    assert switch.get_attribute("aria-pressed") == "true"
    page.goto(url + REPORT)
    assert page.evaluate("document.documentElement.dataset.gkMode") == "elder"
    page.get_by_role("button", name="大字版").press("Space")
    page.reload()
    assert page.evaluate("document.documentElement.dataset.gkMode ?? null") is None


@pytest.mark.parametrize(("width", "least"), [(360, 24), (1280, 18)])
def test_large_type_is_large(width: int, least: int, built_site: Project, serve: Serve, open_page: OpenPage) -> None:
    view = View("large", width, chosen=ELDER)
    page = open_page(**view.options)
    page.context.add_init_script(view.script)
    for name in ("", REPORT, "search/", "agencies/"):
        page.goto(serve(built_site.site).url + name, wait_until="networkidle")
        assert page.evaluate(SMALLEST, TEXTS) >= least, name
        assert page.evaluate(TIGHT) == [], name
        assert page.evaluate(LOW, 44) == [], name
        main = page.locator(".gk-switch:visible, .gk-actions > *:visible").all()
        assert [box for box in map(height, main) if box < 60] == [], name


@pytest.mark.parametrize("chosen", [(), ELDER], ids=["plain", "large"])
def test_a_part_is_told_where_its_column_has_no_room(
    chosen: tuple[tuple[str, str], ...], built_site: Project, serve: Serve, open_page: OpenPage
) -> None:
    view = View("part", 360, chosen=chosen)
    page = open_page(**view.options)
    page.context.add_init_script(view.script)
    page.goto(serve(built_site.site).url + "indicators/one-thing-items/")
    row = page.locator("tr", has_text="66项")
    told = [part for part in row.get_by_text("企业").all() if part.is_visible()]
    assert len(told) == 1


def height(locator: Locator) -> float:
    """The height of an element in CSS pixels."""
    box = locator.bounding_box()
    return box["height"] if box else 0


def test_targets_are_never_small(built_site: Project, serve: Serve, page: Page) -> None:
    for name in ("", REPORT, "indicators/", "agencies/"):
        page.goto(serve(built_site.site).url + name)
        assert page.evaluate(LOW, 24) == [], name


def test_colours_and_sizes_are_set_before_the_first_paint(
    built_site: Project, serve: Serve, open_page: OpenPage
) -> None:
    view = View("dark", 360, chosen=(("scheme", "slate"), ("size", "largest")))
    page = open_page(**view.options)
    page.context.add_init_script(view.script)
    # At the moment the body begins, before anything of it is painted.
    page.context.add_init_script("""
      new MutationObserver((_, watch) => {
        if (!document.body) return;
        window.atFirst = {...document.documentElement.dataset};
        watch.disconnect();
      }).observe(document, {childList: true, subtree: true});
    """)
    page.goto(serve(built_site.site).url)
    assert page.evaluate("window.atFirst") == {"mdColorScheme": "slate", "gkSize": "largest"}


def test_the_system_rules_until_the_reader_chooses(built_site: Project, serve: Serve, open_page: OpenPage) -> None:
    page = open_page(color_scheme="dark")
    page.goto(serve(built_site.site).url)
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.get_by_role("button", name="深色").click()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)" != dark
    page.reload()
    assert page.get_by_role("button", name="深色").get_attribute("aria-pressed") == "false"


def test_font_steps_grow_the_text(built_site: Project, serve: Serve, page: Page) -> None:
    page.goto(serve(built_site.site).url + REPORT)
    sizes = []
    for step in ("标准", "大", "特大"):
        page.get_by_text("更多", exact=True).click()
        page.get_by_role("button", name=step, exact=True).click()
        page.keyboard.press("Escape")
        sizes.append(page.locator(".passage").first.evaluate("node => parseFloat(getComputedStyle(node).fontSize)"))
    assert sizes == [17, pytest.approx(17 * 1.15), pytest.approx(17 * 1.3)]


def test_without_scripts_nothing_essential_is_missing(built_site: Project, serve: Serve, open_page: OpenPage) -> None:
    page = open_page(java_script_enabled=False, color_scheme="dark", viewport={"width": 360, "height": 800})
    page.goto(serve(built_site.site).url + REPORT)
    assert page.locator(".passage").first.is_visible()
    assert page.get_by_role("link", name="下载原文件").is_visible()
    assert page.locator("header button:visible").all_inner_texts() == ["检索"]
    page.get_by_text("菜单").click()
    assert page.get_by_role("navigation", name="菜单").get_by_role("link", name="指标").is_visible()
