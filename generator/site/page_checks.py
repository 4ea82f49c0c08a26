"""Checks on what a built page is made of: structure, pictures, tables, lists, links to other sites, themes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

EXTERNAL = "站外链接"
"""What a link to another site says of itself."""

_LEVELS = ("h1", "h2", "h3", "h4", "h5", "h6")
_HEADINGS = ", ".join(_LEVELS)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])|text-indent\s*:\s*-\d{3}")
_EMBLEM = re.compile("国徽|emblem", re.IGNORECASE)
_MOVING = "marquee, blink, embed, object, iframe, dialog[open], [autoplay], [onload], [onclick]"
_INDUCING = re.compile("立即下载|马上领取|点击领取|免费领|恭喜您|扫码关注有礼")
_LISTS = {"ul, ol": "li", "tbody": "tr", "dl": "dt"}


def page_faults(tree: LexborHTMLParser, name: str, own_host: str) -> Iterator[tuple[str, str]]:
    """The rule and the Chinese message of each fault of a page.

    `name` is the page's path within the site, `own_host` the host of the site's own address, "" if it has none.
    """
    yield from _structure(tree)
    yield from _pictures(tree, name)
    yield from _moving_parts(tree)
    yield from _tables(tree)
    yield from _columns(tree)
    yield from _links(tree, own_host)


def _structure(tree: LexborHTMLParser) -> Iterator[tuple[str, str]]:
    language = "".join(node.attributes.get("lang") or "" for node in tree.css("html"))
    if language != "zh-CN":
        yield "A01", f"页面语言标为“{language or '空'}”，应为 zh-CN"
    if not "".join(node.text() for node in tree.css("head title")).strip():
        yield "A01", "页面没有标题（title）"
    if len(tree.css("h1")) != 1:
        yield "A01", f"页面有 {len(tree.css('h1'))} 个一级标题（h1），应为一个"
    last = 0
    for heading in tree.css(_HEADINGS):
        level = int((heading.tag or "h1")[1])
        if level > last + 1:
            yield "A01", f"标题“{heading.text().strip()[:20]}”跳了级（上面没有 h{level - 1}）"
            break
        last = level


def _pictures(tree: LexborHTMLParser, name: str) -> Iterator[tuple[str, str]]:
    for picture in tree.css("img"):
        source, words = picture.attributes.get("src") or "", picture.attributes.get("alt")
        if words is None:
            yield "A03", f"图片 {source} 没有替代文字"
        if name != "index.html" and _EMBLEM.search(f"{source} {words}"):
            yield "W08", f"首页以外的页面用了国徽图案（{source}）"
    for picture in tree.css('svg[role="img"]'):
        if not (picture.attributes.get("aria-label") or picture.attributes.get("aria-labelledby")):
            yield "A03", "图形（svg）没有替代文字"


def _moving_parts(tree: LexborHTMLParser) -> Iterator[tuple[str, str]]:
    for node in tree.css(_MOVING):
        yield "A09", f"页面上有弹出、滚动、自动播放或外嵌的内容（{node.tag}）"
    for node in tree.css("a, button"):
        if found := _INDUCING.search(node.text()):
            yield "A09", f"按钮或链接“{found[0]}”诱导点击"


def _tables(tree: LexborHTMLParser) -> Iterator[tuple[str, str]]:
    for table in tree.css("table"):
        first = " ".join(table.text(separator=" ").split())[:16]
        if not _is_named(table):
            yield "A14", f"表格“{first}…”没有标题"
        if not table.css("th"):
            yield "A14", f"表格“{first}…”没有表头"
        if any(head.attributes.get("scope") is None for head in table.css("tbody th")):
            yield "A14", f"表格“{first}…”的行表头没有写明管哪一行（scope）"
    for chart in tree.css("svg.chart"):
        if not _beside(chart, "table"):
            yield "A14", "图表旁边没有同样内容的表格"


def _is_named(table: LexborNode) -> bool:
    """By a caption or a label; a table in a hand-written page by the heading or the words with a colon above it."""
    label = table.attributes.get("aria-label") or table.attributes.get("aria-labelledby")
    if label or table.css_first("caption") is not None:
        return True
    above = table.prev
    while above is not None and above.tag == "-text":
        above = above.prev
    return above is not None and ((above.tag or "") in _LEVELS or above.text().strip().endswith(("：", ":")))


def _beside(node: LexborNode, selector: str) -> bool:
    """Whether the section around a node holds such an element."""
    around = node.parent
    while around is not None and around.tag not in {"article", "main", "body", "html"}:
        around = around.parent
    return around is not None and around.css_first(selector) is not None


def _columns(tree: LexborHTMLParser) -> Iterator[tuple[str, str]]:
    """Lists without entries, but for those that a script fills (they announce themselves, or are hidden till then)."""
    main = tree.css_first("main")
    if main is None:
        return
    if not re.sub(r"\s|回到页首", "", "".join(node.text() for node in main.css("p, li, td, dd, form"))):
        yield "W13", "栏目下面没有内容"
    for lists, entry in _LISTS.items():
        for node in main.css(lists):
            if node.css_first(entry) is None and not _is_filled_later(node):
                yield "W13", "栏目里有空的列表"


def _is_filled_later(node: LexborNode | None) -> bool:
    while node is not None and node.tag != "main":
        if {"aria-live", "hidden"} & node.attributes.keys():
            return True
        node = node.parent
    return False


def _links(tree: LexborHTMLParser, own_host: str) -> Iterator[tuple[str, str]]:
    for link in tree.css('a[href^="http"], a[href^="//"]'):
        host = urlsplit(link.attributes.get("href") or "").hostname or ""
        if host == own_host or host.endswith(".gov.cn"):
            continue
        if "hidden" in link.attributes or _HIDDEN.search(link.attributes.get("style") or ""):
            yield "W11", f"有看不见的外部链接（{host}）"
        elif not link.text().strip() and link.css_first("img[alt]") is None:
            yield "W11", f"有没有文字的外部链接（{host}）"
        elif EXTERNAL not in (link.parent.text() if link.parent is not None else link.text()):
            yield "W11", f"指向非政府网站的链接（{host}）没有注明“{EXTERNAL}”"


def theme_faults(twin: Path) -> Iterator[tuple[str, str]]:
    """Themes in the data of a report (`report.json`) without the sentence that they come from."""
    report: dict[str, Any] = json.loads(twin.read_text(encoding="utf-8"))
    if bad := [item for item in report.get("themes", ()) if not (item["start"] < item["end"] and item["cues"])]:
        yield "H02", f"有 {len(bad)} 个主题没有所依据的原句"
