"""Checks every link of a built site: `python scripts/check_links.py site`.

A link must lead to a file of the site and, if it has a `#…`, to an element there; pages may load nothing from another
host. Links to other sites are not followed. Ends with 0 if all is well, 1 if a link is broken, 2 without a site.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import SplitResult, unquote, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

LOADED = {"audio", "embed", "iframe", "img", "input", "object", "script", "source", "track", "video"}
LOADED_LINKS = {"icon", "manifest", "modulepreload", "preload", "stylesheet"}
FOLLOWED_SCHEMES = {"http", "https"}


@dataclass(frozen=True, slots=True)
class Link:
    """An address in a page as written; `loaded` says that the browser asks for it without a click."""

    target: str
    loaded: bool


@dataclass(frozen=True, slots=True)
class Page:
    """What a page links to, and what can be linked to in it."""

    links: tuple[Link, ...]
    anchors: frozenset[str]
    canonical: str | None


def read_page(html: bytes) -> Page:
    """Read the links and anchors of a page."""
    tree = LexborHTMLParser(html)
    links: list[Link] = []
    canonical = None
    for node in tree.css("[href], [src], [data], [poster], [action]"):
        kinds = set((node.attributes.get("rel") or "").split())
        if node.tag == "link" and "canonical" in kinds:
            canonical = node.attributes.get("href")
            continue
        loaded = node.tag in LOADED or (node.tag == "link" and bool(kinds & LOADED_LINKS))
        names = ("href", "src", "data", "poster", "action")
        links += [Link(value, loaded) for name in names if (value := node.attributes.get(name)) is not None]
    anchors = {value for node in tree.css("[id], a[name]") for value in _names(node.attributes)}
    return Page(tuple(links), frozenset(anchors), canonical)


def _names(attributes: dict[str, str | None]) -> Iterator[str]:
    yield from (value for name in ("id", "name") if (value := attributes.get(name)))


class SiteLinks:
    """All pages of a built site under the address it is made for."""

    def __init__(self, folder: Path) -> None:
        """Read the site; its address is the canonical one of its home page, else the top of a nameless host."""
        self._folder = folder
        self._pages = {path.relative_to(folder).as_posix(): read_page(path.read_bytes()) for path in _html(folder)}
        self._root = urlsplit(urljoin(self._pages["index.html"].canonical or "http://site.invalid/", "."))

    def __len__(self) -> int:
        """How many pages there are."""
        return len(self._pages)

    def problems(self) -> Iterator[str]:
        """Every broken link with its page and what is wrong with it, in the order of the pages."""
        for name, page in self._pages.items():
            address = urljoin(self._root.geturl(), name.removesuffix("index.html"))
            for link in dict.fromkeys(page.links):
                if trouble := self._trouble(link, urlsplit(urljoin(address, link.target))):
                    yield f"{self._folder / name}：{link.target} {trouble}"

    def _trouble(self, link: Link, target: SplitResult) -> str | None:
        if target.scheme not in FOLLOWED_SCHEMES:
            return None
        if target.netloc != self._root.netloc:
            return "从其他网站加载内容" if link.loaded else None
        if not target.path.startswith(self._root.path):
            return "指向本站之外"
        name = unquote(target.path.removeprefix(self._root.path))
        name = name + "index.html" if name == "" or name.endswith("/") else name
        if not (self._folder / name).is_file():
            return "找不到该文件"
        anchor = unquote(target.fragment).partition(":~:")[0]
        if anchor and name in self._pages and anchor not in self._pages[name].anchors:
            return "页面中没有这个位置"
        return None


def _html(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.html"))


def main(arguments: Sequence[str] | None = None) -> int:
    """Check one site and print what is wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path)
    folder: Path = parser.parse_args(arguments).site
    if not (folder / "index.html").is_file():
        print(f"{folder} 中没有生成好的网站", file=sys.stderr)
        return 2
    site = SiteLinks(folder)
    problems = list(site.problems())
    print(*problems, f"{len(site)} 个页面，{len(problems)} 个失效链接", sep="\n")
    return int(bool(problems))


if __name__ == "__main__":
    raise SystemExit(main())
