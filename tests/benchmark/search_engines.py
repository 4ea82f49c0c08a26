"""Our search, Material's and Pagefind on the same reports, with the same questions, in the same browser.

    python -m tests.benchmark.search_engines [100 500]

Questions are every fourth of tests/cases/search/; all engines get the same texts and the same names of agencies and
places. hit@k: a report that must be found is among the first k. Bytes are bodies from a host that does not compress, of
everything that belongs to the search, from the first visit to the first ten results; in brackets what gzip would make
of them. The time runs from the page's address to the results: ours and Pagefind answer on a bare page, Material where
its search box is.
"""

import gzip
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import quote

import yaml
from playwright.sync_api import Browser, Page, TimeoutError  # noqa: A004

from generator.search import SearchReport
from generator.search.documents import meta_names
from tests.search.corpus import generated_reports, real_reports
from tests.search.measure import Waiting, wait_for_answer, wait_in_page
from tests.search.site import write_site
from tests.search.test_queries import asked
from tests.support.browser import running_browser
from tests.support.server import StaticSite, serving

SIZES = (100, 500)
TOOLS = Path(__file__).parent / "search_tools"
EVERY = 4
SHOWN = 10
PATIENCE = 20_000
"""Milliseconds for one answer; Material shows nothing at all for a query that its parser does not understand."""

Ask = Callable[[Page, str, str], list[str]]


@dataclass(frozen=True, slots=True)
class Engine:
    """A search engine on a built site: which requests are its own, and how to ask it for addresses of results."""

    name: str
    folder: Path
    build: float
    """CPU and wall time are close here: seconds for the index alone."""
    own: re.Pattern[str]
    ask: Ask


def main(arguments: list[str]) -> None:
    """Print a table for each size."""
    subprocess.run(["npm", "ci", "--prefix", str(TOOLS), "--loglevel", "error"], check=True, cwd=TOOLS)
    for count in map(int, arguments) if arguments else SIZES:
        real = real_reports()
        reports = [*real, *generated_reports(count - len(real))]
        print(f"\n{count} reports\nengine  hit@1  hit@5  none  KB (gzip)  ms: median (most)  index ms/report")
        with tempfile.TemporaryDirectory() as name, running_browser() as browser:
            for engine, rows in measure(list(engines(Path(name), reports)), browser).items():
                print_row(engine, rows, count)


def print_row(engine: Engine, rows: list[dict[str, Any]], count: int) -> None:
    """One line of the table."""
    first = sum(row["rank"] == 1 for row in rows)
    fifth = sum(1 <= row["rank"] <= 5 for row in rows)
    none = sum(row["results"] == 0 for row in rows)
    plain, packed = (median(row[key] / 1000 for row in rows) for key in ("bytes", "packed"))
    times = sorted(1000 * row["seconds"] for row in rows)
    print(
        f"{engine.name}  {first}/{len(rows)}  {fifth}/{len(rows)}  {none}  {plain:.0f} ({packed:.0f})"
        f"  {median(times):.0f} ({times[-1]:.0f})  {1000 * engine.build / count:.1f}",
        flush=True,
    )


def measure(all_engines: list[Engine], browser: Browser) -> dict[Engine, list[dict[str, Any]]]:
    """Every question in a fresh context, put to one engine after the other: what slows the machine slows them all."""
    rows: dict[Engine, list[dict[str, Any]]] = {engine: [] for engine in all_engines}
    with ExitStack() as stack:
        sites = {engine: stack.enter_context(serving(engine.folder)) for engine in all_engines}
        for question in asked()[::EVERY]:
            for engine, site in sites.items():
                rows[engine].append(_ask(engine, site, browser, question))
    return rows


def _ask(engine: Engine, site: StaticSite, browser: Browser, question: dict[str, Any]) -> dict[str, Any]:
    with browser.new_context(locale="zh-CN", viewport={"width": 1280, "height": 800}) as context:
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        waiting = Waiting(page)
        before, started = len(site.requests), time.perf_counter()
        addresses = engine.ask(page, site.url, question["query"])
        seconds = time.perf_counter() - started
        waiting.settle()
    ranks = [rank for rank, url in enumerate(addresses, 1) if any(name in url for name in question["must"])]
    sizes = list(_sizes(site, before, engine))
    return {
        "rank": ranks[0] if ranks else 0,
        "results": len(addresses),
        "seconds": seconds,
        "bytes": sum(plain for plain, _ in sizes),
        "packed": sum(packed for _, packed in sizes),
    }


