"""Web pages (.html, .htm, .mht), also under the name of a Word file, as old portals hand them out."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING

from generator.intake import problems
from generator.intake.html.charset import decode_page, is_archive, page_of_archive
from generator.intake.html.choose import choose
from generator.intake.html.flatten import Flattener
from generator.intake.linear import Linear
from generator.intake.refusal import Refusal
from generator.model.document import Style
from generator.text.authors import names_somebody

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selectolax.lexbor import LexborHTMLParser

    from generator.intake.limits import Limits
    from generator.model.diagnostic import Diagnostic
    from generator.model.document import Reading

NAME = "html/1"
MEDIA_TYPE = "text/html"

_SUFFIXES = frozenset(
    {".html", ".htm", ".shtml", ".xhtml", ".mht", ".mhtml", ".jhtml", ".jsp", ".asp", ".aspx", ".php"}
)
_PLAIN = frozenset({".txt", ".md", ".markdown"})
_START = re.compile(
    rb"\s*(?:<!--.{0,500}?-->\s*|<\?xml[^>]{0,200}>\s*)*<(?:!doctype\s+html|html|head|body|meta|title)\b",
    re.IGNORECASE | re.DOTALL,
)
_FRAGMENT = re.compile(rb"<(?:p|div|span|table|br|font|center|h[1-6])\b[^<>]{0,2000}>", re.IGNORECASE)
_HEAD = 4096
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:]{0,20})")
_FLAT = frozenset(
    {
        "p", "li", "td", "tr", "th", "br", "img", "input", "meta", "link", "hr", "option", "dd", "dt", "col", "base",
        "area", "wbr", "tbody", "thead", "tfoot", "source", "param", "embed",
    }
)  # fmt: skip
_AUTHOR = re.compile(r"<o:(?:Author|LastAuthor)>\s*([^<]{1,60})</o:", re.IGNORECASE)
_LEVELS = (Style.HEADING_1, Style.HEADING_2, Style.HEADING_3, Style.HEADING_4)


def accepts(data: bytes, name: str) -> bool:
    """Whether the bytes are a web page: they begin like one, or hold tags and are not called plain text."""
    start = data[:_HEAD].removeprefix(b"\xef\xbb\xbf")
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        start = start[2:].replace(b"\x00", b"")
    if _START.match(start) or is_archive(start):
        return True
    suffix = PurePath(name).suffix.lower()
    return suffix in _SUFFIXES or (suffix not in _PLAIN and _FRAGMENT.search(start) is not None)


def read(data: bytes, limits: Limits) -> tuple[Reading | None, tuple[Diagnostic, ...]]:
    """Read the main text of a page, with its title; scripts, navigation and hidden elements are left out."""
    if len(data) > limits.page:
        raise Refusal(problems.TOO_LARGE.at(size=len(data) / 1e6, limit=limits.page / 1e6))
    if is_archive(data[:_HEAD]):
        data = page_of_archive(data)
    decoded = decode_page(data)
    if decoded.bad > max(2, len(decoded.text) * limits.undecodable):
        raise Refusal(problems.UNDECODABLE.at(encoding=decoded.encoding.upper(), count=decoded.bad))
    _check_tags(decoded.text, limits)
    from selectolax.lexbor import LexborHTMLParser  # noqa: PLC0415 — only a reading process loads the parser

    tree = LexborHTMLParser(decoded.text)
    flat = Flattener(limits)
    if tree.body is not None:
        flat.walk(tree.body)
    chosen, sure = choose(flat.lines, _titles(tree))
    lines = [flat.lines[index] for index in chosen]
    out = Linear()
    hidden = sum(bool(chosen) and chosen[0] < place <= chosen[-1] + 1 for place in flat.hidden)
    ranks = [line.heading for line in lines if line.heading]
    titled = bool(lines) and lines[0].heading == min(ranks, default=0) != 0
    first = min(ranks[titled:], default=1)
    for index, line in enumerate(lines):
        if line.grid is not None:
            out.table(line.grid, line.heads)
        elif line.heading:
            out.paragraph(line.pieces, Style.TITLE if titled and not index else _LEVELS[line.heading - first])
        else:
            out.paragraph(line.pieces)
    return out.reading(decoded.encoding), tuple(
        _diagnostics(decoded.text, tree, hidden, guessed=not sure and len(lines) < len(flat.lines))
    )


def _titles(tree: LexborHTMLParser) -> list[str]:
    found = []
    for meta in tree.css("meta"):
        name = (meta.attributes.get("name") or meta.attributes.get("property") or "").lower()
        if name in {"articletitle", "og:title", "title"}:
            found.append(meta.attributes.get("content") or "")
    title = tree.css_first("title")
    if title is not None:
        text = title.text(deep=True).strip()
        found.extend([text, re.split(r"[_|\-—–]", text)[0]])
    return [title for title in found if title]


def _diagnostics(text: str, tree: LexborHTMLParser, hidden: int, *, guessed: bool) -> Iterator[Diagnostic]:
    people = {name.strip() for name in _AUTHOR.findall(text)}
    people |= {
        meta.attributes.get("content") or ""
        for meta in tree.css("meta")
        if (meta.attributes.get("name") or "").lower() == "author"
    }
    people = {name for name in people if names_somebody(name)}
    parts = []
    if hidden:
        parts.append(f"隐藏文字 {hidden} 处")
    if people:
        parts.append(f"作者等人员或单位名称 {len(people)} 个")
    if parts:
        yield problems.METADATA.at(what="、".join(parts))
    if guessed:
        yield problems.MAIN_TEXT_GUESSED.at()


def _check_tags(text: str, limits: Limits) -> None:
    # Parsers take time that grows with the square of the depth, so it is counted before they see the page.
    tags = text.count("<")
    if tags > 2 * limits.page_elements:
        raise Refusal(problems.BOMB.at(why="网页元素过多"))
    if tags < limits.page_open:
        return
    depth = 0
    for closing, name in _TAG.findall(text):
        if name.lower() not in _FLAT:
            depth = max(0, depth - 1) if closing else depth + 1
            if depth > limits.page_open:
                raise Refusal(problems.BOMB.at(why="网页元素嵌套过深"))
