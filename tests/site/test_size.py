"""Pages that list stay light however many reports there are, and only pages that are about a change change."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.site.generate import generate
from tests.benchmark.generated_content import write_content

pytestmark = pytest.mark.long

REPORTS = 240
TODAY = date(2026, 7, 1)
LIGHT = 150_000
"""Bytes of Markdown of a page that lists; the theme adds about 12 KB of HTML to each."""


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("many")
    write_content(folder / "content", REPORTS)
    generate(folder / "content", folder / "docs", TODAY)
    return folder


def test_no_page_that_lists_is_heavy(generated: Path) -> None:
    pages = (path for path in (generated / "docs").rglob("index.md") if path.parent.parent.name != "reports")
    heavy = {path.relative_to(generated).as_posix(): path.stat().st_size for path in pages}
    assert {name: size for name, size in heavy.items() if size > LIGHT} == {}


def test_an_edit_rewrites_little(generated: Path) -> None:
    assert generate(generated / "content", generated / "docs", TODAY).written == 0
    report = min((generated / "content" / "reports").rglob("*.txt"))
    report.write_text(report.read_text(encoding="utf-8") + "一是补充一句没有数字的话。\n", encoding="utf-8")
    written = generate(generated / "content", generated / "docs", TODAY).written
    assert 1 <= written < 200
