"""Paragraphs, tables and trouble on PDF pages made by hand."""

from __future__ import annotations

import pytest

from generator.intake import read_bytes
from generator.model.diagnostic import Diagnostic
from generator.model.document import Document, Style
from tests.intake.build_pdf import Page, lines, pdf

_FULL = "全年召开会议研究部署重点任务十二次推动各项工作落到实处"
"""As long as a line gets; all full lines of these pages end at the same place."""
_PARAGRAPH = ("　　一是" + _FULL[:-4], _FULL, "办结率达到百分之百。")


def _read(pages: list[Page], info: str = "") -> tuple[Document, tuple[Diagnostic, ...]]:
    document, diagnostics = read_bytes(pdf(pages, info=info), "报告.pdf")
    assert document is not None, [problem.message for problem in diagnostics]
    return document, diagnostics


def _joined(*texts: str) -> str:
    return "".join(texts).replace("\u3000", "")


def test_lines_become_paragraphs_by_indents_and_short_lines() -> None:
    document, _ = _read([Page(lines(*_PARAGRAPH, *_PARAGRAPH))])
    assert document.text.split("\n") == [_joined(*_PARAGRAPH)] * 2


def test_a_paragraph_runs_over_the_page() -> None:
    first, second = Page(lines(*_PARAGRAPH, *_PARAGRAPH[:2])), Page(lines(_PARAGRAPH[2], *_PARAGRAPH))
    document, diagnostics = _read([first, second])
    assert document.text.split("\n") == [_joined(*_PARAGRAPH)] * 3
    assert [(page.number, document.text[page.offset :][:6]) for page in document.pages] == [
        (1, _joined(*_PARAGRAPH)[:6]),
        (2, "办结率达到百"),
    ]
    assert diagnostics == ()  # a page that ends inside a sentence is no defect of a PDF


def test_page_numbers_and_running_headers_are_dropped_and_listed() -> None:
    pages = [
        Page([*lines(*_PARAGRAPH, top=700), (300, 800, 10, "某区法治政府建设情况报告"), (290, 40, 12, f"— {number} —")])
        for number in (1, 2, 3)
    ]
    document, _ = _read(pages)
    assert document.text.split("\n") == [_joined(*_PARAGRAPH)] * 3
    assert sorted({one.kind for one in document.dropped}) == ["header", "page_number"]
    assert len(document.dropped) == 6


@pytest.mark.parametrize("number", ["12", "- 1 -", "—1—", "第1页", "第 1 页 共 3 页", "1 / 3", "·1·"])
def test_forms_of_page_numbers(number: str) -> None:
    document, _ = _read([Page([*lines(*_PARAGRAPH), (290, 40, 12, number)])])
    assert [one.text for one in document.dropped] == [number]


def test_a_title_in_large_type_is_one_line() -> None:
    title = [(140.0, 780.0, 22.0, "某市某某局关于2023年度"), (140.0, 750.0, 22.0, "法治政府建设情况的报告")]
    document, _ = _read([Page([*title, *lines(*_PARAGRAPH, top=700)])])
    assert document.text.split("\n")[0] == "某市某某局关于2023年度法治政府建设情况的报告"
    assert document.styles[0].style is Style.TITLE


def test_signature_and_date_on_the_right_are_lines_of_their_own() -> None:
    end = [(380.0, 600.0, 16.0, "某市某某局"), (380.0, 570.0, 16.0, "2024年1月15日")]
    document, _ = _read([Page([*lines(*_PARAGRAPH), *end])])
    assert document.text.split("\n")[-2:] == ["某市某某局", "2024年1月15日"]


def _grid(columns: list[float], rows: list[float]) -> list[tuple[float, float, float, float]]:
    across = [(columns[0], y, columns[-1], y) for y in rows]
    return across + [(x, rows[0], x, rows[-1]) for x in columns]


def test_rules_make_tables_and_missing_rules_merged_cells() -> None:
    rules = [rule for rule in _grid([80, 200, 320, 440], [400, 430, 460]) if rule != (200, 400, 200, 460)]
    rules += [(200, 400, 200, 430)]  # the first two cells of the upper row are one
    text = [
        (90.0, 440.0, 12.0, "复议案件"),
        (330.0, 440.0, 12.0, "备注"),
        (90.0, 410.0, 12.0, "受理"),
        (210.0, 410.0, 12.0, "12"),
    ]
    document, _ = _read([Page([*lines(*_PARAGRAPH), *text], rules)])
    (table,) = document.tables
    assert [[(c.span.of(document.text), c.column, c.columns) for c in row] for row in table.rows] == [
        [("复议案件", 0, 2), ("备注", 2, 1)],
        [("受理", 0, 1), ("12", 1, 1), ("", 2, 1)],
    ]


def test_a_table_goes_on_over_the_page_without_its_head() -> None:
    head = [(90.0, 80.0, 12.0, "事项"), (210.0, 80.0, 12.0, "数量")]
    first = Page(
        [*lines(*_PARAGRAPH), *head, (90, 50, 12, "受理"), (210, 50, 12, "12")], _grid([80, 200, 320], [40, 70, 100])
    )
    head = [(90.0, 760.0, 12.0, "事项"), (210.0, 760.0, 12.0, "数量")]
    second = Page([*head, (90, 730, 12, "办结"), (210, 730, 12, "11")], _grid([80, 200, 320], [720, 750, 780]))
    document, _ = _read([first, second])
    assert document.text.split("\n")[1:] == ["事项\t数量", "受理\t12", "办结\t11"]
    assert len(document.tables) == 1


