"""What the folder of the site holds: every file, made one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.content.site import Site
from generator.model.report import Corpus, SiteFile
from generator.opendata.catalogue import catalogue_files
from generator.pages import addresses, render_pages
from generator.pages.handwritten import handwritten_pages
from generator.pages.report import original_name


def plan_site(corpus: Corpus, site: Site) -> Iterator[SiteFile]:
    """All files of the site but the original files, which `originals` copies."""
    yield from render_pages(corpus)
    yield from handwritten_pages(site.content)
    yield from catalogue_files(corpus)


def originals(corpus: Corpus, site: Site) -> Iterator[tuple[Path, str]]:
    """The committed file of each published report, and its path in the site: byte for byte, never changed."""
    for report in corpus.reports:
        if report.id is not None:
            yield site.content / report.path, f"{addresses.report(report.id)}{original_name(report)}"
