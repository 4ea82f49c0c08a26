"""Checks on the built site: what a visitor's browser and an inspector's crawler would find.

Here are page tags, banner, columns and site map (W01, W02, W04 …); `page_checks` looks at what a page is made of.
Links, anchors and foreign resources (W10, W12) are the business of `scripts/check_links.py`.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from generator.catalogues.checks import OnSite
from generator.catalogues.rules import Rule
from generator.model.diagnostic import Diagnostic
from generator.model.metadata import Mode
from generator.model.settings import Settings
from generator.rules.settle import settled_rules
from generator.site.page_checks import page_faults, theme_faults
from generator.text.shown_date import day

SITE_TAGS = ("SiteName", "SiteDomain", "SiteIDCode")
COLUMN_TAGS = (*SITE_TAGS, "ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType")
ARTICLE_TAGS = (*COLUMN_TAGS, "ArticleTitle", "PubDate", "ContentSource")
"""国办发〔2017〕47号, annex: 3 tags on the home page, 7 on a column's, 10 on an article's."""

BANNER = "非官方演示站"
_REPORT = re.compile(r"reports/[^/]+/index\.html")
_PUBDATE = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d")
_PLACEHOLDER = re.compile(r"[XxＸ×]{2,}|\b0{8,}\b|待填|请填写|TODO")
_OFFICIAL_MARK = re.compile("国徽|党政机关网站标识")


@dataclass(frozen=True, slots=True)
class _Page:
    name: str
    tree: LexborHTMLParser
    tags: tuple[tuple[str, str], ...]

    def values(self, tag: str) -> list[str]:
        return [value for name, value in self.tags if name == tag]

    @property
    def is_report(self) -> bool:
        return _REPORT.fullmatch(self.name) is not None

    @property
    def required(self) -> tuple[str, ...]:
        return SITE_TAGS if self.name == "index.html" else ARTICLE_TAGS if self.is_report else COLUMN_TAGS

    def text(self, selector: str) -> str:
        return " ".join(node.text() for node in self.tree.css(selector))


def check_built(folder: Path, settings: Settings) -> tuple[Diagnostic, ...]:
    """What the rules on the built site find in `folder`; a fault of many pages is told once, with the first of them.

    Files are named relative to `folder`. Raises `FileNotFoundError` if there is no site.
    """
    if not (folder / "index.html").is_file():
        raise FileNotFoundError(folder)
    rules = {rule.id: rule for rule in settled_rules(settings) if isinstance(rule.check, OnSite)}
    pages = tuple(_pages(folder))
    faults: dict[tuple[str, str], list[str]] = defaultdict(list)
    for page in pages:
        for identifier, message in dict.fromkeys(_of_page(page, settings)):
            faults[identifier, message].append(page.name)
    for twin in sorted(folder.glob("reports/*/report.json")):
        for identifier, message in theme_faults(twin):
            faults[identifier, message].append(twin.relative_to(folder).as_posix())
    for title, names in _same_titles(pages):
        faults["A01", f"几个页面的标题相同：“{title}”"] += names
    problems = [
        _problem(rules[identifier], message, names, settings)
        for (identifier, message), names in faults.items()
        if identifier in rules
    ]
    if "W22" in rules:
        missing = _site_map(folder, pages, settings)
        problems += (_problem(rules["W22"], message, ["sitemap.xml"], settings) for message in missing)
    return tuple(sorted(problems, key=lambda item: (item.code, item.file or "", item.message)))


def _pages(folder: Path) -> Iterator[_Page]:
    for path in sorted(folder.rglob("*.html")):
        name = path.relative_to(folder).as_posix()
        tree = LexborHTMLParser(path.read_bytes())
        if name != "404.html" and not tree.css('meta[http-equiv="refresh"]'):
            tags = [
                (node.attributes.get("name") or "", node.attributes.get("content") or "") for node in tree.css("meta")
            ]
            yield _Page(name, tree, tuple(tags))


def _same_titles(pages: Iterable[_Page]) -> Iterator[tuple[str, list[str]]]:
    named: dict[str, list[str]] = defaultdict(list)
    for page in pages:
        if title := page.text("head title").strip():
            named[title].append(page.name)
    yield from ((title, names) for title, names in named.items() if len(names) > 1)


def _of_page(page: _Page, settings: Settings) -> Iterator[tuple[str, str]]:
    yield from _tags(page)
    yield from page_faults(page.tree, page.name, urlsplit(settings.base_url or "").hostname or "")
    if page.is_report:
        yield from _article(page)
        if not (page.tree.css("#feedback") or settings.footer.contact or settings.footer.error_report):
            yield "W21", "报告页没有纠错渠道：网站设置里没有 feedback，页脚也没有联系方式"
    if (found := page.values("ColumnType")) and found != [settings.column_type]:
        yield "W23", f"ColumnType 是“{found[0]}”，网站设置是“{settings.column_type}”"
    banner = BANNER in page.text("body")
    if settings.mode is Mode.DEMO and not banner:
        yield "W07", "演示站的页面没有“非官方演示站”的说明"
    if settings.mode is Mode.OFFICIAL and banner:
        yield "W07", "正式网站的页面仍写着“非官方演示站”"
    shown = " ".join(
        (node.attributes.get("alt") or "") + (node.attributes.get("src") or "") for node in page.tree.css("img")
    )
    if settings.mode is Mode.DEMO and _OFFICIAL_MARK.search(shown + page.text("footer")):
        yield "W07", "演示站的页面用了国徽或党政机关网站标识"
    if mark := _PLACEHOLDER.search(page.text("footer") + " ".join(value for _, value in page.tags)):
        yield "W01", f"页脚或标签里有占位文字“{mark[0]}”"


def _tags(page: _Page) -> Iterator[tuple[str, str]]:
    counts = Counter(name for name, _ in page.tags)
    for tag in page.required:
        if not counts[tag]:
            yield "W01", f"缺少标签 {tag}"
        elif counts[tag] > 1:
            yield "W01", f"标签 {tag} 出现了 {counts[tag]} 次"
    for tag, value in page.tags:
        if tag in ARTICLE_TAGS and value.strip().lower() in {"", "null", "none", "undefined"}:
            yield "W01", f"标签 {tag} 的内容是空的"


def _article(page: _Page) -> Iterator[tuple[str, str]]:
    for value in page.values("PubDate"):
        if not _PUBDATE.fullmatch(value):
            yield "W02", f"PubDate 的写法“{value}”不是 2025-03-28 09:18 这样"
        elif day(datetime.strptime(value, "%Y-%m-%d %H:%M").astimezone()) not in page.text("dd"):
            yield "W02", "PubDate 与页面上显示的公开日期不一致"
    heading = page.text("h1").strip()
    if heading and [heading] != [value.strip() for value in page.values("ArticleTitle")]:
        yield "W04", "ArticleTitle 与页面上显示的标题不一致"
    labels = page.text("dt")
    for label in ("公开日期", "来源"):
        if label not in labels:
            yield "W04", f"页面上没有“{label}”"


def _site_map(folder: Path, pages: tuple[_Page, ...], settings: Settings) -> Iterator[str]:
    if not (folder / "sitemap" / "index.html").is_file():
        yield "没有供人看的站点地图"
    file = folder / "sitemap.xml"
    if not file.is_file():
        yield "没有 sitemap.xml"
    elif settings.base_url:
        listed = file.read_text(encoding="utf-8").count("<loc>")
        if listed < len(pages):
            yield f"sitemap.xml 只列了 {listed} 个页面，网站有 {len(pages)} 个"


def _problem(rule: Rule, message: str, names: list[str], settings: Settings) -> Diagnostic:
    how = rule.check.how if isinstance(rule.check, OnSite) else ""
    more = f"（共 {len(names)} 个页面）" if len(names) > 1 else ""
    return Diagnostic(
        code=rule.id,
        name=rule.name,
        severity=rule.severity.of(settings.mode),
        message=f"{message}{more}",
        hint=f"要求：{how}。网站设置 content/site.yml 里能填的先填上；填好仍有这个问题的，请转给技术人员。",
        quote="",
        file=names[0],
        line=1,
        column=1,
    )
