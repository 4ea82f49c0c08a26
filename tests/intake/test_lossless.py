"""Whatever a text holds, its slices tile both texts and lead back to the source."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.intake import read_text
from generator.intake.repairs import rebuild, repairs_json
from generator.model.document import Document
from generator.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable

_PIECES = [
    "一", "二", "是", "（", "）", "。", "、", "，", "：", "“", "”", "《", "》", "％", "０", "1", "年", "报告", "关于",
    "a", " ", "\u3000", "\xa0", "\t", "\r", "\n", "\r\n", "\f", "**", "*", "****", "[bookmark: ]",
    "[bookmark: _GoBack]", "\x1b[31m", "\u202e", "\u200b", "\ue000", "\ufffd", "[", "PAGEREF _Toc1 \\h",
]  # fmt: skip
_MARKDOWN_PIECES = [
    *_PIECES, "# ", "## ", "---\n", "|", "|-|-|\n", "\n|", "> ", "- ", "`", "```\n", "](", "![", "](x)", "<b>", "</b>",
    "<br>", "<!--", "-->", "<script>", "</script>", "&lt;", "&nbsp;", "\\*", "__", "===\n",
]  # fmt: skip


def _texts(pieces: list[str]) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(pieces), max_size=60).map("".join)


_either = pytest.mark.parametrize(("name", "pieces"), [("a.txt", _PIECES), ("a.md", _MARKDOWN_PIECES)])


def _for_texts(name: str, pieces: list[str], check: Callable[[Document], None]) -> None:
    @settings(max_examples=400, deadline=None)
    @given(_texts(pieces))
    def run(text: str) -> None:
        check(read_text(text, name)[0])

    run()


@_either
def test_slices_tile_both_texts(name: str, pieces: list[str]) -> None:
    def check(document: Document) -> None:
        slices = document.source_map.slices
        assert [piece.source.start for piece in slices] == [0, *(piece.source.end for piece in slices)][: len(slices)]
        assert [piece.cleaned.start for piece in slices] == [0, *(piece.cleaned.end for piece in slices)][: len(slices)]
        assert (slices[-1].source.end if slices else 0) == len(document.source)
        assert (slices[-1].cleaned.end if slices else 0) == len(document.text)

    _for_texts(name, pieces, check)


@_either
def test_kept_slices_are_the_same_text(name: str, pieces: list[str]) -> None:
    def check(document: Document) -> None:
        kept = [piece for piece in document.source_map.slices if piece.repair is None]
        assert [piece.source.of(document.source) for piece in kept] == [
            piece.cleaned.of(document.text) for piece in kept
        ]

    _for_texts(name, pieces, check)


@_either
def test_page_and_repairs_rebuild_the_source(name: str, pieces: list[str]) -> None:
    def check(document: Document) -> None:
        assert rebuild(document.text, repairs_json(document)) == document.source

    _for_texts(name, pieces, check)


@_either
def test_every_character_leads_back_to_the_source(name: str, pieces: list[str]) -> None:
    def check(document: Document) -> None:
        for offset, char in enumerate(document.text):
            span = Span(offset, offset + 1)
            source = document.to_source(span)
            assert 0 <= source.start <= source.end <= len(document.source)
            piece = next(piece for piece in document.source_map.slices if piece.cleaned.holds(span))
            if piece.repair is None:
                assert source.of(document.source) == char

    _for_texts(name, pieces, check)


@_either
def test_cleaned_text_is_paragraphs(name: str, pieces: list[str]) -> None:
    def check(document: Document) -> None:
        in_tables = {line for line in document.lines() if any(table.span.holds(line) for table in document.tables)}
        for line in document.lines():
            text = line.of(document.text)
            assert text.strip("\t") if line in in_tables else text
            stripped = text.strip("\t").strip() if line in in_tables else text.strip()
            assert stripped == (text.strip("\t") if line in in_tables else text)
            assert not set(text) & set("\r\f\v\x85\u2028\u2029\u3000\xa0\u200b\u202e\ue000\x1b")
            assert line in in_tables or "\t" not in text

    _for_texts(name, pieces, check)


@_either
def test_styles_and_tables_lie_in_the_text(name: str, pieces: list[str]) -> None:
    def check(document: Document) -> None:
        for run in document.styles:
            assert 0 <= run.span.start < run.span.end <= len(document.text)
        for table in document.tables:
            rows = table.span.of(document.text).strip("\n").split("\n")
            cells = ["\t".join(cell.span.of(document.text) for cell in row) for row in table.rows]
            assert [row for row in cells if row] == [row for row in rows if row]

    _for_texts(name, pieces, check)


def test_pairs_of_slices_alternate() -> None:
    document, _ = read_text("一、**重点**工作\r\n\r\n　　内容。", "a.txt")
    for left, right in pairwise(document.source_map.slices):
        assert left.repair is not right.repair
