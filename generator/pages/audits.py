"""The accessibility statement and the page about the search: what the last audits found, failures included."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from generator.catalogues.load import load
from generator.model.audit import AccessibilityAudit, SearchAudit
from generator.model.report import SiteFile
from generator.pages import addresses
from generator.pages.environment import write_page

AUDIT = Path("audits", "accessibility.json")
"""Where `make audit` writes its results, in the content folder: a committed file."""

SEARCH_AUDIT = Path("audits", "search.json")
"""Where `make audit` writes how the search answered."""

VIEW_NAMES = {
    "light": "浅色",
    "dark": "深色",
    "large": "大字版",
    "contrast": "高对比度",
    "dark-contrast": "深色高对比度",
}


def accessibility_page(content: Path) -> SiteFile:
    """The statement with the results in the content folder, or 尚未检测 where there are none.

    Raises `CatalogueError` with the place if the file is not as `make audit` writes it.
    """
    file = content / AUDIT
    audit = load(file, AccessibilityAudit) if file.is_file() else None
    return write_page(
        addresses.ACCESSIBILITY,
        "accessibility.md.j2",
        title="无障碍声明",
        front={"description": "本站遵循的无障碍标准、提供的辅助功能、最近一次检测的结果。"},
        audit=audit,
        dated=date.fromisoformat(audit.date) if audit else None,
        view_name=view_name,
    )


def about_search_page(content: Path, search_sha256: str) -> SiteFile:
    """How the search works and how well it answers; 尚未检测 where there are no results. Raises as the other.

    `search_sha256` is the hash of this build's search: the page says whether it is the one that was tested.
    """
    file = content / SEARCH_AUDIT
    audit = load(file, SearchAudit) if file.is_file() else None
    return write_page(
        addresses.ABOUT_SEARCH,
        "about_search.md.j2",
        title="关于检索",
        front={"description": "检索怎样工作、答得怎么样、最近一次检测的结果。"},
        audit=audit,
        dated=date.fromisoformat(audit.date) if audit else None,
        unchanged=audit is not None and audit.search_sha256 == search_sha256,
    )


def view_name(view: str) -> str:
    """`dark-360` as 深色，360像素宽."""
    mode, _, width = view.rpartition("-")
    return f"{VIEW_NAMES.get(mode, mode)}，{width}像素宽"
