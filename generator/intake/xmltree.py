"""XML of documents as a light tree: local names only, no document type, no entities, bounded depth and size."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.parsers import expat

from generator.intake import problems
from generator.intake.refusal import Refusal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.intake.limits import Limits

_DECLARED = re.compile(
    rb"""^(?:\xef\xbb\xbf)?\s*<\?xml[^>]{0,100}?encoding\s*=\s*["'](gb[\w-]{1,8})["']""", re.IGNORECASE
)


class Node:
    """An element: local name, attributes by local name, child elements, and its own text without that of children."""

    __slots__ = ("attributes", "children", "tag", "text")

    def __init__(self, tag: str, attributes: dict[str, str]) -> None:
        self.tag = tag
        self.attributes = attributes
        self.children: list[Node] = []
        self.text = ""

    def get(self, name: str, default: str = "") -> str:
        """An attribute, by local name."""
        return self.attributes.get(name, default)

    def child(self, tag: str) -> Node | None:
        """The first child of this name, None if there is none."""
        for child in self.children:
            if child.tag == tag:
                return child
        return None

    def value(self, tag: str) -> str | None:
        """The `val` attribute of the first child of this name; "" if it has none, None if there is no such child."""
        child = self.child(tag)
        return None if child is None else child.attributes.get("val", "")

    def all(self, tag: str) -> Iterator[Node]:
        """The descendants of this name, in document order."""
        stack = self.children[::-1]
        while stack:
            node = stack.pop()
            if node.tag == tag:
                yield node
            stack.extend(node.children[::-1])

    def count(self, *tags: str) -> int:
        """How many descendants have one of these names."""
        wanted, stack, total = frozenset(tags), [*self.children], 0
        while stack:
            node = stack.pop()
            total += node.tag in wanted
            stack.extend(node.children)
        return total


class _Local(dict[str, str]):
    """Local part of a qualified name, remembered."""

    def __missing__(self, name: str) -> str:
        local = self[name] = name.rpartition(":")[2]
        return local


def parse(chunks: Iterable[bytes], limits: Limits, what: str) -> Node:
    """The root element of an XML document that comes in pieces; `what` names it in a refusal.

    Refuses a document type (and with it every entity but the five of XML), more than `limits.depth` levels, more
    than `limits.elements` elements and anything that is not well-formed.
    """
    root = Node("", {})
    stack = [root]
    names = _Local()
    depth, elements = limits.depth, limits.elements
    count = 0

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal count
        count += 1
        if len(stack) > depth or count > elements:
            raise Refusal(problems.BOMB.at(why="结构层次或元素过多"))
        node = Node(names[tag], {names[key]: value for key, value in attributes.items()})
        stack[-1].children.append(node)
        stack.append(node)

    def end(_tag: str) -> None:
        stack.pop()

    def text(data: str) -> None:
        node = stack[-1]
        node.text = node.text + data if node.text else data

    def refuse(*_: object) -> None:
        raise Refusal(problems.FORBIDDEN_XML.at(what=what))

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.buffer_size = 1 << 16
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, text
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = refuse
    try:
        for chunk in _utf8(chunks):
            parser.Parse(chunk, False)  # noqa: FBT003 — expat takes it by position
        parser.Parse(b"", True)  # noqa: FBT003
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise Refusal(problems.DAMAGED.at(what=what)) from error
    return root.children[0]


def _utf8(chunks: Iterable[bytes]) -> Iterator[bytes]:
    # expat knows no Chinese encodings; such a document is decoded as a whole.
    stream = iter(chunks)
    first = next(stream, b"")
    declared = _DECLARED.match(first)
    if declared is None:
        yield first
        yield from stream
        return
    whole = (first + b"".join(stream)).decode("gb18030", "replace")
    yield re.sub(r"^\s*<\?xml[^>]*\?>", "", whole).encode("utf-8")
