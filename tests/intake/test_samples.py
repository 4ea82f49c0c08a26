"""Every sample reads as its expected text, or is refused."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from generator.intake import read_file
from generator.intake.joining import Habits, is_cut
from generator.intake.repairs import rebuild, repairs_json
from tests.intake.samples import SAMPLES, Sample, bare, samples

if TYPE_CHECKING:
    from generator.model.document import Document, Table

_TAIL_LOST = "txt/09_gb18030_truncated_tail.txt"
"""Its last character was cut off before it was handed in; nothing in the file says that it was there."""


@cache
def _read(sample: Sample) -> Document:
    document, diagnostics = read_file(sample.path)
    assert document is not None, [problem.message for problem in diagnostics]
    return document


@pytest.fixture
def sample(request: pytest.FixtureRequest) -> Sample:
    one: Sample = request.param
    if one.legacy:
        request.getfixturevalue("office")
    return one


_accepted = pytest.mark.parametrize("sample", samples("accept"), ids=lambda sample: sample.name, indirect=True)


@_accepted
def test_accepted_sample_reads_as_expected(sample: Sample) -> None:
    text = bare(_read(sample).text)
    expected = bare("".join(block["text"] for block in sample.blocks()))
    if sample.name == _TAIL_LOST:
        expected = expected.removesuffix("。")
    optional = [part for part in sample.entry.get("optional", []) if bare(part) not in expected]
    for part in sorted(optional, key=len, reverse=True):
        text = text.replace(bare(part), "", 1)
    assert text == expected


@_accepted
def test_forbidden_strings_stay_out_and_wanted_ones_come(sample: Sample) -> None:
    text = _read(sample).text
    assert [part for part in sample.entry.get("forbidden", []) if part in text] == []
    assert [part for part in sample.entry.get("must_contain", []) if bare(part) not in bare(text)] == []


@_accepted
def test_paragraphs_come_out_whole(sample: Sample) -> None:
    lines = {bare(line) for line in _read(sample).text.split("\n")}
    blocks = sample.blocks()
    title = bare("".join(block["text"] for block in blocks if block["role"] == "title"))
    paragraphs = [bare(block["text"]) for block in blocks if block["role"] not in {"title", "table"}]
    if sample.name == _TAIL_LOST:
        paragraphs[-1] = paragraphs[-1].removesuffix("。")
    assert [line for line in [title, *paragraphs] if line and line not in lines] == []


@_accepted
def test_page_and_repairs_rebuild_the_source(sample: Sample) -> None:
    document = _read(sample)
    assert rebuild(document.text, repairs_json(document)) == document.source


@_accepted
def test_tables_have_their_grid(sample: Sample) -> None:
    document = _read(sample)
    expected = [block["cells_grid"] for block in sample.blocks() if block["role"] == "table"]
    assert [_grid(document, table) for table in document.tables] == expected


@_accepted
def test_automatic_numbers_stand_in_order(sample: Sample) -> None:
    markers = sample.entry.get("markers", [])
    lines = [bare(line) for line in _read(sample).text.split("\n")]
    found = [marker for line in lines for marker in {*markers} if line.startswith(bare(marker))]
    assert found == markers


def _grid(document: Document, table: Table) -> list[list[str]]:
    width = max(cell.column + cell.columns for row in table.rows for cell in row)
    grid = [[""] * width for _ in table.rows]
    for number, row in enumerate(table.rows):
        for cell in row:
            for line in range(number, number + cell.rows):
                for column in range(cell.column, cell.column + cell.columns):
                    grid[line][column] = cell.span.of(document.text)
    return grid


@pytest.mark.parametrize("sample", samples("refuse"), ids=lambda sample: sample.name)
def test_refused_sample_is_refused_with_an_error(sample: Sample) -> None:
    document, diagnostics = read_file(sample.path)
    assert document is None
    assert any(problem.blocks and problem.message and problem.hint for problem in diagnostics)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("hostile/01_truncated.docx", "G014"),
        ("hostile/04_xxe_file_entity.docx", "G016"),
        ("hostile/05_xxe_http_dtd.docx", "G016"),
        ("hostile/06_billion_laughs.docx", "G016"),
        ("hostile/10_password_protected.docx", "G013"),
        ("hostile/11_deep_nesting.docx", "G015"),
        ("hostile/12_html_named.docx", "G002"),
        ("hostile/13_empty.docx", "G001"),
        ("hostile/16_truncated.doc", "G014"),
        ("hostile/17_random_bytes_ole_header.doc", "G014"),
        ("hostile/20_page_tree_loop.pdf", "G014"),
        ("hostile/24_xxe.ofd", "G016"),
        ("hostile/25_path_escape.ofd", "G016"),
        ("hostile/29_binary_junk.txt", "G003"),
        ("hostile/30_png_named.txt", "G017"),
        ("hostile/31_password_like.txt", "G011"),
        ("hostile/33_batch_upload_zip_slip.zip", "G017"),
        ("ofd/04_scanned_image_only.ofd", "G018"),
        ("pdf/04_scanned_image_only.pdf", "G018"),
        ("pdf/07_encrypted_user_password.pdf", "G013"),
        ("txt/12_mojibake_saved.txt", "G005"),
    ],
)
def test_refusal_says_why(name: str, code: str) -> None:
    _, diagnostics = read_file(SAMPLES / name)
    assert diagnostics[0].code == code


def _repair_cases() -> list[dict[str, Any]]:
    cases: list[dict[str, Any]] = json.loads((SAMPLES / "expected/repair_cases.json").read_text(encoding="utf-8"))
    return cases


@pytest.mark.parametrize("case", _repair_cases(), ids=lambda case: f"{case['source'][:3]}-{case['why']}")
def test_repair_case(case: dict[str, Any]) -> None:
    left, right = (side.replace("**", "") for side in (case["left"], case["right"]))
    started = case.get("body_started", True)
    assert is_cut(left, right, Habits(full_stops=True), body_started=started) is case["join"]
