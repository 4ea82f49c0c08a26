"""Styles of a Word document: what a paragraph or run inherits along its chain of styles."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.intake.xmltree import attribute, value
from generator.model.document import Style

if TYPE_CHECKING:
    from generator.intake.xmltree import Node

_OFF = frozenset({"0", "false", "off", "none"})
_HEADING = re.compile(r"(?:heading|标题)\s?([1-9])", re.IGNORECASE)
_TITLE = frozenset({"title", "标题", "文档标题", "公文标题"})
_LEVELS = (Style.HEADING_1, Style.HEADING_2, Style.HEADING_3, Style.HEADING_4)
_LONGEST_CHAIN = 20


def is_on(properties: Node | None, tag: str, *, otherwise: bool = False) -> bool:
    """A toggle such as `w:b` in run properties; `otherwise` if it is not there."""
    given = None if properties is None else value(properties, tag)
    return otherwise if given is None else given.lower() not in _OFF


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """What a style or chain of styles says; None and "" mean that it says nothing.

    `level` counts outline levels from 0, `size` is in half points, `number` and `number_level` are `w:numPr`.
    """

    name: str = ""
    hidden: bool = False
    bold: bool = False
    size: int | None = None
    level: int | None = None
    number: str | None = None
    number_level: int = 0
    centred: bool = False

    @property
    def structure(self) -> Style | None:
        """Title or heading, as far as the style's name or outline level says so."""
        if self.name.lower() in _TITLE:
            return Style.TITLE
        found = _HEADING.fullmatch(self.name)
        level = int(found.group(1)) - 1 if found else self.level
        return _LEVELS[level] if level is not None and level < len(_LEVELS) else None


class Styles:
    """The styles part of a document; an empty one knows only defaults."""

    def __init__(self, root: Node | None) -> None:
        self._nodes: dict[str, Node] = {}
        self._known: dict[str, ParagraphStyle] = {}
        self.default = ""
        self.size: int | None = None
        """Default font size in half points."""
        if root is None:
            return
        for node in root:
            if node.tag == "style":
                self._nodes[attribute(node, "styleId")] = node
                if attribute(node, "type") == "paragraph" and attribute(node, "default").lower() in {"1", "true", "on"}:
                    self.default = attribute(node, "styleId")
            elif node.tag == "docDefaults":
                self.size = next((_integer(attribute(size, "val")) for size in node.iter("sz")), None)

    def get(self, identifier: str) -> ParagraphStyle:
        """What the style says, with everything inherited from the styles it is based on."""
        if identifier not in self._known:
            self._known[identifier] = self._resolve(identifier)
        return self._known[identifier]

    def linked(self, identifier: str) -> str:
        """The `w:numStyleLink` target: id of the num that a numbering style refers to, "" if there is none."""
        node = self._nodes.get(identifier)
        properties = None if node is None else node.find("pPr")
        number = None if properties is None else properties.find("numPr")
        return "" if number is None else value(number, "numId") or ""

    def _resolve(self, identifier: str) -> ParagraphStyle:
        chain: list[Node] = []
        seen: set[str] = set()
        while identifier in self._nodes and identifier not in seen and len(chain) < _LONGEST_CHAIN:
            seen.add(identifier)
            node = self._nodes[identifier]
            chain.append(node)
            identifier = value(node, "basedOn") or ""
        result = ParagraphStyle()
        for node in reversed(chain):
            result = _inherit(result, node)
        return result


def _inherit(base: ParagraphStyle, node: Node) -> ParagraphStyle:
    paragraph, run = node.find("pPr"), node.find("rPr")
    number, number_level, level, centred = base.number, base.number_level, base.level, base.centred
    if paragraph is not None:
        numbering = paragraph.find("numPr")
        if numbering is not None:
            number = value(numbering, "numId") or number
            number_level = _integer(value(numbering, "ilvl")) or 0
        outline = _integer(value(paragraph, "outlineLvl"))
        level = level if outline is None else outline
        alignment = value(paragraph, "jc")
        centred = centred if alignment is None else alignment == "center"
    size = _integer(value(run, "sz")) if run is not None else None
    return ParagraphStyle(
        name=value(node, "name") or "",
        hidden=is_on(run, "vanish", otherwise=base.hidden),
        bold=is_on(run, "b", otherwise=base.bold),
        size=size or base.size,
        level=level,
        number=number,
        number_level=number_level,
        centred=centred,
    )


def _integer(value: str | None) -> int | None:
    return int(value) if value is not None and value.isascii() and value.isdigit() and len(value) < 10 else None  # noqa: PLR2004
