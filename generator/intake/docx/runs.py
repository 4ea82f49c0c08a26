"""The text of the runs of a Word document: revisions accepted, hidden text and field codes left out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.intake.docx.styles import Styles, is_on
from generator.intake.xmltree import attribute, count, value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.intake.docx.styles import ParagraphStyle
    from generator.intake.docx.traces import Traces
    from generator.intake.xmltree import Node

_DESCENDED = frozenset(
    {"hyperlink", "ins", "moveTo", "smartTag", "customXml", "sdt", "sdtContent", "fldSimple", "dir", "bdo", "ruby",
     "rubyBase", "oMathPara", "Choice"}
)  # fmt: skip
_CHARACTERS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}
_SYMBOLS = {"F0FE": "☑", "F052": "☑", "F0A8": "□", "F06F": "□", "F0A3": "□", "F0FC": "√", "F0FB": "×", "F0B7": "•"}
"""Boxes and ticks of the symbol fonts, which forms use; other symbols of these fonts show nothing elsewhere."""
_UNSEEN_FIELDS = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES", "TOC"})
"""Fields whose result is no text of the report: page numbers and contents."""


@dataclass(slots=True)
class Content:
    """What the runs of one paragraph show: `(text, bold)` pieces, text boxes, footnotes, and the contents left out."""

    pieces: list[tuple[str, bool]] = field(default_factory=list)
    boxes: list[Node] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    unseen: list[str] = field(default_factory=list)
    hidden: bool = False
    size: int | None = None
    """Font size of the first visible text in half points."""

    @property
    def text(self) -> str:
        """The visible text."""
        return "".join(text for text, _ in self.pieces)


@dataclass(slots=True)
class _Field:
    code: str = ""
    shown: bool = False

    @property
    def unseen(self) -> bool:
        return not self.shown or _is_unseen(self.code)


def _is_unseen(code: str) -> bool:
    return bool(_UNSEEN_FIELDS.intersection(code.split(maxsplit=1)[:1]))


class Runs:
    """Reads runs; fields may begin in one paragraph and end in another, so one reader serves a whole story."""

    def __init__(self, styles: Styles, traces: Traces) -> None:
        self._styles = styles
        self._traces = traces
        self._fields: list[_Field] = []

    def read(self, paragraph: Node, style: ParagraphStyle) -> Content:
        """The content of a paragraph that has this style."""
        content = Content()
        self._walk(paragraph, style, content)
        return content

    def _walk(self, node: Node, style: ParagraphStyle, content: Content) -> None:
        for child in node:
            tag = child.tag
            if tag == "r":
                self._run(child, style, content)
            elif tag in {"ins", "moveTo"}:
                self._revised(child, insertion=tag == "ins")
                self._walk(child, style, content)
            elif tag == "del":
                self._revised(child, insertion=False)
                self._skip(child)
            elif tag == "moveFrom":
                self._traces.authors.add(attribute(child, "author"))
                self._skip(child)
            elif tag == "AlternateContent":
                chosen = child.find("Choice")
                self._walk(chosen if chosen is not None else child, style, content)
            elif tag == "oMath":
                self._add(content, "".join((text.text or "") for text in child.iter("t")), bold=False)
            elif tag == "fldSimple" and _is_unseen(attribute(child, "instr")):
                continue
            elif tag in _DESCENDED:
                self._walk(child, style, content)

    def _revised(self, node: Node, *, insertion: bool) -> None:
        self._traces.authors.add(attribute(node, "author"))
        if node.tag == "moveTo":
            self._traces.moves += 1
        elif insertion:
            self._traces.insertions += 1
        else:
            self._traces.deletions += 1

    def _skip(self, node: Node) -> None:
        # Deleted text is not read, but a field that it begins or ends is still begun or ended.
        for found in node.iter("fldChar"):
            self._mark(found)

    def _run(self, run: Node, style: ParagraphStyle, content: Content) -> None:
        properties = run.find("rPr")
        hidden, bold, size = style.hidden, style.bold, style.size
        if properties is not None:
            identifier = value(properties, "rStyle")
            if identifier:
                own = self._styles.get(identifier)
                hidden, bold, size = hidden or own.hidden, bold or own.bold, own.size or size
            hidden = is_on(properties, "vanish", otherwise=hidden)
            bold = is_on(properties, "b", otherwise=bold)
        before = len(content.pieces)
        self._pieces(run, style, content, hidden=hidden, bold=bold)
        if content.size is None and any(text.strip() for text, _ in content.pieces[before:]):
            given = value(properties, "sz") if properties is not None else None
            content.size = int(given) if given and given.isdigit() else size

    def _pieces(self, run: Node, style: ParagraphStyle, content: Content, *, hidden: bool, bold: bool) -> None:
        for child in run:
            tag = child.tag
            if tag == "fldChar":
                self._mark(child)
            elif tag == "instrText":
                if self._fields and not self._fields[-1].shown:
                    self._fields[-1].code += child.text or ""
            elif tag in {"AlternateContent", "Fallback"}:
                chosen = child.find("Choice")
                self._pieces(child if chosen is None else chosen, style, content, hidden=hidden, bold=bold)
            elif hidden:
                if tag == "t" and (child.text or "").strip():
                    self._traces.hidden += 1
                    content.hidden = True
            else:
                self._shown(child, style, content, bold=bold)

    def _shown(self, node: Node, style: ParagraphStyle, content: Content, *, bold: bool) -> None:
        tag = node.tag
        if tag == "t":
            self._add(content, (node.text or "").replace("\n", " "), bold=bold)
        elif tag in _CHARACTERS:
            self._add(content, _CHARACTERS[tag], bold=False)
        elif tag == "sym":
            self._add(content, _symbol(node), bold=bold)
        elif tag in {"footnoteReference", "endnoteReference"}:
            content.notes.append((tag.removesuffix("Reference"), attribute(node, "id")))
        elif tag == "ruby":
            self._walk(node, style, content)
        elif tag in {"drawing", "pict", "object"}:
            self._traces.embedded += count(node, "OLEObject")
            self._traces.pictures += count(node, "blip", "imagedata")
            content.boxes.extend(_boxes(node))

    def _mark(self, mark: Node) -> None:
        kind = attribute(mark, "fldCharType")
        if kind == "begin":
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].shown = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _add(self, content: Content, text: str, *, bold: bool) -> None:
        if not text:
            return
        if self._fields and any(field.unseen for field in self._fields):
            if any(field.shown for field in self._fields):
                content.unseen.append(text)
            return
        content.pieces.append((text, bold))


def _boxes(node: Node) -> Iterator[Node]:
    # The outermost text boxes of a drawing; what they hold, and older forms of the same boxes, is not looked through.
    for child in node:
        if child.tag == "txbxContent":
            yield child
        elif child.tag != "Fallback":
            yield from _boxes(child)


def _symbol(node: Node) -> str:
    code = attribute(node, "char").upper()
    if code in _SYMBOLS:
        return _SYMBOLS[code]
    try:
        char = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    return "" if "\ue000" <= char <= "\uf8ff" or not char.isprintable() else char
