"""XML of documents as a light tree: local names only, no document type, no entities, bounded depth and size."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias
from xml.etree import ElementTree as ET
from xml.parsers import expat

from generator.intake import problems
from generator.intake.refusal import Refusal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.intake.limits import Limits

_DECLARED = re.compile(
    rb"""^(?:\xef\xbb\xbf)?\s*<\?xml[^>]{0,100}?encoding\s*=\s*["'](gb[\w-]{1,8})["']""", re.IGNORECASE
)


Node: TypeAlias = "ET.Element[str]"
"""An element, its tag a local name; iterating gives its child elements.

The standard library's tree is built in C; a tree of Python objects costs three times as much.
"""


def attribute(node: Node, name: str) -> str:
    """An attribute by its local name, whatever its prefix; "" if it is not there."""
    attributes = node.attrib
    if not attributes:
        return ""
    found = attributes.get("w:" + name)
    if found is None:
        found = attributes.get(name)
    if found is None:
        end = ":" + name
        found = next((value for key, value in attributes.items() if key.endswith(end)), "")
    return found


def value(node: Node, tag: str) -> str | None:
    """The `val` attribute of the first child of this name; "" if it has none, None if there is no such child."""
    child = node.find(tag)
    return None if child is None else attribute(child, "val")


def count(node: Node, *tags: str) -> int:
    """How many descendants have one of these names."""
    return sum(1 for tag in tags for _ in node.iter(tag))


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

    def refuse(*_: object) -> None:
        raise Refusal(problems.FORBIDDEN_XML.at(what=what))

    builder = ET.TreeBuilder()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.buffer_size = 1 << 16
    parser.StartElementHandler, parser.EndElementHandler = builder.start, builder.end
    parser.CharacterDataHandler = builder.data
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = refuse
    tags = 0
    try:
        for chunk in _utf8(chunks):
            tags += chunk.count(b"<")
            if tags > 2 * limits.elements:  # each element has one sign at least, most have two
                raise Refusal(problems.BOMB.at(why="元素过多"))
            parser.Parse(chunk, False)  # noqa: FBT003 — expat takes it by position
        parser.Parse(b"", True)  # noqa: FBT003
        root = builder.close()
    except (expat.ExpatError, ValueError, LookupError, AssertionError) as error:
        raise Refusal(problems.DAMAGED.at(what=f"其中的 {what} 损坏")) from error
    _settle(root, limits)
    return root


def _settle(root: Node, limits: Limits) -> None:
    # Counts the levels and makes the names local.
    names = _Local()
    level, depth = [root], 0
    while level:
        depth += 1
        if depth > limits.depth:
            raise Refusal(problems.BOMB.at(why="结构层次过多"))
        for node in level:
            node.tag = names[node.tag]
        level = [child for node in level for child in node]


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