def test_a_frame_is_no_table() -> None:
    document, _ = _read([Page(lines(*_PARAGRAPH), _grid([60, 560], [600, 800]))])
    assert document.tables == ()
    assert document.text == _joined(*_PARAGRAPH)


def test_shadows_of_fake_bold_are_one_character() -> None:
    shadow = [(x + 0.4, y, size, text) for x, y, size, text in lines(_PARAGRAPH[0])]
    document, _ = _read([Page([*lines(*_PARAGRAPH), *shadow])])
    assert document.text == _joined(*_PARAGRAPH)


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_turned_pages_are_read_as_they_are_shown(rotate: int) -> None:
    matrix = {0: "1 0 0 1 0 0 cm", 90: "0 1 -1 0 595 0 cm", 180: "-1 0 0 -1 595 842 cm", 270: "0 -1 1 0 0 842 cm"}[
        rotate
    ]
    placed = lines(*_PARAGRAPH, top=500, left=60)
    document, _ = _read([Page(placed, rotate=rotate, matrix=matrix)])
    assert document.text == _joined(*_PARAGRAPH)


def test_text_that_runs_sideways_on_an_upright_page_is_read() -> None:
    document, _ = _read([Page(lines(*_PARAGRAPH, top=500, left=60), matrix="0 1 -1 0 595 0 cm")])
    assert document.text == _joined(*_PARAGRAPH)


def test_a_slanted_watermark_is_dropped_and_listed() -> None:
    watermark = Page(lines("征求意见稿", top=300, left=300), matrix="0.7 0.7 -0.7 0.7 200 0 cm").content()
    page = Page(lines(*_PARAGRAPH))
    original = page.content
    page.content = lambda: original() + b"\nQ " + watermark  # type: ignore[method-assign]
    page.matrix = "q 1 0 0 1 0 0 cm"
    document, _ = _read([page])
    assert document.text == _joined(*_PARAGRAPH)
    assert [(one.kind, one.text) for one in document.dropped] == [("watermark", "征求意见稿")]


def test_a_scan_is_refused() -> None:
    document, diagnostics = read_bytes(pdf([Page(picture=True), Page(picture=True)]), "扫描.pdf")
    assert document is None
    assert diagnostics[0].code == "G018"


def test_a_scanned_page_among_others_is_refused_by_its_number() -> None:
    document, diagnostics = read_bytes(pdf([Page(picture=True), Page(lines(*_PARAGRAPH))]), "报告.pdf")
    assert document is None
    assert (diagnostics[0].code, "第 1 页" in diagnostics[0].message) == ("G023", True)


def test_an_empty_page_does_no_harm() -> None:
    document, diagnostics = _read([Page(lines(*_PARAGRAPH)), Page()])
    assert document.text == _joined(*_PARAGRAPH)
    assert diagnostics == ()


def test_a_font_without_encoding_is_refused() -> None:
    numbers = "".join(chr(200 + index * 7) for index in range(300))
    document, diagnostics = read_bytes(
        pdf([Page(lines(numbers[:100], numbers[100:200], numbers[200:]), nameless=True)]), "报告.pdf"
    )
    assert document is None
    assert diagnostics[0].code == "G024"


def test_glyph_numbers_among_ascii_signs_are_no_text() -> None:
    rows = ["".join(chr(33 + (row * 13 + index) * 7 % 90) for index in range(25)) for row in range(6)]
    document, diagnostics = read_bytes(pdf([Page(lines(*rows), nameless=True)]), "报告.pdf")
    assert document is None
    assert diagnostics[0].code == "G024"


def test_text_under_a_picture_was_read_by_a_machine() -> None:
    document, diagnostics = _read([Page(lines(*_PARAGRAPH), picture=True, mode=3)])
    assert document.text == _joined(*_PARAGRAPH)
    assert [(problem.code, problem.blocks) for problem in diagnostics] == [("G025", True)]


def test_invisible_text_beside_visible_text_is_left_out() -> None:
    page, hidden = Page(lines(*_PARAGRAPH)), Page(lines("内部掌握勿公开", top=400), mode=3)
    original = page.content
    page.content = lambda: original() + b"\n" + hidden.content()  # type: ignore[method-assign]
    document, diagnostics = _read([page])
    assert document.text == _joined(*_PARAGRAPH)
    assert [problem.code for problem in diagnostics] == ["P07"]


def test_an_author_is_reported() -> None:
    _, diagnostics = _read([Page(lines(*_PARAGRAPH))], info="/Author(Wang Xiaoming)")
    assert [(problem.code, problem.blocks) for problem in diagnostics] == [("P07", True)]


def test_characters_that_a_missing_font_swallows_are_reported() -> None:
    document, diagnostics = _read([Page([*lines(*_PARAGRAPH), (300, 500, 16, "1")])])
    assert document.text == _joined(*_PARAGRAPH)
    assert [problem.code for problem in diagnostics] == ["G036"]


def test_more_pages_than_a_report_has() -> None:
    document, diagnostics = read_bytes(pdf([Page()] * 301), "报告.pdf")
    assert document is None
    assert diagnostics[0].code == "G026"
