"""The comparison page: its skeleton; the browser fills it from `data/agencies.json` and the agencies' figures."""

from __future__ import annotations

from generator.model.report import Corpus, SiteFile
from generator.pages import addresses
from generator.pages.environment import write_page
from generator.series.alike import most_alike


def compare_page(corpus: Corpus) -> SiteFile:
    """The one page; which agencies are compared stands in its address (`?a=…&a=…`)."""
    return write_page(
        addresses.COMPARE,
        "compare.md.j2",
        title="比较",
        example=most_alike(corpus),
        front={
            "description": "并排比较两到四个机关或年度都报告了的指标。",
            "template": "compare.html",
            "hide": ["toc"],
        },
    )
