"""The site map for people: every list of the site, each with what it holds."""

from __future__ import annotations

from pathlib import Path

from generator.catalogues.themes import theme_names
from generator.model.report import Corpus, SiteFile
from generator.pages import addresses
from generator.pages.environment import write_page
from generator.series.collection import years_of

HANDWRITTEN = (("关于本站", addresses.ABOUT), ("发布指南", addresses.GUIDE))
"""Pages that staff write, listed if the content folder has them."""


def site_map_page(corpus: Corpus, content: Path) -> SiteFile:
    """The page `sitemap/`; single reports and agencies are one step further, in the lists it names."""
    return write_page(
        addresses.SITE_MAP,
        "site_map.md.j2",
        title="网站地图",
        front={"description": "本站全部栏目。"},
        handwritten=[item for item in HANDWRITTEN if (content / "pages" / f"{item[1].rstrip('/')}.md").is_file()],
        years=years_of(corpus),
        themes=theme_names(),
        regions=[region for region in corpus.roster.regions if region.parent is None],
    )
