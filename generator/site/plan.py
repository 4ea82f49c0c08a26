"""What the folder of the site holds: every file, made one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from itertools import chain
from pathlib import Path

from generator.content.discover import attachments_folder
from generator.content.site import Site
from generator.hashing import files_hash
from generator.intake.repairs import repairs_json
from generator.intake.scrub import can_be_linked
from generator.model.report import Corpus, Report, SiteFile
from generator.opendata.agencies import agency_files
from generator.opendata.board import board_files
from generator.opendata.catalogue import catalogue_files
from generator.opendata.compact import json_bytes
from generator.opendata.datapackage import with_datapackage
from generator.opendata.feeds import feed_files
from generator.opendata.indicators import indicator_files
from generator.pages import addresses
from generator.pages.audits import about_search_page, accessibility_page
from generator.pages.handwritten import handwritten_pages
from generator.pages.render import render_pages
from generator.pages.report import original_name
from generator.pages.site_map import site_map_page
from generator.reporting.inspect import inspect_report
from generator.site.redirects import redirect_pages
from generator.site.search_index import client_of, search_files


def plan_site(corpus: Corpus, site: Site) -> Iterator[SiteFile]:
    """All files of the site but the original files, which `originals` copies."""
    yield from render_pages(corpus)
    for report in corpus.reports:
        yield from twins(report)
    yield from redirect_pages(corpus)
    yield from handwritten_pages(site.content)
    yield accessibility_page(site.content)
    yield site_map_page(corpus, site.content)
    data = chain(catalogue_files(corpus), indicator_files(corpus), board_files(corpus))
    yield from with_datapackage(data, corpus)
    yield from agency_files(corpus)
    yield from feed_files(corpus)
    searched: dict[str, str] = {}
    for file in chain(search_files(corpus), client_of(site.content.parent)):
        searched[file.path] = sha256(file.data).hexdigest()
        yield file
    yield about_search_page(site.content, files_hash(searched))


def twins(report: Report) -> Iterator[SiteFile]:
    """The files beside a report's page: its JSON twin (`inspect.md`), and the repairs that rebuild its source."""
    address = addresses.report(report.id or "")
    yield SiteFile(f"{address}report.json", json_bytes(inspect_report(report, original_name(report))))
    yield SiteFile(f"{address}repairs.json", json_bytes(repairs_json(report.document)))


def originals(corpus: Corpus, site: Site) -> Iterator[tuple[Path, str]]:
    """The committed file of each published report and its attachments, with their paths in the site: byte for byte.

    Older formats and web pages are not copied: nobody can clean them (`generator.intake.scrub`).
    """
    for report in corpus.reports:
        if report.id is not None:
            file = site.content / report.path
            address = addresses.report(report.id)
            if can_be_linked(report.document.original):
                yield file, f"{address}{original_name(report)}"
            for name in report.metadata.attachments:
                yield attachments_folder(file) / name, f"{address}files/{name}"
