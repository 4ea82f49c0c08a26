"""The same report in different formats has the same outline, figures and themes, whatever the format left of blanks."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import PurePosixPath

import pytest

from generator.intake import read_file
from generator.model.metadata import Metadata
from generator.model.report import Report
from generator.pipeline import Run, process
from tests.intake.samples import SAMPLES, bare

_FIRST = "docx/01_gbt9704_manual_numbering.docx"
_FORMATS = {
    "txt/01_utf8_lf.txt": [
        _FIRST,
        "docx/08_word_heading_styles.docx",
        "doc/01_word97_manual_numbering.doc",
        "doc/06_rtf_named.doc",
        "pdf/01_text_page_numbers.pdf",
        "ofd/01_line_objects.ofd",
        "ofd/05_written_by_easyofd.ofd",
    ],
    "txt/15_seed_003_as_received.txt": [
        "docx/06_page_broken_bold.docx",
        "html/02_word_paste_gb2312.html",
        "ofd/02_glyph_runs_shuffled_template.ofd",
        "pdf/02_header_footer_page_breaks.pdf",
    ],
}
_PAIRS = [(text, other) for text, others in _FORMATS.items() for other in others]


@cache
def _report(name: str) -> Report:
    document, diagnostics = read_file(SAMPLES / name)
    assert document is not None, diagnostics
    return process(document, diagnostics, PurePosixPath(name), Metadata(), Run(None, date(2026, 1, 1)))


@pytest.fixture
def pair(request: pytest.FixtureRequest) -> tuple[Report, Report]:
    text, other = request.param
    if other.startswith("doc/"):
        request.getfixturevalue("office")
    return _report(text), _report(other)


_pairs = pytest.mark.parametrize("pair", _PAIRS, ids=[other for _, other in _PAIRS], indirect=True)


@_pairs
def test_same_title_and_outline(pair: tuple[Report, Report]) -> None:
    def outline(report: Report) -> list[tuple[int, str, str, bool]]:
        headings = [(one.level, one.marker, bare(one.title), one.run_in) for one in report.outline.headings]
        title = report.outline.title
        return [(0, "", bare(title.of(report.document.text)) if title else "", False), *headings]

    assert outline(pair[1]) == outline(pair[0])


@_pairs
def test_same_figures(pair: tuple[Report, Report]) -> None:
    def figures(report: Report) -> list[tuple[str, ...]]:
        facts = report.findings.facts
        return [(bare(one.name), str(one.value), one.unit, str(one.indicator), bare(one.mention)) for one in facts]

    assert figures(pair[1]) == figures(pair[0])


@_pairs
def test_same_themes(pair: tuple[Report, Report]) -> None:
    def themes(report: Report) -> list[tuple[str, str, str | None, float]]:
        text = report.document.text
        return [(bare(tag.span.of(text)), tag.theme, tag.topic, tag.weight) for tag in report.themes.tags]

    assert themes(pair[1]) == themes(pair[0])
