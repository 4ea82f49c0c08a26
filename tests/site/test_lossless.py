"""Nothing of a report is lost: the built page and the repairs file beside it give the source back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.intake.repairs import rebuild
from tests.site.page_text import page_text
from tests.support.site import Project

REPORTS = (
    "weidu-zwfwhdsjglj-2023",
    "hanjiang-xzfwzx-2023",
    "hubin-xzsphzwxxglj-2024",
    "weibin-sfj-2023",
    "shenqiu-xznlzfxnfwzx-2023",
)


@pytest.mark.parametrize("report", REPORTS)
def test_page_and_repairs_rebuild_the_source(built_site: Project, report: str) -> None:
    folder = built_site.site / "reports" / report
    shown = page_text((folder / "index.html").read_text(encoding="utf-8"))
    repairs = json.loads((folder / "repairs.json").read_text(encoding="utf-8"))
    original = folder / f"{report}.txt"
    assert rebuild(shown, repairs) == original.read_bytes().decode("utf-8")


def test_originals_are_byte_for_byte(built_site: Project, root: Path) -> None:
    committed = {path.read_bytes() for path in (root / "content" / "reports").rglob("*.txt")}
    published = {path.read_bytes() for path in (built_site.site / "reports").rglob("*.txt")}
    assert published == committed
