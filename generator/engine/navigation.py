"""The navigation: hubs only. A page in it would be printed on every page, which is quadratic (docs: cost)."""

from __future__ import annotations

from pathlib import Path

from generator.pages import addresses

HUBS: tuple[tuple[str, str], ...] = (
    ("首页", addresses.HOME),
    ("检索", addresses.SEARCH),
    ("公开目录", addresses.CATALOGUE),
    ("指标", addresses.INDICATORS),
    ("比较", addresses.COMPARE),
    ("主题", addresses.THEMES),
    ("机关", addresses.AGENCIES),
    ("地区", addresses.REGIONS),
    ("年度", addresses.YEARS),
    ("公开情况", addresses.BOARD),
)
"""Name and address of the hubs, in the order of the menu."""

HANDWRITTEN: tuple[tuple[str, str], ...] = (
    ("关于本站", addresses.ABOUT),
    ("发布指南", addresses.GUIDE),
)
"""Hand-written pages of the menu; left out where the content folder has none."""


def navigation(content: Path) -> list[dict[str, str]]:
    """MkDocs' `nav` value."""
    there = [item for item in HANDWRITTEN if (content / "pages" / f"{item[1].rstrip('/')}.md").is_file()]
    return [{name: addresses.source(address)} for name, address in (*HUBS, *there)]
