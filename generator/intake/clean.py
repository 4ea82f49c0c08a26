"""From a reading to a document: the cleaned text, and the slices that lead back from it to the source."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from generator.intake import problems
from generator.intake.joining import habits, is_cut, is_sentence
from generator.intake.limits import DEFAULT, Limits
from generator.intake.lines import Line, drop_blanks, into_lines, trim
from generator.intake.mapping import Mapping, merge, tile
from generator.intake.markdown import Markdown, parse
from generator.intake.notes import artefacts, joined
from generator.intake.stars import Stars, has_bold_leads, pair_stars
from generator.intake.styles import bold_over_breaks, line_styles
from generator.intake.title import find_title
from generator.intake.tokens import Sort, Token
from generator.intake.wrapping import Wrapped, find_wraps
from generator.model.document import Document, Style, Table
from generator.model.span import RepairKind, SourceMap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model.diagnostic import Diagnostic
    from generator.model.document import Original, Reading

_HEADINGS = frozenset({Style.HEADING_1, Style.HEADING_2, Style.HEADING_3, Style.HEADING_4})
_TITLE_ZONE = 20
_REMEMBERED = 4_000
"""As much of a joined paragraph is looked at when the next line is judged: keeps the work linear."""


def clean(
    reading: Reading,
    original: Original,
    limits: Limits = DEFAULT,
) -> tuple[Document | None, tuple[Diagnostic, ...]]:
    """The document of a reading, and what had to be mended; None with an error if there is too much of it.

    Time and memory grow with the length of the text, not faster.
    """
    length = len(reading.text)
    if length > limits.characters:
        return None, (problems.TEXT_TOO_LONG.at(size=f"{length:,} 字", limit=f"{limits.characters:,} 字"),)
    syntax = parse(reading.text) if reading.markdown else Markdown()
    reading = replace(reading, styles=(*reading.styles, *syntax.styles), tables=(*reading.tables, *syntax.tables))
    pieces = list(islice(syntax.tokens(reading.text), limits.pieces + 1))
    if len(pieces) > limits.pieces:
        return None, (problems.TOO_SCATTERED.at(limit=limits.pieces),)
    head, lines = into_lines(pieces, [table.span for table in reading.tables])
    styles = [*reading.styles]
    stars = Stars(markdown=reading.markdown, converted=has_bold_leads(reading.text))
    for line in lines:
        styles += pair_stars(line, stars)
        trim(line)
    texts = [line.text for line in lines]
    known = line_styles(lines, styles)
    title = _join_title(lines, texts, known)
    reported = _join_breaks(lines, texts, known, reading, title)
    _settle_gaps(head, lines)
    text, slices = tile(head + [token for line in lines for token in (*line.tokens, *line.gap)])
    mapping = Mapping(slices)
    breaks = [mapping.offset(after.span.start) for line, after in pairwise(lines) if line.join is RepairKind.PAGE_BREAK]
    document = Document(
        original=original,
        source=reading.text,
        text=text,
        source_map=SourceMap(merge(slices)),
        styles=bold_over_breaks([replace(run, span=mapping.span(run.span)) for run in styles], text, breaks),
        pages=tuple(replace(page, offset=mapping.offset(page.offset)) for page in reading.pages),
        tables=tuple(_table(table, mapping) for table in reading.tables),
        dropped=reading.dropped,
    )
    shown = [mapping.offset(lines[index + 1].span.start) for index in reported]
    notes = [*artefacts(reading.text, text, document.listed_repairs()), *joined(text, shown)]
    wraps = 0 if reading.joins or reading.keeps else len(breaks) - len(shown)
    if wraps:
        notes.append(problems.HARD_WRAPPED.at(count=wraps))
    return document, tuple(notes)


def _join_title(lines: list[Line], texts: list[str], known: Sequence[frozenset[Style]]) -> int:
    # Returns the index of the last line of the title, -1 without one.
    first = next((index for index, styles in enumerate(known[:_TITLE_ZONE]) if Style.TITLE in styles), None)
    if first is None:
        found = find_title(texts)
    else:
        last = first
        while last + 1 < len(lines) and Style.TITLE in known[last + 1]:
            last += 1
        found = find_title(texts[first : last + 1])
        found = (first + found[0], first + found[1]) if found else (first, last)
    if found is None:
        return -1
    for index in range(found[0], found[1] + 1):
        if lines[index].row:
            return -1
        drop_blanks(lines[index])
        texts[index] = lines[index].text
        if index < found[1]:
            lines[index].join, lines[index].glue = RepairKind.TITLE_JOIN, _glue(texts[index], lines[index + 1].text)
    return found[1]


def _join_breaks(
    lines: list[Line],
    texts: list[str],
    known: Sequence[frozenset[Style]],
    reading: Reading,
    title: int,
) -> list[int]:
    # Marks the lines that go on in the next one. Returns those to be reported one by one, which are not those that a
    # reader knows of: pages of a PDF end in the middle of sentences, and no one is to blame.
    wraps = frozenset[int]()
    if not reading.joins and not reading.keeps:
        wraps = find_wraps([_wrapped(line, text) for line, text in zip(lines, texts, strict=True)])
    joins, keeps = frozenset(reading.joins), frozenset(reading.keeps)
    ends = [frozenset(token.start for token in line.gap if token.sort is Sort.END) for line in lines]
    document = habits([text for text, places in zip(texts, ends, strict=True) if not places & joins])
    reported: list[int] = []
    left, started = "", False
    for index, (line, after) in enumerate(pairwise(lines)):
        text = texts[index]
        left = left + text if index and lines[index - 1].join else text
        left = left[-_REMEMBERED:]
        started = started or is_sentence(text)
        if line.join or index <= title or line.row or after.row:
            continue
        if ends[index] & keeps:
            continue
        known_join = bool(ends[index] & joins)
        sure = known_join or index in wraps
        heading = bool(known[index] & _HEADINGS) or (Style.BOLD in known[index] and not is_sentence(text))
        if sure or is_cut(left, texts[index + 1], document, body_started=started, heading=heading):
            line.join, line.glue = RepairKind.PAGE_BREAK, _glue(text, texts[index + 1])
            if not known_join and index not in wraps:
                reported.append(index)
    return reported


def _wrapped(line: Line, text: str) -> Wrapped:
    first = line.tokens[0]
    indented = first.sort is Sort.BLANK and (first.end - first.start > 1 or first.new >= "\u3000")
    ends = sum(token.sort is Sort.END for token in line.gap)
    return Wrapped(text, indented=indented, blank_after=ends > 1)


def _glue(left: str, right: str) -> str:
    # No blank between Chinese characters or inside a number, one between Latin words.
    words = left[-1:].isascii() and left[-1:].isalpha() and right[:1].isascii() and right[:1].isalpha()
    return " " if words else ""


def _settle_gaps(head: list[Token], lines: list[Line]) -> None:
    # One line end between two lines, or what joins them; everything else of the gaps is dropped.
    for token in head:
        _drop_gap(token, RepairKind.BLANK, "")
    for index, line in enumerate(lines):
        last = index == len(lines) - 1
        wanted = "" if last else line.glue if line.join else "\n"
        for token in line.gap:
            is_end = token.sort is Sort.END
            if is_end or token.sort is Sort.BLANK:
                _drop_gap(token, line.join or RepairKind.BLANK, wanted if is_end else "")
                wanted = "" if is_end else wanted


def _drop_gap(token: Token, kind: RepairKind, new: str) -> None:
    blank = token.sort is Sort.END or token.sort is Sort.BLANK
    if blank and (new != token.new or kind is not RepairKind.BLANK):
        token.drop(kind, new)


def _table(table: Table, mapping: Mapping) -> Table:
    rows = tuple(tuple(replace(cell, span=mapping.span(cell.span)) for cell in row) for row in table.rows)
    caption = None if table.caption is None else mapping.span(table.caption)
    return replace(table, span=mapping.span(table.span), rows=rows, caption=caption)
