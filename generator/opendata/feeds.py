"""Atom feeds (RFC 4287): all reports, those of one agency, those that treat one theme; figures stand in the entry.

A feed announces what was received: a report without an entry in the ledger has no date to announce and is left out.
Without a base address ids are `tag:` URIs (RFC 4151) and there are no links, since Atom readers need absolute ones.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from xml.etree import ElementTree as ET

from generator.catalogues.themes import theme_names
from generator.model.report import Corpus, Report, SiteFile
from generator.series.collection import reports_by_agency

ENTRIES = 30
"""Newest entries in a feed: a year of a small city, and well below 100 KB."""

_ATOM = "http://www.w3.org/2005/Atom"
_FIGURES = 8


def feed_files(corpus: Corpus) -> Iterator[SiteFile]:
    """`feed.xml`, `agencies/<id>/feed.xml` and `themes/<theme>/feed.xml`."""
    yield _feed(corpus, corpus.reports, "", corpus.settings.name)
    for agency, reports in reports_by_agency(corpus).items():
        entry = corpus.roster.agency(agency)
        yield _feed(corpus, reports, f"agencies/{agency}/", entry.name if entry else agency)
    for theme, name in theme_names().items():
        treating = [item for item in corpus.reports if any(tag.theme == theme for tag in item.themes.tags)]
        yield _feed(corpus, treating, f"themes/{theme.lower()}/", f"{corpus.settings.name}：{name}")


def _feed(corpus: Corpus, reports: Sequence[Report], folder: str, title: str) -> SiteFile:
    announced = [item for item in reports if item.identity.received_on and item.id]
    announced.sort(key=lambda item: (item.identity.received_on or date.min, item.id or ""), reverse=True)
    base = corpus.settings.base_url.rstrip("/")
    feed = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": "zh-CN"})
    _text(feed, "title", title)
    _text(feed, "id", f"{base}/{folder}feed.xml" if base else f"tag:gongkai,2026:feed:{folder}")
    newest = announced[0].identity.received_on if announced else None
    _text(feed, "updated", _instant(newest or date(corpus.today.year, 1, 1)))
    author = ET.SubElement(feed, "author")
    _text(author, "name", corpus.settings.host or corpus.settings.name)
    if base:
        ET.SubElement(feed, "link", {"rel": "self", "type": "application/atom+xml", "href": f"{base}/{folder}feed.xml"})
        ET.SubElement(feed, "link", {"rel": "alternate", "type": "text/html", "href": f"{base}/{folder}"})
    for report in announced[:ENTRIES]:
        _entry(feed, report, base)
    data = ET.tostring(feed, encoding="utf-8", xml_declaration=True)
    return SiteFile(f"{folder}feed.xml", data + b"\n")


def _entry(feed: ET.Element, report: Report, base: str) -> None:
    identity = report.identity
    received = identity.received_on or date.min
    entry = ET.SubElement(feed, "entry")
    _text(entry, "title", identity.title.value if identity.title else report.id or "")
    address = f"reports/{report.id}/"
    _text(entry, "id", f"{base}/{address}" if base else f"tag:gongkai,{received.year}:{report.id}")
    _text(entry, "updated", _instant(received))
    author = ET.SubElement(entry, "author")
    _text(author, "name", identity.agency.value if identity.agency else "未载明")
    if base:
        ET.SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": f"{base}/{address}"})
    for keyword in report.themes.keywords:
        ET.SubElement(entry, "category", {"term": keyword})
    _text(entry, "summary", report.themes.abstract)
    facts = report.findings.facts
    shown = "；".join(f"{fact.full_name} {fact.mention}" for fact in facts[:_FIGURES])
    more = f"等 {len(facts)} 项" if len(facts) > _FIGURES else ""
    _text(entry, "content", f"数据：{shown}{more}" if facts else "本报告没有可提取的量化指标。")


def _text(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = text


def _instant(day: date) -> str:
    return f"{day.isoformat()}T00:00:00+08:00"
