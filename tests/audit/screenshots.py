"""Pictures of every page type, for a person to look at: build/audit/screenshots/, with an index.html of all of them."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.support.browser import running_browser
from tests.support.site import ROOT, copy_project, one_of_each_type
from tests.support.views import View, modes, open_view
from tests.support.web_server import web_serving

FOLDER = ROOT / "build" / "audit" / "screenshots"
VIEWS = tuple(view for width in (360, 768, 1280) for view in modes(width)[:3])
LONGEST = 2400
"""CSS pixels of height that are shown of a long page."""


def take_screenshots() -> None:
    """Build the site and write a picture of each page type in each view, and the sheet that shows them together."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        project = copy_project(Path(folder, "project"))
        project.build()
        pages = one_of_each_type(project.site)
        with web_serving(project.site) as url, running_browser() as browser:
            for view in VIEWS:
                context = open_view(browser, view)
                page = context.new_page()
                for name in pages:
                    page.goto(url + name, wait_until="networkidle")
                    height = min(LONGEST, page.evaluate("document.documentElement.scrollHeight"))
                    page.set_viewport_size({"width": view.width, "height": height})
                    page.screenshot(path=FOLDER / _file(name, view))
                    page.set_viewport_size({"width": view.width, "height": 800})
                context.close()
    (FOLDER / "index.html").write_text(_sheet(pages), encoding="utf-8")
    print(f"{len(pages) * len(VIEWS)} pictures; {(FOLDER / 'index.html').relative_to(ROOT)}", file=sys.stderr)


def _file(name: str, view: View) -> str:
    return f"{name.strip('/').replace('/', '-') or 'home'}.{view.name}.png"


def _sheet(pages: list[str]) -> str:
    rows = "".join(
        f"<h2>/{name}</h2>"
        + "".join(f'<img src="{_file(name, view)}" alt="{view.name}" height="500" loading="lazy">' for view in VIEWS)
        for name in pages
    )
    return f'<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>screenshots</title><body>{rows}'
