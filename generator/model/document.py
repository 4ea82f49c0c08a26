"""A report as read: source text, cleaned text, and what the file format knew about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.model.span import RepairKind, Slice, SourceMap, Span


class Style(StrEnum):
    """What a file format says about a stretch of text, as far as structure can use it."""

    TITLE = "title"
    HEADING_1 = "heading_1"
    HEADING_2 = "heading_2"
    HEADING_3 = "heading_3"
    HEADING_4 = "heading_4"
    BOLD = "bold"
    FOOTNOTE = "footnote"


@dataclass(frozen=True, slots=True)
class StyleRun:
    """A stretch of text with one style."""

    span: Span
    style: Style


@dataclass(frozen=True, slots=True)
class PageStart:
    """Where a page of the original begins: `offset` into the text, `number` from 1."""

    offset: int
    number: int


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell: where its text stands, and how many columns and rows it covers. An empty cell has an empty span."""

    span: Span
    column: int
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table; its text is in the document as one line a row, cells separated by a tab.

    `rows` hold the cells that begin in that row, left to right; `header_rows` says how many rows at the top are
    heads (0 if unknown).
    """

    span: Span
    rows: tuple[tuple[Cell, ...], ...]
    header_rows: int = 0
    caption: Span | None = None


@dataclass(frozen=True, slots=True)
class Dropped:
    """Something of the original that is not part of the linear text, e.g. a page number or a running header.

    `page` is None where the format has no pages. The list is shown on the report's page; hidden text and
    comments are never put here (they go to staff as a diagnostic with counts only).
    """

    kind: str
    text: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader makes of the bytes of a file, before any cleaning. All spans count in `text`.

    `text` is the linear text: paragraphs ended by a line end, table rows as tab-separated lines. For .txt and .md
    it is the decoded file without its byte-order mark, line ends untouched. `joins` and `keeps` are offsets of line
    ends of which the reader knows, from positions on the page, that they cut a sentence (join) or that they really
    end a paragraph (keep); a line end in neither is left to the text rules. `markdown` says that `#`, `**`, pipe
    tables and the like are structure in this text.
    """

    text: str
    encoding: str | None = None
    markdown: bool = False
    styles: tuple[StyleRun, ...] = ()
    pages: tuple[PageStart, ...] = ()
    tables: tuple[Table, ...] = ()
    joins: tuple[int, ...] = ()
    keeps: tuple[int, ...] = ()
    dropped: tuple[Dropped, ...] = ()


@dataclass(frozen=True, slots=True)
class Original:
    """The file that was committed.

    `name` is its base name, `sha256` and `size` (bytes) are of its bytes, `reader` names the reader and its version.
    """

    name: str
    sha256: str
    size: int
    media_type: str
    reader: str
    encoding: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A report ready for the stages.

    `text` is the cleaned text: one paragraph a line, lines joined by U+000A, no empty lines, no blanks at line
    ends, no control characters besides the tab between table cells. All spans of styles, tables, pages and of every
    later stage count in `text`; `to_source` leads back to `source`.
    """

    original: Original
    source: str
    text: str
    source_map: SourceMap
    styles: tuple[StyleRun, ...] = ()
    pages: tuple[PageStart, ...] = ()
    tables: tuple[Table, ...] = ()
    dropped: tuple[Dropped, ...] = ()

    def to_source(self, span: Span) -> Span:
        """The source range of a span of the cleaned text; see `SourceMap.to_source`."""
        return self.source_map.to_source(span)

    def lines(self) -> tuple[Span, ...]:
        """The spans of the paragraphs (lines) of the cleaned text, in order."""
        spans, start = [], 0
        while start < len(self.text):
            end = self.text.find("\n", start)
            end = len(self.text) if end < 0 else end
            spans.append(Span(start, end))
            start = end + 1
        return tuple(spans)

    def repairs(self) -> tuple[Slice, ...]:
        """The slices that are repairs, in order, blanks included."""
        return tuple(piece for piece in self.source_map.slices if piece.repair is not None)

    def listed_repairs(self) -> tuple[Slice, ...]:
        """The repairs that a page lists: all but blanks."""
        return tuple(piece for piece in self.repairs() if piece.repair is not RepairKind.BLANK)
