"""A small site around the search, without the rest of the pipeline: index, client, a search page, another page."""

from collections.abc import Iterable
from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from generator.search import SearchReport, SearchVocabulary, build_index, client_files
from tests.search.corpus import ROOT, language, vocabulary

OVERRIDES = ROOT / "site_overrides"
_PAGE = """<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy"
      content="default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'self'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>检索</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="{{ 'assets/search/search.css' | url }}">
<link rel="stylesheet" href="{{ 'page.css' | url }}">
</head>
<body>
<header>{% include "partials/search-box.html" %}</header>
<main><h1>{{ heading }}</h1>{% if search %}{% include "partials/search-page.html" %}{% endif %}</main>
</body>
</html>
"""
_STYLE = """body { margin: 0; font: 16px/1.6 sans-serif }
header, main { max-width: 1200px; margin: auto; padding: 8px 16px }
h1 { font-size: 1.5em }
"""


def write_index(folder: Path, reports: Iterable[SearchReport], names: SearchVocabulary) -> None:
    """Write the files of an index into a folder."""
    made: set[Path] = set()
    for name, data in build_index(reports, names, language()):
        path = folder / name
        if path.parent not in made:
            path.parent.mkdir(parents=True, exist_ok=True)
            made.add(path.parent)
        path.write_bytes(data)


def write_site(folder: Path, reports: list[SearchReport]) -> None:
    """Write a site that can be searched: `/`, `/search/` and a page for each report with its anchors."""
    write_index(folder / "search-index", reports, vocabulary(reports))
    assets = folder / "assets" / "search"
    assets.mkdir(parents=True)
    for name, data in client_files(OVERRIDES / "assets" / "search"):
        (assets / name).write_bytes(data)
    (folder / "page.css").write_text(_STYLE, encoding="utf-8")
    _write_page(folder, "", "首页")
    _write_page(folder, "search", "检索", search=True)


def _write_page(folder: Path, path: str, heading: str, *, search: bool = False) -> None:
    up = ".." if path else "."
    environment = Environment(loader=FileSystemLoader(OVERRIDES), autoescape=True)
    environment.filters["url"] = lambda target: f"{up}/{target}"
    page = environment.from_string(_PAGE).render(
        base_url=up, heading=heading, search=search, page={"url": f"{path}/" if path else ""}
    )
    (folder / path).mkdir(exist_ok=True)
    (folder / path / "index.html").write_text(page, encoding="utf-8")
