"""The text of a Word document in reading order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.intake.docx.grid import read_grid
from generator.intake.docx.runs import Content, Runs
from generator.intake.docx.styles import ParagraphStyle, Styles, is_on
from generator.intake.xmltree import attribute, value
from generator.model.document import Style

if TYPE_CHECKING:
    from generator.intake.docx.numbering import Numbering
    from generator.intake.docx.traces import Traces
    from generator.intake.linear import Linear
    from generator.intake.xmltree import Node

_DESCENDED = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag", "body", "Choice"})
_CONTENTS = frozenset({"Table of Contents", "目录"})
_TITLE_SIZE = 36
"""Half points: titles are set in 二号 (22 pt), body text in 三号 (16 pt)."""
_TITLE_PLACE = 300
"""A title begins within as many characters."""
_LONGEST_TITLE = 60


class Body:
    """Walks the blocks of a document and writes them into a `Linear`."""

    def __init__(self, styles: Styles, numbering: Numbering, traces: Traces, out: Linear) -> None:
        self._styles = styles
        self._numbering = numbering
        self._traces = traces
        self._runs = Runs(styles, traces)
        self._out = out
        self._pending: Content | None = None
        self.notes: list[tuple[str, str]] = []
        """Footnotes and endnotes in the order of their marks: kind and id."""

    def blocks(self, node: Node) -> None:
        """Write the blocks inside an element."""
        for child in node:
            tag = child.tag
            if tag == "p":
                self._paragraph(child)
            elif tag == "tbl":
                self._flush()
                read_grid(self, child, self._out)
            elif tag == "sdt":
                gallery = next(child.iter("docPartGallery"), None)
                if gallery is not None and attribute(gallery, "val") in _CONTENTS:
                    self._out.drop("contents", "".join((text.text or "") for text in child.iter("t")))
                else:
                    self.blocks(child)
            elif tag == "AlternateContent":
                chosen = child.find("Choice")
                self.blocks(chosen if chosen is not None else child)
            elif tag == "altChunk":
                self._traces.embedded += 1
            elif tag in _DESCENDED:
                self.blocks(child)

    def finish(self) -> None:
        """Write what waits for a paragraph to join."""
        self._flush()

    def note(self, node: Node) -> None:
        """Write a footnote or endnote."""
        text = " ".join(self.cell_text(node).split())
        self._out.paragraph([(text, False)], Style.FOOTNOTE, join=False)

    def cell_text(self, node: Node) -> str:
        """The text of a table cell, paragraphs and nested tables separated by blanks."""
        parts: list[str] = []
        self._cell(node, parts)
        return " ".join(part for part in parts if part.strip())

    def _cell(self, node: Node, parts: list[str]) -> None:
        for child in node:
            if child.tag == "p":
                content, _, marker = self._read(child)
                parts.append(marker + content.text)
                for box in content.boxes:
                    self._cell(box, parts)
            elif child.tag in _DESCENDED or child.tag in {"tbl", "tr", "tc", "AlternateContent"}:
                self._cell(child, parts)

    def _read(self, node: Node) -> tuple[Content, ParagraphStyle, str]:
        properties = node.find("pPr")
        identifier = (value(properties, "pStyle") if properties is not None else None) or self._styles.default
        style = self._styles.get(identifier)
        content = self._runs.read(node, style)
        self.notes.extend(content.notes)
        marker = ""
        mark_hidden = properties is not None and is_on(properties.find("rPr"), "vanish")
        if content.text.strip() or not (content.hidden or mark_hidden or _is_deleted(properties)):
            marker = self._marker(properties, identifier, style)
        return content, style, marker if content.text.strip() else ""

    def _paragraph(self, node: Node) -> None:
        content, style, marker = self._read(node)
        for box in content.boxes:
            self._flush()
            self.blocks(box)
        if content.unseen:
            self._out.drop("contents", "".join(content.unseen))
        properties = node.find("pPr")
        if self._pending is not None:
            content.pieces[:0] = self._pending.pieces
            self._pending = None
        if _is_joined(properties):
            self._pending = content
            return
        if not content.text.strip():
            return
        self._write(content, style, marker, properties)

    def _write(self, content: Content, style: ParagraphStyle, marker: str, properties: Node | None) -> None:
        pieces = content.pieces
        if marker:
            first = content.text.lstrip()[:1]
            between = " " if marker[-1:].isascii() and marker[-1:] != ")" and first.isascii() else ""
            pieces = [(marker + between, next((bold for text, bold in pieces if text.strip()), False)), *pieces]
        structure = style.structure
        outline = _integer(value(properties, "outlineLvl")) if properties is not None else None
        if structure is None and outline is not None and outline < 4:  # noqa: PLR2004 — four levels are known
            structure = (Style.HEADING_1, Style.HEADING_2, Style.HEADING_3, Style.HEADING_4)[outline]
        if structure is None and self._is_title(content, style, properties):
            structure = Style.TITLE
        self._out.paragraph(pieces, structure)

    def _is_title(self, content: Content, style: ParagraphStyle, properties: Node | None) -> bool:
        size = content.size or style.size or self._styles.size or 0
        alignment = value(properties, "jc") if properties is not None else None
        centred = style.centred if alignment is None else alignment == "center"
        short = len(content.text) <= _LONGEST_TITLE and "。" not in content.text
        return short and centred and size >= _TITLE_SIZE and self._out.length < _TITLE_PLACE

    def _marker(self, properties: Node | None, identifier: str, style: ParagraphStyle) -> str:
        own = properties.find("numPr") if properties is not None else None
        number = value(own, "numId") if own is not None else None
        level = _integer(value(own, "ilvl")) if own is not None else None
        if number is None:
            number = style.number
            if number is None:
                found = self._numbering.of_style(identifier)
                number, level = found or ("", 0)
            elif level is None:
                level = self._numbering.level_of(number, identifier)
                level = style.number_level if level is None else level
        return self._numbering.marker(number, level or 0)

    def _flush(self) -> None:
        if self._pending is not None and self._pending.text.strip():
            self._out.paragraph(self._pending.pieces)
        self._pending = None


def _is_deleted(properties: Node | None) -> bool:
    mark = properties.find("rPr") if properties is not None else None
    return mark is not None and (mark.find("del") is not None or mark.find("moveFrom") is not None)


def _is_joined(properties: Node | None) -> bool:
    # The paragraph goes on in the next one: its mark was deleted, or it is hidden as in a style separator.
    mark = properties.find("rPr") if properties is not None else None
    return _is_deleted(properties) or is_on(mark, "vanish")


def _integer(value: str | None) -> int | None:
    return int(value) if value is not None and value.isascii() and value.isdigit() and len(value) < 10 else None  # noqa: PLR2004
