"""The search of the site that the real pipeline builds: it answers as the one of the tests does, and fits its pages."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.audit.search import reports_on
from tests.search.measure import wait_for_answer
from tests.search.node import run_node
from tests.search.test_queries import asked
from tests.support.browser import OpenPage
from tests.support.server import Serve
from tests.support.site import ROOT, Project, one_of_each_type


@pytest.fixture(scope="module")
def answers(client: Path, built_site: Project) -> dict[str, dict[str, Any]]:
    found = run_node("search", [row["query"] for row in asked()], client, built_site.site / "search-index")
    return {answer["query"]: answer for answer in found}


@pytest.fixture
def site(built_site: Project, serve: Serve) -> str:
    """Address of the site, below a base path."""
    return serve(built_site.site, "/a/b/").url


@pytest.mark.parametrize("row", asked(), ids=[row["query"] for row in asked()])
def test_right_report_first(row: dict[str, Any], answers: dict[str, dict[str, Any]], built_site: Project) -> None:
    report = reports_on(built_site.site)
    must, may, wrong = ([report[name] for name in row[key]] for key in ("must", "may", "not"))
    ids = answers[row["query"]]["ids"]
    assert set(must) <= set(ids[:5])
    before = ids[: max(ids.index(name) for name in must)]
    assert set(before) <= {*must, *may}
    assert set(before).isdisjoint(wrong)


@pytest.mark.parametrize(
    ("query", "value"),
    [
        ("卫滨区法律援助一年办多少件", "751件"),
        ("全程网办率", "79.43%"),
        ("涵江区即办率", "95.91%"),
        ("卫滨区应急演练几次", "6次"),
    ],
)
def test_direct_answer_opens_the_sentence_of_its_figure(query: str, value: str, page: Page, site: str) -> None:
    page.goto(f"{site}search/?q={quote(query)}")
    wait_for_answer(page)
    page.locator(".gk-answer li a", has_text=value).first.click()
    sentence = page.locator(":target")
    expect(sentence).to_have_class("sentence")
    assert value in re.sub(r"\s", "", sentence.inner_text())
    expect(sentence).to_be_in_viewport()


def test_a_direct_answer_says_what_part_it_counts(page: Page, site: str) -> None:
    page.goto(f"{site}search/?q={quote('涵江区一件事事项数')}")
    wait_for_answer(page)
    shown = page.locator(".gk-answer li a", has_text="19个").first.inner_text()
    assert shown == "19个 （主题套餐） 涵江区行政服务中心 2023年"


def test_a_topic_stands_in_for_a_name_that_no_report_writes(page: Page, site: str) -> None:
    page.goto(f"{site}search/?q={quote('赋权乡镇')}")
    wait_for_answer(page)
    assert "按专题“乡镇（街道）赋权”查找" in page.locator("[data-part=notes]").inner_text()
    expect(page.locator("[data-answer=page] a", has_text="乡镇（街道）赋权")).to_be_visible()
    expect(page.locator(".gk-result__near").first).to_contain_text("以“乡镇（街道）赋权”对应“赋权乡镇”")


def test_links_stay_on_the_site(page: Page, site: str) -> None:
    """Addresses of results are relative, as all others on the site: the theme marks those of other hosts."""
    page.goto(f"{site}search/?q={quote('法律援助')}")
    wait_for_answer(page)
    found = page.eval_on_selector_all("#gongkai-search a", "all => all.map(one => one.getAttribute('href'))")
    assert len(found) > 10
    assert [address for address in found if not address.startswith(("../", "?"))] == []


def test_back_from_a_report_leads_to_the_same_results(page: Page, site: str) -> None:
    page.goto(f"{site}search/?q={quote('一件事一次办')}")
    wait_for_answer(page)
    before = page.locator(".gk-result__title").all_inner_texts()
    page.locator(".gk-passage__link").nth(1).click()
    page.wait_for_url("**/reports/**")
    page.go_back()
    wait_for_answer(page)
    assert parse_qs(urlsplit(page.url).query) == {"q": ["一件事一次办"]}
    assert page.locator(".gk-result__title").all_inner_texts() == before


def test_every_page_has_one_search_box(built_site: Project, page: Page, site: str) -> None:
    for address in one_of_each_type(built_site.site):
        page.goto(site + address)
        expect(page.get_by_role("search")).to_have_count(1)
        expect(page.locator("form[role=search] input[type=search]")).to_be_visible()


def test_the_box_in_the_header_leads_to_the_results(page: Page, site: str) -> None:
    page.goto(f"{site}catalogue/2023/")
    page.get_by_role("searchbox").or_(page.get_by_role("combobox")).fill("小湖帮办")
    page.get_by_role("button", name="检索").click()
    page.wait_for_url("**/search/?q=*")
    wait_for_answer(page)
    expect(page.locator(".gk-result").first).to_have_attribute("data-report", "hubin-xzsphzwxxglj-2024")


def test_without_javascript_the_page_explains_itself(open_page: OpenPage, site: str) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(f"{site}search/?q={quote('法治')}")
    expect(page.get_by_text("需要开启 JavaScript")).to_be_visible()
    page.get_by_role("link", name="报告目录").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("目录")


def test_the_search_of_the_theme_is_off(built_site: Project) -> None:
    assert not list(built_site.site.rglob("search_index.json"))
    assert "md-search" not in (built_site.site / "index.html").read_text(encoding="utf-8")


@pytest.fixture
def plain_server(built_site: Project) -> Iterator[str]:
    """`python -m http.server`, as on a machine without a network."""
    command = [
        sys.executable,
        "-u",
        "-m",
        "http.server",
        "0",
        "--bind",
        "127.0.0.1",
        "--directory",
        str(built_site.site),
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8") as server:
        assert server.stdout is not None
        port = re.search(r"port (\d+)", server.stdout.readline())
        assert port is not None
        yield f"http://127.0.0.1:{port[1]}/"
        server.terminate()


def test_offline_from_any_static_server(plain_server: str, page: Page) -> None:
    page.goto(f"{plain_server}search/?q={quote('85.64%')}")
    wait_for_answer(page)
    expect(page.locator(".gk-result mark").first).to_have_text("85.64%")


NEWER = re.compile(
    r"replaceChildren|replaceAll|\?\?=|\|\|=|&&=|\.at\(|\.findLast|structuredClone|Object\.hasOwn|Object\.groupBy"
    r"|static \{|\bthis\.#|\binset:"
)
"""What Chrome and Edge 80, the oldest browsers that the search page names, do not have."""


def test_nothing_is_newer_than_the_browsers_that_the_page_names() -> None:
    folder = ROOT / "site_overrides" / "assets" / "search"
    found = {path.name: NEWER.findall(path.read_text(encoding="utf-8")) for path in folder.iterdir()}
    assert {name: newer for name, newer in found.items() if newer} == {}
