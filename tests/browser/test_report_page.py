"""The page of a report at work: contents that follow, citing, reading aloud, paper, and what stands in its head."""

from __future__ import annotations

import hashlib
import json
import re

from playwright.sync_api import Page

from tests.support.browser import OpenPage
from tests.support.server import Serve
from tests.support.site import Project

REPORT = "reports/weibin-sfj-2023/"
SPEECH = """
window.spoken = [];
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
Object.defineProperty(window, "speechSynthesis", {value: {
  speak(utterance) {
    window.spoken.push(utterance.text);
    document.documentElement.dataset.spoken = window.spoken.length;
    if (window.spoken.length < 4) setTimeout(() => utterance.onend(), 10);
  },
  cancel() { window.spoken.push("(cancel)"); },
}});
"""


def test_the_contents_list_follows_the_scroll(built_site: Project, serve: Serve, page: Page) -> None:
    page.goto(serve(built_site.site).url + REPORT, wait_until="networkidle")
    contents = page.locator("[data-gk-contents]")
    seen = []
    for heading in ("indicators", "s-2", "s-5", "source"):
        page.evaluate("id => document.getElementById(id).scrollIntoView()", heading)
        page.wait_for_timeout(100)
        seen.append(contents.locator("[aria-current=location]").evaluate_all("links => links.map(link => link.hash)"))
    assert seen[:3] == [["#indicators"], ["#s-2"], ["#s-5"]]
    assert len(seen[3]) == 1


def test_the_five_contents_lead_into_the_text(built_site: Project, serve: Serve, page: Page) -> None:
    page.goto(serve(built_site.site).url + REPORT, wait_until="networkidle")
    parts = page.get_by_role("navigation", name="五项应报告内容").locator("li")
    assert parts.count() == 5
    for link in parts.locator("a").all():
        link.click()
        assert page.locator(":target").count() == 1


def test_a_citation_names_paragraph_and_version(built_site: Project, serve: Serve, open_page: OpenPage) -> None:
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(serve(built_site.site).url + REPORT, wait_until="networkidle")
    address = page.url
    passage = page.locator(".passage").nth(1)
    anchor = passage.get_attribute("id")
    page.locator("[data-gk-cite]").wait_for()  # shown as soon as the scripts are there
    passage.locator(".permalink").focus()
    page.keyboard.press("Enter")
    page.locator(".passage-tools").wait_for()
    page.keyboard.press("Tab")  # the tools come right after the paragraph whose link was followed
    for _ in range(12):
        if page.evaluate("document.activeElement.textContent") == "复制引用":
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.get_by_text("已复制引用格式").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    original = built_site.site / REPORT / "weibin-sfj-2023.txt"
    version = hashlib.sha256(original.read_bytes()).hexdigest()[:12]
    pattern = (
        rf"(.+)\. (.+)\[R/OL\]\. \[\d{{4}}-\d\d-\d\d\]\. {re.escape(address)}#{anchor}\. 文件版本SHA-256：{version}\."
    )
    found = re.fullmatch(pattern, copied)
    assert found is not None, copied
    assert found[2] == page.locator("h1").inner_text()


def test_without_a_clipboard_the_citation_is_selected(built_site: Project, serve: Serve, page: Page) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.goto(serve(built_site.site).url + REPORT, wait_until="networkidle")
    page.get_by_role("button", name="复制引用").click()
    field = page.get_by_label("请复制下面的引用格式")
    selected = field.evaluate("field => field.value.slice(field.selectionStart, field.selectionEnd)")
    assert selected == field.input_value()
    assert "[R/OL]" in selected


def test_reading_aloud_starts_goes_on_and_stops(built_site: Project, serve: Serve, page: Page) -> None:
    page.add_init_script(SPEECH)
    page.goto(serve(built_site.site).url + REPORT, wait_until="networkidle")
    page.get_by_role("button", name="朗读").click()
    page.locator("html[data-spoken='4']").wait_for()  # a function to wait for would be evaluated, which pages forbid
    said = page.evaluate("window.spoken")
    assert len(said) == 4
    assert said[1] == page.locator("h1").inner_text()
    assert not any("¶" in words for words in said)
    page.get_by_role("button", name="停止朗读").click()
    assert page.evaluate("window.spoken.at(-1)") == "(cancel)"
    assert page.locator(".is-spoken").count() == 0
    assert page.get_by_role("button", name="朗读", exact=True).count() == 1


def test_without_speech_there_is_no_button(built_site: Project, serve: Serve, page: Page) -> None:
    page.add_init_script("Object.defineProperty(window, 'speechSynthesis', {value: undefined})")
    page.goto(serve(built_site.site).url + REPORT, wait_until="networkidle")
    assert page.get_by_role("button", name="朗读").count() == 0


def test_paper_shows_ids_and_hash_and_no_controls(built_site: Project, serve: Serve, page: Page) -> None:
    page.goto(serve(built_site.site).url + REPORT, wait_until="networkidle")
    page.emulate_media(media="print")
    for hidden in ("header .gk-tools", "header form", ".gk-nav", ".gk-actions", ".gk-contents"):
        assert not page.locator(hidden).first.is_visible(), hidden
    mark = page.locator(".passage .permalink").first
    shown = mark.evaluate("link => getComputedStyle(link, '::after').content")
    assert "p-" in shown.replace("attr(href)", mark.get_attribute("href") or "")
    version = hashlib.sha256((built_site.site / REPORT / "weibin-sfj-2023.txt").read_bytes()).hexdigest()
    assert page.get_by_text(version).is_visible()
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.get_by_text(f"打印自 {page.url}").is_visible()
    assert page.get_by_text("关键词", exact=True).is_visible()  # the card has no folds on paper


def test_the_head_names_what_is_known_and_nothing_else(built_site: Project) -> None:
    page = (built_site.site / REPORT / "index.html").read_text(encoding="utf-8")
    tags = dict(re.findall(r'<meta name="([A-Z]\w+)" content="([^"]*)">', page))
    assert set(tags) == {
        "SiteName",
        "ColumnName",
        "ColumnDescription",
        "ColumnKeywords",
        "ColumnType",
        "ArticleTitle",
        "ContentSource",
        "Keywords",
        "Author",
        "Description",
    }
    assert "" not in tags.values()
    assert tags["ArticleTitle"] == "2023年度卫滨区法治政府建设工作情况专项报告"
    block = re.search(r'<script type="application/ld\+json">(.*?)</script>', page)
    assert block is not None
    assert json.loads(block[1])["name"] == tags["ArticleTitle"]
    assert 'rel="canonical"' not in page


def test_titles_are_unique(built_site: Project) -> None:
    titles: dict[str, list[str]] = {}
    for path in built_site.site.rglob("index.html"):
        found = re.search(r"<title>(.*?)</title>", path.read_text(encoding="utf-8"))
        assert found is not None, path
        titles.setdefault(found[1], []).append(path.parent.relative_to(built_site.site).as_posix())
    assert {title: places for title, places in titles.items() if len(places) > 1} == {}


def test_example_queries_find_something(built_site: Project, serve: Serve, page: Page) -> None:
    url = serve(built_site.site).url
    page.goto(url)
    examples = page.locator(".home-examples a").evaluate_all("links => links.map(link => link.href)")
    assert len(examples) == 4
    for example in examples:
        page.goto(example)
        page.locator(".gk-result, .gk-answer").first.wait_for()
