"""The parts of an OFD container and how they refer to each other, tolerant of what writers get wrong."""

from __future__ import annotations

from dataclasses import dataclass
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING

from generator.intake import problems, xmltree
from generator.intake.refusal import Refusal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.intake.limits import Limits
    from generator.intake.package import Package
    from generator.intake.xmltree import Node

_USUAL_BOX = (0.0, 0.0, 210.0, 297.0)


def value_of(node: Node, name: str) -> str:
    """An attribute whatever its letter case, "" if it is not there."""
    found = node.attrib.get(name)
    if found is None:
        lower = name.lower()
        found = next((value for key, value in node.attrib.items() if key.lower() == lower), "")
    return found


def numbers(text: str) -> list[float]:
    """The numbers of a list separated by blanks; what is no number is left out."""
    found = []
    for part in text.split():
        try:
            number = float(part)
        except ValueError:
            continue
        if abs(number) < 1e7:  # noqa: PLR2004 — ten kilometres of paper
            found.append(number)
    return found


@dataclass(slots=True)
class OfdPage:
    """The parsed content of a page, that of its templates, and its box in millimetres: left, top, width, height."""

    content: Node
    templates: list[Node]
    box: tuple[float, float, float, float]


class OfdPackage:
    """The documents of a container, usually one."""

    def __init__(self, package: Package, limits: Limits) -> None:
        self._package = package
        self._limits = limits
        name = package.find("OFD.xml")
        if name is None:
            raise Refusal(problems.DAMAGED.at(what="缺少 OFD.xml"))
        self.root = self.parse(name)
        self.documents = [
            self._resolve("", (node.text or "").strip())
            for node in self.root.iter("DocRoot")
            if (node.text or "").strip()
        ]
        if not self.documents:
            raise Refusal(problems.DAMAGED.at(what="没有指明文档"))

    def parse(self, name: str) -> Node:
        """The root element of a part."""
        return xmltree.parse(self._package.chunks(name), self._limits, name)

    def pages(self, document: str) -> Iterator[OfdPage]:
        """The pages of a document in order."""
        root = self.parse(document)
        common = next(root.iter("CommonData"), None)
        box = _box(common) if common is not None else None
        templates = {
            value_of(node, "ID"): value_of(node, "BaseLoc")
            for node in (common.iter("TemplatePage") if common is not None else ())
        }
        listed = next(root.iter("Pages"), None)
        entries = [node for node in listed if node.tag.lower() == "page"] if listed is not None else []
        if len(entries) > self._limits.pdf_pages:
            raise Refusal(problems.TOO_MANY_PAGES.at(pages=len(entries), limit=self._limits.pdf_pages))
        for entry in entries:
            content = self.parse(self._resolve(document, value_of(entry, "BaseLoc")))
            used = [templates.get(value_of(node, "TemplateID"), "") for node in content.iter("Template")]
            drawn = [self.parse(self._resolve(document, name)) for name in used if name]
            own = next((found for tag in ("Area", "PageArea") for found in content.iter(tag)), None)
            yield OfdPage(content, drawn, (_box(own) if own is not None else None) or box or _USUAL_BOX)

    def comments(self, document: str) -> int:
        """How many annotations that are remarks the document has."""
        root = self.parse(document)
        count = 0
        for node in root.iter("Annotations"):
            name = (node.text or "").strip()
            listing = self._maybe(document, name) if name else None
            for entry in listing.iter("FileLoc") if listing is not None else ():
                part = self._maybe(self._resolve(document, name), (entry.text or "").strip())
                kinds = (
                    [value_of(annotation, "Type").lower() for annotation in part.iter("Annot")]
                    if part is not None
                    else []
                )
                count += sum(kind not in {"watermark", "stamp", "link"} for kind in kinds)
        return count

    def _maybe(self, base: str, name: str) -> Node | None:
        try:
            return self.parse(self._resolve(base, name))
        except Refusal:
            return None

    def _resolve(self, base: str, name: str) -> str:
        # Places are relative to the part that names them, or to the container where they begin with a slash.
        path = normpath(name if name.startswith("/") else join(dirname(base), name)).lstrip("/")
        if path.startswith("..") or ":" in path or "\\" in path:
            raise Refusal(problems.FORBIDDEN_XML.at(what=name[:60]))
        found = self._package.find(path) or self._package.find(normpath(name).lstrip("/"))
        if found is None:
            raise Refusal(problems.DAMAGED.at(what=f"缺少 {path[:60]}"))
        return found


def _box(node: Node) -> tuple[float, float, float, float] | None:
    for tag in ("CropBox", "ApplicationBox", "PhysicalBox"):
        found = next(node.iter(tag), None)
        values = numbers(found.text or "") if found is not None else []
        if tag == "PhysicalBox" and len(values) == 4 and values[2] > 0 and values[3] > 0:  # noqa: PLR2004
            return values[0], values[1], values[2], values[3]
    return None
