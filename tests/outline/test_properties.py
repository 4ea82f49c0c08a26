"""What holds for the outline of any text."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.intake import read_text
from generator.model.document import Document
from generator.model.outline import Outline
from generator.model.span import Span
from generator.outline import find_outline

PIECES = (Path(__file__).parent.parent / "cases" / "outline_pieces.txt").read_text(encoding="utf-8").split()
TEXTS = st.lists(st.sampled_from([*PIECES, " ", "\t", "\n", "\n", "\n\n", "\u3000"]), max_size=60).map("".join)


def outline_of(text: str) -> tuple[Document, Outline]:
    document, _ = read_text(text, "a.txt")
    return document, find_outline(document)[0]


@settings(max_examples=300)
@given(TEXTS)
def test_spans_are_valid_and_ordered(text: str) -> None:
    document, outline = outline_of(text)
    whole = Span(0, len(document.text))
    parts = (outline.title, outline.addressee, outline.signature, outline.date, outline.document_number)
    assert all(whole.holds(span) for span in parts if span is not None)
    starts = [heading.span.start for heading in outline.headings]
    assert starts == sorted(set(starts))
    for heading in outline.headings:
        assert whole.holds(heading.section)
        assert heading.section.holds(heading.span)
        assert heading.section.start == heading.span.start
        assert heading.span.of(document.text) == heading.span.of(document.text).strip()
        assert heading.span.of(document.text).startswith(heading.marker)
        assert heading.span.of(document.text).endswith(heading.title)


@settings(max_examples=300)
@given(TEXTS)
def test_sections_nest(text: str) -> None:
    _, outline = outline_of(text)
    by_id = {heading.id: heading for heading in outline.headings}
    assert len(by_id) == len(outline.headings)
    for heading in outline.headings:
        assert heading.id.isascii()
        if heading.parent is not None:
            assert by_id[heading.parent].section.holds(heading.section)
    for before, after in zip(outline.headings, outline.headings[1:], strict=False):
        assert after.section.start >= before.span.end
        apart = after.section.start >= before.section.end
        assert apart or before.section.holds(after.section)


@settings(max_examples=300)
@given(TEXTS)
def test_every_line_has_its_place(text: str) -> None:
    document, outline = outline_of(text)
    kept = {paragraph.span for paragraph in outline.paragraphs}
    whole = [heading.span for heading in outline.headings if not heading.run_in]
    around = [outline.title, outline.addressee, outline.signature, outline.date, outline.document_number]
    for line in document.lines():
        placed = line in kept or any(line.holds(span) for span in whole)
        assert placed or any(span is not None and span.overlaps(line) for span in around)
    assert len({paragraph.id for paragraph in outline.paragraphs}) == len(outline.paragraphs)


@settings(max_examples=300)
@given(TEXTS)
def test_points_cut_their_paragraph(text: str) -> None:
    document, outline = outline_of(text)
    by_id = {heading.id: heading for heading in outline.headings}
    for paragraph in outline.paragraphs:
        borders = [paragraph.span.start, *(point.span.end for point in paragraph.points)]
        gaps = [
            document.text[border : point.span.start] for border, point in zip(borders, paragraph.points, strict=False)
        ]
        assert not "".join(gaps).strip()
        assert not document.text[borders[-1] : paragraph.span.end].strip()
        assert paragraph.section is None or by_id[paragraph.section].section.holds(paragraph.span)
        for point in paragraph.points:
            assert point.heading is None or by_id[point.heading].section.holds(point.span)


def test_paragraph_ids_do_not_move() -> None:
    lines = [f"全年办理事项{number}件，群众满意。" for number in range(20)]
    for edited in (["新增的一段文字，说明有关情况。", *lines], lines[:-1]):
        before, after = (_ids("\n".join(some)) for some in (lines, edited))
        shared = before.keys() & after.keys()
        assert len(shared) >= 19
        assert {text: before[text] for text in shared} == {text: after[text] for text in shared}


def _ids(text: str) -> dict[str, str]:
    document, outline = outline_of(text)
    return {paragraph.span.of(document.text): paragraph.id for paragraph in outline.paragraphs}


def test_repeated_paragraphs_are_told_apart() -> None:
    _, outline = outline_of("前言第一段，说明有关情况。\n重复的一段文字。\n重复的一段文字。\n重复的一段文字。")
    first, *others = [paragraph.id for paragraph in outline.paragraphs[1:]]
    assert [f"{first}-2", f"{first}-3"] == others
