"""XML changed by cutting bytes: what is not cut stays as it is, prefixes, order and blanks included."""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.parsers import expat

from generator.intake import problems
from generator.intake.refusal import Refusal


@dataclass(slots=True)
class Element:
    """An element and where it stands: `[start, inner)` is its start tag, `[close, end)` its end tag."""

    tag: str
    attributes: dict[str, str]
    start: int
    inner: int = 0
    close: int = 0
    end: int = 0
    children: list[Element] = field(default_factory=list)

    def child(self, tag: str) -> Element | None:
        """The first child of this name, None if there is none."""
        return next((child for child in self.children if child.tag == tag), None)

    def value(self, tag: str) -> str | None:
        """The `val` attribute of the first child of this name; None if there is no such child."""
        child = self.child(tag)
        return None if child is None else child.attributes.get("val", "")


class Edits:
    """Cuts and replacements of byte ranges, applied together at the end."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._changes: list[tuple[int, int, bytes]] = []

    def cut(self, element: Element) -> None:
        """Drop an element with everything in it."""
        self.replace(element.start, element.end, b"")

    def unwrap(self, element: Element) -> None:
        """Drop the tags of an element and keep what is in it."""
        self.replace(element.start, element.inner, b"")
        self.replace(element.close, element.end, b"")

    def replace(self, start: int, end: int, new: bytes) -> None:
        """Put `new` in the place of a range."""
        if start < end or new:
            self._changes.append((start, end, new))

    def apply(self) -> bytes:
        """The changed bytes; a change inside a range that was dropped by an outer one is dropped with it."""
        parts: list[bytes] = []
        done = 0
        for start, end, new in sorted(self._changes, key=lambda change: (change[0], -change[1])):
            if start < done:
                continue
            parts += [self._data[done:start], new]
            done = end
        return b"".join(parts) + self._data[done:]


def locate(data: bytes, limits_depth: int) -> Element:  # noqa: C901 — the handlers share its state
    """The root element of an XML document in UTF-8, with the places of all elements; refuses a document type."""
    root = Element("", {}, 0)
    stack = [root]
    open_tag: list[Element] = []
    ended: list[Element] = []
    parser = expat.ParserCreate()

    def settle() -> None:
        # The event before ends where this one begins.
        place = parser.CurrentByteIndex
        if open_tag:
            open_tag.pop().inner = place
        while ended:
            ended.pop().end = place

    def start(tag: str, attributes: dict[str, str]) -> None:
        settle()
        if len(stack) > limits_depth:
            raise Refusal(problems.BOMB.at(why="结构层次或元素过多"))
        element = Element(
            tag.rpartition(":")[2],
            {name.rpartition(":")[2]: value for name, value in attributes.items()},
            parser.CurrentByteIndex,
        )
        stack[-1].children.append(element)
        stack.append(element)
        open_tag.append(element)

    def end(_tag: str) -> None:
        element = stack.pop()
        settle()
        element.close = parser.CurrentByteIndex
        ended.append(element)

    def other(_data: object, *_: object) -> None:
        settle()

    def refuse(*_: object) -> None:
        raise Refusal(problems.FORBIDDEN_XML.at(what="内部文字损坏"))

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.DefaultHandlerExpand = other
    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(data, True)  # noqa: FBT003 — expat takes it by position
    except expat.ExpatError as error:
        raise Refusal(problems.DAMAGED.at(what="内部文字损坏")) from error
    for element in ended:
        element.end = len(data)
    return root.children[0]
