"""axe-core on one page of each type, in every colour scheme and at every width. Results: build/audit/."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from hashlib import sha256
from itertools import product
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import Browser

from tests.support.accessibility import violations
from tests.support.browser import running_browser
from tests.support.server import serving
from tests.support.site import ROOT, copy_project, one_of_each_type

RESULTS = ROOT / "build" / "audit" / "accessibility.json"
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
WIDTHS = (320, 360, 1280)
"""CSS pixels: reflow at 400 % zoom (WCAG 1.4.10), a common telephone, a desk."""


def audit_accessibility() -> int:
    """Build the site, look at it, write what was found; 1 if there is any violation."""
    with tempfile.TemporaryDirectory() as folder:
        project = copy_project(Path(folder, "project"))
        project.build()
        with serving(project.site) as site, running_browser() as browser:
            rows = list(_rows(browser, site.url, one_of_each_type(project.site)))
        result = {"commit": _commit(), "site_sha256": site_hash(project.site), "pages": rows}
    RESULTS.parent.mkdir(parents=True, exist_ok=True)
    RESULTS.write_text(json.dumps(result, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    for row in rows:
        for violation in row["violations"]:
            print(row["page"] or "/", row["scheme"], row["width"], violation)
    count = sum(len(row["violations"]) for row in rows)
    print(f"{len(rows)} views, {count} violations; {RESULTS.relative_to(ROOT)}", file=sys.stderr)
    return int(count > 0)


def _rows(browser: Browser, url: str, pages: list[str]) -> Iterator[dict[str, Any]]:
    for scheme, width in product(SCHEMES, WIDTHS):
        context = browser.new_context(
            color_scheme=scheme, viewport={"width": width, "height": 800}, reduced_motion="reduce"
        )
        page = context.new_page()
        for name in pages:
            page.goto(url + name, wait_until="networkidle")
            yield {"page": name, "scheme": scheme, "width": width, "violations": violations(page)}
        context.close()


def site_hash(site: Path) -> str:
    """SHA-256 over the names and contents of all files of a site, in the order of their names."""
    whole = sha256()
    for path in sorted(path for path in site.rglob("*") if path.is_file()):
        whole.update(f"{path.relative_to(site).as_posix()}\0{sha256(path.read_bytes()).hexdigest()}\n".encode())
    return whole.hexdigest()


def _commit() -> str:
    done = subprocess.run(["git", "rev-parse", "HEAD"], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    return done.stdout.strip()
