"""A parsed page as a list of lines, each with the blocks that hold it: what choosing and writing need to know."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.intake import problems
from generator.intake.counters import chinese, numeral
from generator.intake.linear import GridCell
from generator.intake.refusal import Refusal

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

    from generator.intake.limits import Limits

_UNREAD = frozenset(
    {
        "script", "style", "noscript", "template", "iframe", "object", "embed", "applet", "svg", "canvas", "audio",
        "video", "nav", "footer", "select", "option", "textarea", "button", "input", "head", "title", "meta", "link",
        "base", "xml", "datalist", "dialog", "menu", "map", "area", "-comment", "marquee", "del",
    }
)  # fmt: skip
_BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt", "fieldset",
        "figcaption", "figure", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p",
        "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "ucapcontent",
        "ucaptitle",
    }
)  # fmt: skip
_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 4, "h6": 4, "ucaptitle": 1}
_BOLD = frozenset({"b", "strong", "th"})
_HIDDEN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)", re.IGNORECASE)
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_LIST_STYLE = re.compile(
    r"list-style(?:-type)?\s*:[^;]*?(none|[a-z-]*chinese[a-z-]*|cjk-ideographic|(?:lower|upper)-\w+)"
)
_FORMS = {
    "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "lower-alpha": "lowerLetter",
    "upper-alpha": "upperLetter", "lower-latin": "lowerLetter", "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman", "upper-roman": "upperRoman",
}  # fmt: skip
_SPACE = re.compile(r"[ \t\r\n\f]+")
_PICTURES = frozenset({"img"})
_LONG_CELL = 300
_WIDEST = 100


@dataclass(slots=True)
class Block:
    """An element that holds lines: its place in the tree, and marks that a portal gave it."""

    number: int
    parent: Block | None
    tag: str
    marks: str
    """`id` and `class` in lower case, blanks around each."""


@dataclass(slots=True)
class PageLine:
    """A line of a page: `(text, bold)` pieces or a table, the block that holds it, and how much of it is links."""

    block: Block
    pieces: list[tuple[str, bool]] = field(default_factory=list)
    linked: int = 0
    heading: int = 0
    grid: list[list[GridCell]] | None = None
    heads: int | None = None

    @property
    def text(self) -> str:
        """The text of the line without its pieces' borders."""
        return "".join(text for text, _ in self.pieces)


@dataclass(slots=True)
class _Inside:
    bold: bool = False
    link: bool = False
    pre: bool = False
    heading: int = 0
    marker: list[str] = field(default_factory=list)
    """The number of a list item that has not shown any text yet; shared by what is inside the item."""


@dataclass(slots=True)
class _Counter:
    count: int
    style: str
    kind: str

    def next(self, value: str) -> list[str]:
        """The marker of the next item as a browser shows it, in a list so that it can be used up."""
        self.count = int(value) if value.isascii() and value.isdigit() and len(value) < 6 else self.count + 1  # noqa: PLR2004
        found = _LIST_STYLE.search(self.style)
        name = found.group(1).lower() if found else ""
        if name == "none":
            return []
        if "chinese" in name or name == "cjk-ideographic":
            return [f"{chinese(self.count)}、"]
        form = _FORMS.get(name) or _FORMS.get(self.kind, "decimal")
        return [f"{numeral(self.count, form)}."]


