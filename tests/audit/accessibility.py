"""Accessibility of the built site: axe-core in every view, Lighthouse on five pages.

The results go to content/audits/accessibility.json, which is committed and which the accessibility statement prints.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from playwright.sync_api import Browser

from generator.model.audit import AccessibilityAudit, Barrier
from generator.pages.audits import AUDIT
from tests.audit.lighthouse import lighthouse_version, scores
from tests.support.accessibility import AXE, violations
from tests.support.browser import running_browser
from tests.support.site import ROOT, copy_project, one_of_each_type
from tests.support.views import ALL, View, open_view
from tests.support.web_server import web_serving

RESULTS = ROOT / "content" / AUDIT
PERFECT = 100


def audit_accessibility() -> int:
    """Build the site, look at it, write what was found; 1 if there is a barrier or a score that must be full is not."""
    with tempfile.TemporaryDirectory() as folder:
        project = copy_project(Path(folder, "project"))
        project.build()
        pages = one_of_each_type(project.site)
        with web_serving(project.site) as url:
            with running_browser() as browser:
                barriers = tuple(_barriers(browser, url, pages))
            scored = tuple(scores(url, _scored(pages)))
        audit = AccessibilityAudit(
            date=datetime.now(tz=UTC).date().isoformat(),
            commit=_commit(),
            site_sha256=site_hash(project.site),
            tools=(f"axe-core {_axe_version()}", f"Lighthouse {lighthouse_version()}"),
            pages=tuple(pages),
            views=tuple(view.name for view in ALL),
            barriers=barriers,
            scores=scored,
        )
    RESULTS.parent.mkdir(parents=True, exist_ok=True)
    RESULTS.write_text(json.dumps(asdict(audit), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    for barrier in barriers:
        print(barrier.page or "/", barrier.view, barrier.rule, barrier.element)
    for score in scored:
        print(score.page or "/", score.accessibility, score.best_practices, score.seo, score.performance)
    seen = f"{len(pages)} pages in {len(ALL)} views"
    print(f"{seen}, {len(barriers)} barriers; {RESULTS.relative_to(ROOT)}", file=sys.stderr)
    short = [row for row in scored if min(row.accessibility, row.best_practices, row.seo) < PERFECT]
    return int(bool(barriers or short))


def _barriers(browser: Browser, url: str, pages: list[str]) -> Iterator[Barrier]:
    for view in ALL:
        yield from _seen_in(browser, view, url, pages)


def _seen_in(browser: Browser, view: View, url: str, pages: list[str]) -> Iterator[Barrier]:
    context = open_view(browser, view)
    page = context.new_page()
    for name in pages:
        page.goto(url + name)
        for violation in violations(page):
            rule, _, element = violation.partition(": ")
            yield Barrier(name, view.name, rule, element)
        if page.evaluate("document.documentElement.scrollWidth") > view.width:
            yield Barrier(name, view.name, "reflow", "html")
    context.close()


def _scored(pages: list[str]) -> list[str]:
    """Home, a report, an indicator, a theme, the search: what most readers open."""
    starts = ("reports/", "indicators/", "themes/t")
    deepest = [max((name for name in pages if name.startswith(start)), key=len) for start in starts]
    return ["", *deepest, "search/"]


def site_hash(site: Path) -> str:
    """SHA-256 over the names and contents of all files of a site, in the order of their names."""
    whole = sha256()
    for path in sorted(path for path in site.rglob("*") if path.is_file()):
        whole.update(f"{path.relative_to(site).as_posix()}\0{sha256(path.read_bytes()).hexdigest()}\n".encode())
    return whole.hexdigest()


def _commit() -> str:
    done = subprocess.run(["git", "rev-parse", "HEAD"], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    return done.stdout.strip()


def _axe_version() -> str:
    package: dict[str, str] = json.loads((AXE.parent / "package.json").read_text(encoding="utf-8"))
    return package["version"]
