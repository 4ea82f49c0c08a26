"""Where a problem stands, in the words of those who read the file: a line, a page, a paragraph."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from generator.intake import read_bytes
from generator.locate import locate
from generator.model.diagnostic import Diagnostic, Problem, Severity
from generator.model.document import Document
from generator.model.span import Span
from generator.reporting.places import shown_place
from tests.intake.build_pdf import Page, lines, pdf
from tests.intake.build_zip import docx, paragraph

WRONG = Problem("S07", "wrong", Severity.WARNING, "不对", "改")
ROW = "全年召开会议研究部署重点任务十二次推动各项工作落到实处"
LAST = "特此报告敬请审阅"


def read(data: bytes, name: str) -> Document:
    document, problems = read_bytes(data, name)
    assert document is not None, problems
    return document


def at(document: Document, words: str) -> Diagnostic:
    """A problem at words of the document."""
    start = document.text.index(words)
    return locate(WRONG.at(Span(start, start + len(words))), document, PurePosixPath(document.original.name))


def test_a_page_of_a_pdf() -> None:
    document = read(pdf([Page(lines("　　一是" + ROW, "落实到位。")), Page(lines("　　" + LAST + "。"))]), "甲.pdf")
    assert [at(document, words).place for words in ("一是", "落实到位", LAST)] == ["第 1 页", "第 1 页", "第 2 页"]
    assert shown_place(at(document, LAST)) == "甲.pdf（第 2 页）"


def test_a_paragraph_of_a_word_document() -> None:
    document = read(docx(paragraph(ROW + "。") + paragraph(LAST)), "甲.docx")
    assert at(document, LAST).place == "第 2 段"


def test_a_line_of_a_text() -> None:
    document = read(f"{ROW}。\n\n{LAST}\n".encode(), "甲.txt")
    found = at(document, LAST)
    assert (found.place, shown_place(found)) == ("", "甲.txt:3:1")


@pytest.mark.parametrize(
    ("file", "place", "shown"),
    [
        ("甲.txt", "", "甲.txt:1:1"),
        ("甲.pdf", "", "甲.pdf"),
        ("甲.DOCX", "第 3 段", "甲.DOCX（第 3 段）"),
        ("甲.files/表.xlsx", "表格", "甲.files/表.xlsx（表格）"),
    ],
)
def test_the_shown_place(file: str, place: str, shown: str) -> None:
    problem = Diagnostic("S07", "wrong", Severity.WARNING, "不对", "改", place=place, file=file, line=1, column=1)
    assert shown_place(problem) == shown
