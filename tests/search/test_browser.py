"""The search page and the search box in a real browser."""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import Page, Route, expect

from tests.search.test_queries import asked
from tests.support.accessibility import violations
from tests.support.browser import NetworkLog, OpenPage
from tests.support.server import Serve

BASE = "/a/b/"
PHRASES = [row["query"] for row in asked()][::2][:30]


@pytest.fixture
def site(site_500: Path, serve: Serve) -> str:
    """Address of the site, below a base path."""
    return serve(site_500, BASE).url


@pytest.fixture
def console(page: Page) -> Iterator[list[str]]:
    """What the console says; at the end it must be silent: no error, no violation of the policy."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    yield said
    assert said == []


def ask(page: Page, site: str, query: str, **more: str) -> None:
    """Open the search page with a query and wait until it has answered."""
    rest = "".join(f"&{name}={quote(value)}" for name, value in more.items())
    page.goto(f"{site}search/?q={quote(query)}{rest}")
    answered(page)


def answered(page: Page) -> None:
    expect(page.locator("[data-part=status]")).not_to_be_empty()
    expect(page.locator("#gongkai-search[aria-busy]")).to_have_count(0)


def ids(page: Page) -> list[str | None]:
    return [result.get_attribute("data-report") for result in page.locator(".gk-result").all()]


def status(page: Page) -> str:
    return page.locator("[data-part=status]").inner_text()


@pytest.mark.parametrize("row", asked()[::13][:30], ids=PHRASES)
def test_written_queries(row: dict[str, list[str]], page: Page, site: str, console: list[str]) -> None:
    ask(page, site, str(row["query"]))
    assert set(row["must"]) <= set(ids(page)[:5])
    assert console == []


def test_direct_answer_opens_its_sentence(page: Page, site: str) -> None:
    ask(page, site, "卫滨区法律援助一年办多少件")
    link = page.locator(".gk-answer a", has_text="751")
    assert "卫滨区司法局 2023年" in link.inner_text()
    assert re.fullmatch(re.escape(site) + r"reports/003_[0-9a-f]+/#p-[0-9a-f]+", link.evaluate("link => link.href"))


def test_indicator_stands_on_top_with_its_newest_values(page: Page, site: str) -> None:
    ask(page, site, "养护路段")
    answer = page.locator(".gk-answer").first
    expect(answer.locator(".gk-answer__name a")).to_have_text("养护路段")
    assert [text[-5:] for text in answer.locator("li").all_inner_texts()] == ["2022年"] * 3


def test_short_name_names_its_agency(page: Page, site: str) -> None:
    ask(page, site, "湖滨区行政审批局")
    answer = page.locator("[data-answer=agency]")
    expect(answer.locator(".gk-answer__name a")).to_have_text("湖滨区行政审批和政务信息管理局")


def test_what_was_found_is_marked(page: Page, site: str) -> None:
    ask(page, site, "“一件事”业务")
    assert page.locator("[data-report^='003'] mark").all_inner_texts()[0] == "一件事”业务"


def test_nothing_of_a_query_becomes_markup(page: Page, site: str) -> None:
    ask(page, site, "<img src=x onerror=alert(1)> 一件事")
    assert page.locator("#gongkai-search img").count() == 0
    assert "<img" in page.locator("#gk-search-input").input_value()


def test_relaxing_is_said(page: Page, site: str) -> None:
    ask(page, site, "小胡帮办")
    assert status(page) == "没有完全匹配，显示近似结果（1 篇）。"
    assert page.locator("[data-part=notes]").inner_text() == "没有报告写有“小胡帮办”，显示只差一个字的内容。"
    assert "以“小湖帮办”对应“小胡帮办”" in page.locator(".gk-result__near").inner_text()


def test_nothing_found_is_said(page: Page, site: str) -> None:
    ask(page, site, "奥特曼")
    assert status(page) == "没有找到与“奥特曼”有关的报告。"
    assert ids(page) == []


def test_one_character_is_too_short(page: Page, site: str) -> None:
    ask(page, site, "水")
    assert status(page) == "“水”太短，请至少输入相连的两个字。"


def test_status_is_a_live_region(page: Page, site: str) -> None:
    ask(page, site, "一件事一次办")
    region = page.get_by_role("status")
    expect(region).to_have_text(re.compile("^找到 3 篇报告，含“一件事一次办”"))
    assert region.get_attribute("aria-live") == "polite"


def test_address_filters_and_back_button(page: Page, site: str) -> None:
    ask(page, site, "养护路段")
    before = ids(page)
    page.locator("[data-facet=year] a", has_text="2021年").click()
    answered(page)
    assert parse_qs(urlsplit(page.url).query) == {"q": ["养护路段"], "year": ["2021"]}
    assert ids(page)
    assert all(str(report).endswith("-2021") for report in ids(page))
    page.go_back()
    expect(page.locator("[data-facet=year] [aria-current]")).to_have_count(0)
    assert ids(page) == before


def test_shared_address_shows_the_same(page: Page, site: str) -> None:
    ask(page, site, "养护路段", year="2021", sort="year")
    assert all(str(report).endswith("-2021") for report in ids(page))
    assert page.locator(".gk-search__tools [aria-current]").inner_text() == "按年度"


def test_paragraph_filters(page: Page, site: str) -> None:
    ask(page, site, "法治", part="next_year_plan", region="河南省")
    assert {str(report)[:3] for report in ids(page)} == {"000", "002", "004"}
    assert all("安排" in path for path in page.locator(".gk-passage__link").all_inner_texts())


def test_counts_become_exact_on_demand(page: Page, site: str) -> None:
    ask(page, site, "养护路段")
    assert status(page).startswith("至少找到 ")
    assert "至少" in page.locator("[data-facet=year]").inner_text()
    page.get_by_role("button", name="统计全部").click()
    expect(page.get_by_role("status")).to_have_text(re.compile("^找到 [0-9]+ 篇报告"))
    found = int(re.findall("[0-9]+", status(page))[0])
    years = page.locator("[data-facet=year] .gk-facet__count").all_inner_texts()
    assert sum(int(re.findall("[0-9]+", text)[0]) for text in years) == found
    assert "至少" not in page.locator("[data-part=facets]").inner_text()


def test_pages_follow_each_other(page: Page, site: str) -> None:
    ask(page, site, "法治政府建设")
    first = ids(page)
    page.get_by_role("link", name="下一页").click()
    answered(page)
    expect(page.locator(".gk-search__pager [aria-current]")).to_have_text("第 2 页")
    assert len(first) == len(ids(page)) == 10
    assert set(first).isdisjoint(ids(page))
    assert page.locator(".gk-results").get_attribute("start") == "11"


def test_results_as_table(page: Page, site: str) -> None:
    ask(page, site, "一件事一次办")
    with page.expect_download() as started:
        page.get_by_role("button", name="下载结果表").click()
    text = Path(started.value.path()).read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["匹配"] for row in rows[:3]] == ["完整词句"] * 3
    assert {row["县区"] for row in rows[:3]} == {"湖滨区", "涵江区", "魏都区"}
    assert all(row["网址"].startswith(site) for row in rows)


def test_keyboard_alone(page: Page, site: str, console: list[str]) -> None:
    page.goto(site)
    page.keyboard.press("Tab")
    expect(page.locator("#gk-box-input")).to_be_focused()
    page.keyboard.type("小湖")
    option = page.get_by_role("option").first
    expect(option).to_contain_text("小湖帮办")
    page.keyboard.press("ArrowDown")
    expect(option).to_have_attribute("aria-selected", "true")
    assert page.locator("#gk-box-input").get_attribute("aria-activedescendant") == option.get_attribute("id")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=*")
    answered(page)
    assert str(ids(page)[0]).startswith("002")
    page.locator("#gk-search-input").focus()
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.className") == "gk-passage__link":
            break
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "/reports/002_" in page.url
    assert "#p-" in page.url
    console.clear()  # the report's own page is not part of this site


def test_escape_closes_the_suggestions(page: Page, site: str) -> None:
    page.goto(site)
    page.locator("#gk-box-input").focus()
    page.keyboard.type("行政")
    expect(page.get_by_role("listbox")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    assert page.locator("#gk-box-input").input_value() == "行政"


def test_no_search_while_composing(page: Page, site: str) -> None:
    page.goto(f"{site}search/")
    page.locator("#gk-search-input").focus()
    expect(page.locator("#gk-search-input")).to_have_role("combobox")
    asked_for: list[str] = []
    page.on("request", lambda request: asked_for.append(request.url))
    devtools = page.context.new_cdp_session(page)
    for text in ("x", "xi", "小湖"):
        devtools.send("Input.imeSetComposition", {"text": text, "selectionStart": len(text), "selectionEnd": len(text)})
    page.wait_for_timeout(400)
    assert asked_for == []
    # The key that ends the composition, as browsers report it: code 229, or a plain Enter right after the end.
    devtools.send("Input.dispatchKeyEvent", {"type": "rawKeyDown", "key": "Enter", "windowsVirtualKeyCode": 229})
    devtools.send("Input.insertText", {"text": "小湖帮办"})
    page.wait_for_timeout(50)
    assert urlsplit(page.url).query == ""
    expect(page.get_by_role("option").first).to_contain_text("小湖帮办")
    page.keyboard.press("Enter")
    answered(page)
    assert parse_qs(urlsplit(page.url).query) == {"q": ["小湖帮办"]}


def test_enter_that_ends_a_composition_does_not_search(page: Page, site: str) -> None:
    page.goto(f"{site}search/")
    page.locator("#gk-search-input").focus()
    expect(page.locator("#gk-search-input")).to_have_role("combobox")
    page.evaluate(
        """() => {
          // Safari's order: the composition ends, and only then comes the key that ended it.
          const input = document.activeElement;
          input.dispatchEvent(new CompositionEvent("compositionstart"));
          input.value = "小湖";
          input.dispatchEvent(new CompositionEvent("compositionend", { data: "小湖" }));
          input.form.requestSubmit();
        }"""
    )
    page.wait_for_timeout(100)
    assert urlsplit(page.url).query == ""


def test_without_javascript(open_page: OpenPage, site: str) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(f"{site}search/?q=%E6%B3%95%E6%B2%BB")
    expect(page.get_by_text("需要开启 JavaScript")).to_be_visible()
    assert page.get_by_role("link", name="报告目录").get_attribute("href") == "../catalogue/"


def test_without_decompression_stream(open_page: OpenPage, site: str) -> None:
    page = open_page()
    page.add_init_script("delete window.DecompressionStream")
    page.goto(f"{site}search/?q=%E6%B3%95%E6%B2%BB")
    expect(page.get_by_text("Safari 16.4 及以上版本")).to_be_visible()


def test_index_published_meanwhile_is_read(page: Page, site: str) -> None:
    """A page that was open during a deployment asks for a file of the old index once, and then reads the new one."""
    missing: list[str] = []

    def once(route: Route) -> None:
        if missing:
            route.continue_()
        else:
            missing.append(route.request.url)
            route.fulfill(status=404)

    page.route("**/shard/*.bin", once)
    page.goto(f"{site}search/?q={quote('小湖帮办')}")
    answered(page)
    assert len(missing) == 1
    assert str(ids(page)[0]).startswith("002")


def test_missing_files_are_explained(page: Page, site: str, network: NetworkLog) -> None:
    page.route("**/root-*.bin", lambda route: route.abort())
    ask(page, site, "小湖帮办")
    assert "检索文件没有读到" in status(page)
    assert network.errors == []


@pytest.mark.parametrize("width", [320, 360])
def test_small_screens(width: int, open_page: OpenPage, site: str) -> None:
    page = open_page(viewport={"width": width, "height": 640})
    ask(page, site, "一把手怎么抓法治 第一责任人")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    small = page.eval_on_selector_all(
        "button, summary, .gk-search__tools a, input",
        "all => all.filter(one => one.offsetHeight && one.offsetHeight < 44).map(one => one.textContent)",
    )
    assert small == []


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("query", ["养护路段", "网上能办的比例 全程网办率", "奥特曼"])
def test_accessible(width: int, query: str, open_page: OpenPage, site: str) -> None:
    page = open_page(viewport={"width": width, "height": 800})
    ask(page, site, query)
    assert violations(page) == []


def test_open_suggestions_are_accessible(page: Page, site: str) -> None:
    page.goto(site)
    page.locator("#gk-box-input").focus()
    page.keyboard.type("行政")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("option").first).to_be_visible()
    assert violations(page) == []