def _sizes(site: StaticSite, before: int, engine: Engine) -> Iterator[tuple[int, int]]:
    for request in site.requests[before:]:
        path = request.path.partition("?")[0]
        if engine.own.search(path):
            data = (engine.folder / path.lstrip("/")).read_bytes()
            yield len(data), min(len(data), len(gzip.compress(data, 6)))


def engines(folder: Path, reports: list[SearchReport]) -> Iterator[Engine]:
    """Build one site after another."""
    started = time.perf_counter()
    write_site(folder / "ours", reports)
    spent = time.perf_counter() - started
    yield Engine("ours", folder / "ours", spent, re.compile("/assets/search/|/search-index/"), ask_ours)

    write_pages(folder / "docs", reports)
    without = build_material(folder, "plain", [])
    spent = build_material(folder, "material", [{"search": {"lang": "zh"}}]) - without
    own = re.compile(r"/search/search_index\.json|/workers/search\.|/lunr/")
    yield Engine("Material", folder / "material", spent, own, ask_material)

    started = time.perf_counter()
    command = [str(TOOLS / "node_modules/.bin/pagefind"), "--site", str(folder / "plain"), "--root-selector", "article"]
    subprocess.run(command, check=True, capture_output=True)
    spent = time.perf_counter() - started
    shutil.copy(TOOLS / "pagefind.html", folder / "plain")
    yield Engine("Pagefind", folder / "plain", spent, re.compile("/pagefind/"), ask_pagefind)


def write_pages(folder: Path, reports: list[SearchReport]) -> None:
    """One Markdown page for each report."""
    (folder / "reports").mkdir(parents=True)
    (folder / "index.md").write_text("# 首页\n", encoding="utf-8")
    for report in reports:
        lines = [f"# {report.title}", " ".join(meta_names(report)[1:])]
        headings = {section.anchor: section.heading for section in report.sections}
        section = ""
        for passage in report.passages:
            if passage.section != section:
                section = passage.section
                lines.append(f"## {headings[section]}")
            lines.append(passage.text)
        (folder / "reports" / f"{report.id}.md").write_text("\n\n".join(lines) + "\n", encoding="utf-8")


def build_material(folder: Path, name: str, plugins: list[Any]) -> float:
    """Seconds that MkDocs takes for the pages with these plugins; report pages stay out of the navigation."""
    config = {
        "site_name": "检索",
        "docs_dir": str(folder / "docs"),
        "site_dir": str(folder / name),
        "theme": {"name": "material", "language": "zh", "font": False},
        "plugins": plugins,
        "nav": [{"首页": "index.md"}],
        "validation": {"omitted_files": "ignore", "nav": {"omitted_files": "ignore"}},
    }
    path = folder / f"{name}.yml"
    path.write_text(yaml.safe_dump(config, allow_unicode=True), encoding="utf-8")
    started = time.perf_counter()
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(path)]
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - started


def ask_ours(page: Page, url: str, query: str) -> list[str]:
    """By the address of the search page, to which every search box leads."""
    page.goto(f"{url}search/?q={quote(query)}", wait_until="commit")
    wait_for_answer(page)
    return _links(page, ".gk-result__title a")


def ask_material(page: Page, url: str, query: str) -> list[str]:
    """By Material's search box."""
    page.goto(url)
    page.locator(".md-search__input").click()
    page.locator(".md-search__input").fill(query)
    try:
        page.locator(".md-search-result__meta", has_text=re.compile("符合条件")).wait_for(state="attached")
    except TimeoutError:
        return []
    return _links(page, ".md-search-result__item > a.md-search-result__link:first-of-type")


def ask_pagefind(page: Page, url: str, query: str) -> list[str]:
    """By Pagefind's programming interface, which its own page uses as well, on a page as bare as ours."""
    page.goto(f"{url}pagefind.html?q={quote(query)}", wait_until="commit")
    wait_in_page(page, "ol[data-done]")
    return _links(page, "li a")


def _links(page: Page, selector: str) -> list[str]:
    found: list[str] = page.locator(selector).evaluate_all("all => all.map(one => decodeURIComponent(one.href))")
    return found[:SHOWN]


if __name__ == "__main__":
    main(sys.argv[1:])