class Flattener:
    """Walks a tree once; `lines` hold what it shows.

    `hidden` holds, for each hidden element with text, how many lines were there before it; `pictures` counts pictures.
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._nodes = 0
        self._blocks = 0
        self._line: PageLine | None = None
        self._numbers: list[_Counter | None] = []
        self.lines: list[PageLine] = []
        self.hidden: list[int] = []
        self.pictures = 0

    def walk(self, root: LexborNode) -> None:
        """Flatten a page from its body down."""
        block = Block(0, None, "body", _marks(root))
        self._inside(root, block, _Inside(), 0)
        self._end()

    def _inside(self, node: LexborNode, block: Block, state: _Inside, depth: int) -> None:
        if depth > self._limits.page_depth:
            raise Refusal(problems.BOMB.at(why="网页元素嵌套过深"))
        child = node.first_child
        while child is not None:
            self._nodes += 1
            if self._nodes > self._limits.page_elements:
                raise Refusal(problems.BOMB.at(why="网页元素过多"))
            tag = child.tag or ""
            if tag == "-text":
                self._text(child.text_content or "", block, state)
            elif tag == "br":
                self._end()
            elif tag in _PICTURES:
                self.pictures += 1
            elif tag not in _UNREAD:
                self._element(child, tag, block, state, depth)
            child = child.next

    def _element(self, node: LexborNode, tag: str, block: Block, state: _Inside, depth: int) -> None:
        attributes = node.attributes
        style = attributes.get("style") or ""
        marks = _marks(node) if tag in _BLOCKS else ""
        if ("hidden" in attributes or _HIDDEN.search(style)) and "js_content" not in marks:
            if (node.text(deep=True) or "").strip():
                self.hidden.append(len(self.lines) + (self._line is not None))
            return
        inner = _Inside(
            bold=state.bold or tag in _BOLD or _BOLD_STYLE.search(style) is not None,
            link=state.link or tag == "a",
            pre=state.pre or tag == "pre",
            heading=_HEADINGS.get(tag, state.heading),
            marker=state.marker,
        )
        if tag not in _BLOCKS:
            self._inside(node, block, inner, depth + 1)
            return
        if attributes.get("title") in {"header", "footer"}:
            return  # what word processors print at the edges of pages
        self._end()
        self._blocks += 1
        own = Block(self._blocks, block, tag, marks)
        if tag == "ol":
            self._numbers.append(_Counter(_count(node, "start") - 1, style, attributes.get("type") or ""))
        elif tag == "ul":
            self._numbers.append(None)
        elif tag == "li" and self._numbers and self._numbers[-1] is not None:
            inner.marker = self._numbers[-1].next(attributes.get("value") or "")
        if tag == "table" and (grid := read_table(node)) is not None:
            rows, heads = grid
            linked = sum(len(link.text(deep=True)) for link in node.css("a"))
            self.lines.append(PageLine(own, linked=linked, grid=rows, heads=heads))
        else:
            self._inside(node, own, inner, depth + 1)
        self._end()
        if tag in {"ol", "ul"}:
            self._numbers.pop()

    def _text(self, text: str, block: Block, state: _Inside) -> None:
        if state.pre:
            first, *rest = text.replace("\r\n", "\n").split("\n")
            self._piece(first, block, state)
            for line in rest:
                self._end()
                self._piece(line, block, state)
        else:
            self._piece(_SPACE.sub(" ", text), block, state)

    def _piece(self, text: str, block: Block, state: _Inside) -> None:
        if not text or (self._line is None and not text.strip(" ")):
            return
        if self._line is None:
            self._line = PageLine(block, heading=state.heading)
            if state.marker:
                self._line.pieces.append((state.marker[0], state.bold))
                state.marker.clear()
        self._line.pieces.append((text, state.bold))
        if state.link:
            self._line.linked += len(text.strip())

    def _end(self) -> None:
        if self._line is not None and self._line.text.strip():
            self.lines.append(self._line)
        self._line = None


def read_table(table: LexborNode) -> tuple[list[list[GridCell]], int | None] | None:
    """The grid of a table and its number of heads (None: not marked); None if the table only lays out a page.

    A table of data has two rows and two columns at least, no table inside, and only short cells.
    """
    if table.css_first("table table, td table, ul, h1, h2, h3, form, iframe") is not None:
        return None
    rows: list[list[GridCell]] = []
    taken: dict[int, int] = {}  # column -> rows that a cell above still covers
    heads = 0
    for row in table.css("tr"):
        line: list[GridCell] = []
        column = 0
        cells = [cell for cell in row.iter() if cell.tag in {"td", "th"}]
        if cells and all(cell.tag == "th" for cell in cells) and heads == len(rows):
            heads += 1
        for cell in cells:
            while taken.get(column, 0) > 0:
                column += 1
            text = " ".join(_cell_text(cell).split())
            if len(text) > _LONG_CELL:
                return None
            columns, height = _count(cell, "colspan"), _count(cell, "rowspan")
            line.append(GridCell(text, column, columns, height))
            for covered in range(column, column + columns):
                taken[covered] = height + 1 - 1
            column += columns
        taken = {column: left - 1 for column, left in taken.items() if left > 1}
        rows.append(line)
    width = max((cell.column + cell.columns for row in rows for cell in row), default=0)
    return (rows, heads or None) if len(rows) > 1 and width > 1 else None


def _cell_text(cell: LexborNode) -> str:
    # Paragraphs and line breaks inside a cell separate words.
    parts: list[str] = []
    for node in cell.traverse(include_text=True):
        tag = node.tag
        if tag == "-text":
            parent = node.parent
            if parent is None or parent.tag not in _UNREAD:
                parts.append(_SPACE.sub(" ", node.text_content or ""))
        elif tag == "br" or tag in _BLOCKS:
            parts.append(" ")
    return "".join(parts)


def _count(cell: LexborNode, name: str) -> int:
    value = (cell.attributes.get(name) or "").strip()
    return min(max(1, int(value)), _WIDEST) if value.isascii() and value.isdigit() and len(value) < 6 else 1  # noqa: PLR2004


def _marks(node: LexborNode) -> str:
    attributes = node.attributes
    return f" {attributes.get('id') or ''} {attributes.get('class') or ''} ".lower()
