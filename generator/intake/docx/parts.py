"""The parts of a Word document, found by their relationships, whatever they are called."""

from __future__ import annotations

import re
from html import unescape
from posixpath import join, normpath
from typing import TYPE_CHECKING

from generator.intake import problems, xmltree
from generator.intake.refusal import Refusal
from generator.intake.xmltree import attribute

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.intake.limits import Limits
    from generator.intake.package import Package
    from generator.intake.xmltree import Node

_SHOWN = re.compile(rb"<(?:\w{1,8}:)?t(?:\s[^<>]{0,200})?>([^<]{1,2000})</")
_PACKAGE_RELATIONS = "_rels/.rels"
_USUAL = "word/document.xml"


class Parts:
    """Parts of the document by the last word of their relationship's type, e.g. `styles`, `comments`, `image`."""

    def __init__(self, package: Package, limits: Limits) -> None:
        self.package = package
        self._limits = limits
        self._top = self._relations("", _PACKAGE_RELATIONS)
        main = next(iter(self._top.get("officeDocument", [])), _USUAL)
        name = package.find(main) or package.find(_USUAL)
        if name is None:
            raise Refusal(problems.DAMAGED.at(what="缺少正文部分"))
        folder, _, base = name.rpartition("/")
        self._related = self._relations(folder, f"{folder}/_rels/{base}.rels" if folder else f"_rels/{base}.rels")
        self.main_name = name
        self.main = self.parse(name)
        """The root element of the main part."""

    def names(self, kind: str) -> list[str]:
        """Names of the parts of a kind, those of the whole package included."""
        return [*self._related.get(kind, []), *self._top.get(kind, [])]

    def first(self, kind: str) -> Node | None:
        """The root element of the first part of a kind, None if there is none."""
        return next(self.every(kind), None)

    def every(self, kind: str) -> Iterator[Node]:
        """The root elements of all parts of a kind."""
        for name in self.names(kind):
            found = self.package.find(name)
            if found is not None:
                yield self.parse(found)

    def texts(self, kind: str) -> Iterator[str]:
        """What the parts of a kind show, for parts of which nothing but that is wanted."""
        for name in self.names(kind):
            found = self.package.find(name)
            body = self.package.read(found) if found is not None else b""
            text = unescape(b"".join(_SHOWN.findall(body)).decode("utf-8", "replace")).strip()
            if text:
                yield text

    def parse(self, name: str) -> Node:
        """The root element of a part."""
        return xmltree.parse(self.package.chunks(name), self._limits, name)

    def _relations(self, folder: str, name: str) -> dict[str, list[str]]:
        found = self.package.find(name)
        related: dict[str, list[str]] = {}
        for node in self.parse(found) if found is not None else ():
            if attribute(node, "TargetMode") == "External":
                continue  # never followed
            target = attribute(node, "Target")
            path = target if target.startswith("/") else normpath(join(folder, target))
            related.setdefault(attribute(node, "Type").rpartition("/")[2], []).append(path)
        return related
