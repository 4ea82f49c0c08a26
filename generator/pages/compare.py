"""The comparison page: its skeleton; the browser fills it from `data/agencies.json` and the agencies' figures."""

from __future__ import annotations

from generator.model.report import SiteFile
from generator.pages import addresses
from generator.pages.environment import write_page


def compare_page() -> SiteFile:
    """The one page; which agencies are compared stands in its address (`?a=…&a=…`)."""
    return write_page(
        addresses.COMPARE,
        "compare.md.j2",
        title="比较",
        front={
            "description": "并排比较两到四个机关或年度都报告了的指标。",
            "template": "compare.html",
            "hide": ["toc"],
        },
    )
