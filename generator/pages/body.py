"""The text of a report as Markdown blocks with permalinks, marked figures and nothing lost.

The blocks, read in order with those of one line joined, give the cleaned text; `data-line` stands on the first
block of each line, so that the built page and the repairs file rebuild the source exactly.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from generator.model.outline import Heading, Paragraph
from generator.model.report import Report
from generator.model.span import Span
from generator.pages.escape import attribute, markdown
from generator.series.anchors import HEADING_LEVELS, after_stop, anchor_of, sentence_of


@dataclass(frozen=True, slots=True)
class Block:
    """One block of the page: Markdown without its trailing line ends, and the section that it ends.

    `section` is the id of the level-1 or level-2 heading under which the block stands, None outside all.
    """

    markdown: str
    section: str | None


@dataclass(frozen=True, slots=True)
class Mark:
    """An inline mark: `opening` and `closing` tags round a span of the cleaned text."""

    span: Span
    opening: str
    closing: str


def report_blocks(report: Report, marks: Iterable[Mark]) -> tuple[Block, ...]:
    """All blocks of a report after its title, in order. `marks` are links of figures and citations."""
    return tuple(_blocks(report, tuple(marks)))


def sentence_marks(report: Report) -> tuple[Mark, ...]:
    """One mark for each sentence that holds figures, with its anchor."""
    paragraphs = {item.id: item for item in report.outline.paragraphs}
    spans = {}
    for fact in report.findings.facts:
        paragraph = paragraphs[fact.paragraph]
        if paragraph.table is None:
            span = sentence_of(report, paragraph, fact)
            spans[span] = anchor_of(paragraph, span)
    return tuple(Mark(span, f'<span class="sentence" id="{name}">', "</span>") for span, name in spans.items())


def inline(text: str, span: Span, marks: Iterable[Mark]) -> str:
    """The span of `text` as inline Markdown with the marks inside it; marks that would cross others are left out."""
    inside = sorted(
        (mark for mark in marks if span.holds(mark.span)), key=lambda mark: (mark.span.start, -mark.span.end)
    )
    parts: list[str] = []
    open_marks: list[Mark] = []
    at = span.start

    def close_until(offset: int) -> None:
        nonlocal at
        while open_marks and open_marks[-1].span.end <= offset:
            mark = open_marks.pop()
            parts.append(_text(text, at, mark.span.end, first=at == span.start))
            parts.append(mark.closing)
            at = mark.span.end

    for mark in inside:
        close_until(mark.span.start)
        if mark.span.start < at or (open_marks and mark.span.end > open_marks[-1].span.end):
            continue
        parts.append(_text(text, at, mark.span.start, first=at == span.start))
        parts.append(mark.opening)
        at = mark.span.start
        open_marks.append(mark)
    close_until(span.end)
    parts.append(_text(text, at, span.end, first=at == span.start))
    return "".join(parts)


def _text(text: str, start: int, end: int, *, first: bool) -> str:
    escaped = markdown(text[start:end])
    return escaped if first else escaped.replace("&#46;", ".")


def _blocks(report: Report, marks: tuple[Mark, ...]) -> Iterator[Block]:
    text, outline = report.document.text, report.outline
    paragraphs = {item.span.start: item for item in outline.paragraphs}
    headings = {item.span.start: item for item in outline.headings if not item.run_in}
    run_in = tuple(item for item in outline.headings if item.run_in)
    section: str | None = None
    table_rows: list[tuple[int, Span, Paragraph]] = []
    for number, line in enumerate(report.document.lines()):
        paragraph = paragraphs.get(line.start)
        if paragraph is not None and paragraph.table is not None:
            table_rows.append((number, line, paragraph))
            continue
        if table_rows:
            yield Block(_table(report, table_rows, marks), section)
            table_rows = []
        if line == outline.title or (outline.title and line.holds(outline.title)):
            continue
        if paragraph is not None:
            own = tuple(item for item in run_in if line.holds(item.span))
            for block, heading in _paragraph(text, paragraph, own, marks, number):
                section = heading.id if heading else section
                yield Block(block, section)
        elif line.start in headings:
            heading = headings[line.start]
            section = heading.id if heading.level <= HEADING_LEVELS else section
            yield Block(_heading(inline(text, line, marks), heading, number), section)
        else:
            kind = "addressee" if outline.addressee and line.holds(outline.addressee) else "closing"
            yield Block(f'{inline(text, line, marks)}\n{{: .{kind} data-line="{number}" }}', section)
    if table_rows:
        yield Block(_table(report, table_rows, marks), section)


def _heading(content: str, heading: Heading, line: int | None) -> str:
    depth = "#" * min(heading.level + 2, 6)
    place = f' data-line="{line}"' if line is not None else ' data-part="1"'
    return f"{depth} {content} {{: #{heading.id}{place} }}"


def _paragraph(
    text: str, paragraph: Paragraph, headings: tuple[Heading, ...], marks: tuple[Mark, ...], line: int
) -> Iterator[tuple[str, Heading | None]]:
    """The blocks of one line: run-in headings of level 1 and 2 on their own, then each point."""
    cuts = {paragraph.span.start, paragraph.span.end}
    shown = {}
    leads = []
    for heading in headings:
        if heading.level <= HEADING_LEVELS:
            end = after_stop(text, heading.span.end, paragraph.span.end)
            cuts |= {heading.span.start, end}
            shown[heading.span.start] = heading
        else:
            cuts.add(heading.span.start)
            end = after_stop(text, heading.span.end, paragraph.span.end)
            lead = f'<strong class="lead" id="{heading.id}">'
            leads.append(Mark(Span(heading.span.start, heading.span.end if heading.clause else end), lead, "</strong>"))
    borders = sorted(cuts)
    first, named = True, False
    marks = (*marks, *leads)
    for start, end in pairwise(borders):
        place = line if first else None
        if (own := shown.get(start)) is not None:
            yield _heading(inline(text, Span(start, end), marks), own, place), own
        else:
            attributes = f' data-line="{place}"' if place is not None else ""
            name = "" if named else f" #{paragraph.id}"
            kind = " .point" if any(mark.span.start == start for mark in leads) else ""
            content = inline(text, Span(start, end), marks)
            link = "" if named else permalink(paragraph.id)
            yield f"{content}{link}\n{{:{name} .passage{kind}{attributes} }}", None
            named = True
        first = False


def permalink(identifier: str) -> str:
    """The quiet link to a paragraph itself; `aid` marks it as the site's own, not the report's."""
    return f'<a class="aid permalink" href="#{identifier}" aria-label="本段链接">¶</a>'


def _table(report: Report, rows: list[tuple[int, Span, Paragraph]], marks: tuple[Mark, ...]) -> str:
    text = report.document.text
    numbers = {line.start: (number, paragraph) for number, line, paragraph in rows}
    parts = ['<div class="table-scroll" tabindex="0" role="group" aria-label="报告原表"><table class="report-table">']
    for table in report.document.tables:
        if table.span.start not in numbers and not any(table.span.start <= start < table.span.end for start in numbers):
            continue
        if table.caption is not None:
            parts.append(f"<caption>{attribute(table.caption.of(text))}</caption>")
        starts = iter(sorted(start for start in numbers if table.span.start <= start < table.span.end))
        for index, row in enumerate(table.rows):
            start = next(starts, None)
            number, paragraph = numbers[start] if start is not None else (None, None)
            name = f' id="{paragraph.id}"' if paragraph else ""
            parts.append(f'<tr{name} data-line="{number}">')
            tag = 'th scope="col"' if index < table.header_rows else "td"
            for cell in row:
                merged = (f' colspan="{cell.columns}"' if cell.columns > 1 else "") + (
                    f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
                )
                parts.append(f"<{tag}{merged}>{inline(text, cell.span, marks)}</{tag.split(maxsplit=1)[0]}>")
            parts.append("</tr>")
    parts.append("</table></div>")
    return "".join(parts)
