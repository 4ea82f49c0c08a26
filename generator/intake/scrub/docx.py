"""A Word document without comments, revisions, hidden text, names of people, thumbnails and picture metadata."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.intake.docx.parts import Parts
from generator.intake.docx.styles import Styles
from generator.intake.package import Package
from generator.intake.pictures import strip_picture
from generator.intake.scrub.edits import Edits, Element, locate

if TYPE_CHECKING:
    from generator.intake.limits import Limits

_STORIES = re.compile(r"(?:header|footer|footnotes|endnotes|document)\d*\.xml")
_DROPPED = re.compile(
    r"""
    .*/ (?: comments\w* | people | commentsIds | commentsExtended ) \.xml
  | docProps/ (?: thumbnail\..* | custom\.xml )
    """,
    re.VERBOSE,
)
_DROPPED_KINDS = frozenset(
    {"comments", "commentsExtended", "commentsIds", "commentsExtensible", "people", "thumbnail", "custom-properties",
     "attachedTemplate"}
)  # fmt: skip
_MARKERS = frozenset(
    {
        "commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef", "moveFromRangeStart",
        "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd", "customXmlInsRangeStart", "customXmlInsRangeEnd",
        "customXmlDelRangeStart", "customXmlDelRangeEnd", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange",
        "tcPrChange", "trPrChange", "tblPrExChange", "tblGridChange", "numberingChange", "cellIns", "attachedTemplate",
        "docVars", "trackRevisions", "rsids",
    }
)  # fmt: skip
_GONE = frozenset({"del", "moveFrom", "cellDel"})
_KEPT = frozenset({"ins", "moveTo"})
_OFF = frozenset({"0", "false", "off"})
_EMPTY = {
    "core-properties": (
        b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties xmlns:cp='
        b'"http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>'
    ),
    "extended-properties": (
        b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns='
        b'"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>'
    ),
}
_RSID = re.compile(rb' w:rsid[A-Za-z]*="[^"]*"')


def scrub(data: bytes, limits: Limits) -> bytes:
    """The same document without traces; refuses one that cannot be read in the first place."""
    package = Package(data, limits)
    parts = Parts(package, limits)
    styles = Styles(parts.first("styles"))
    empty = {name: body for kind, body in _EMPTY.items() for name in parts.names(kind)}
    dropped = {package.find(name) for kind in _DROPPED_KINDS for name in parts.names(kind)}
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as copy:
        for name in package.names:
            if name in dropped or _DROPPED.fullmatch(name) or name.endswith("/") or ".." in name.split("/"):
                continue
            body = package.read(name)
            if name in empty:
                body = empty[name]
            elif name.endswith(".rels"):
                body = _relations(body, limits)
            elif name == "[Content_Types].xml":
                body = _types(body, dropped, limits)
            elif "/media/" in name:
                body = strip_picture(body)
            elif name == parts.main_name or _STORIES.fullmatch(name.rpartition("/")[2]):
                body = _story(_RSID.sub(b"", body), styles, limits)
            elif name.endswith("settings.xml"):
                body = _settings(body, limits)
            # A fixed time: that of the cleaning is nobody's business, and the same file gives the same copy.
            member = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            member.compress_type = zipfile.ZIP_DEFLATED
            copy.writestr(member, body)
    return made.getvalue()


def _relations(data: bytes, limits: Limits) -> bytes:
    edits = Edits(data)
    for element in locate(data, limits.depth).children:
        if element.attributes.get("Type", "").rpartition("/")[2] in _DROPPED_KINDS:
            edits.cut(element)
    return edits.apply()


def _types(data: bytes, dropped: set[str | None], limits: Limits) -> bytes:
    edits = Edits(data)
    for element in locate(data, limits.depth).children:
        name = element.attributes.get("PartName", "").lstrip("/")
        if name and (name in dropped or _DROPPED.fullmatch(name)):
            edits.cut(element)
    return edits.apply()


def _settings(data: bytes, limits: Limits) -> bytes:
    edits = Edits(data)
    for element in locate(data, limits.depth).children:
        if element.tag in _MARKERS:
            edits.cut(element)
    return edits.apply()


def _story(data: bytes, styles: Styles, limits: Limits) -> bytes:
    edits = Edits(data)
    _Story(data, edits, styles).walk(locate(data, limits.depth))
    return edits.apply()


class _Story:
    """Marks in one part of the text what has to go."""

    def __init__(self, data: bytes, edits: Edits, styles: Styles) -> None:
        self._data = data
        self._edits = edits
        self._styles = styles

    def walk(self, element: Element, *, hidden: bool = False) -> None:
        """Mark everything below an element; `hidden` says that the paragraph's style hides its text."""
        self._join_paragraphs(element)
        for child in element.children:
            tag = child.tag
            if tag in _GONE or tag in _MARKERS or (tag == "tr" and _is_deleted(child)):
                self._edits.cut(child)
            elif tag in _KEPT and child.inner < child.close:
                self._edits.unwrap(child)
                self.walk(child, hidden=hidden)
            elif tag in _KEPT:
                self._edits.cut(child)
            elif tag == "r" and self._is_hidden(child, hidden=hidden):
                self._cut_text(child)
            elif tag == "p":
                properties = child.child("pPr")
                style = (properties.value("pStyle") if properties else None) or self._styles.default
                self.walk(child, hidden=self._styles.get(style).hidden)
            else:
                self.walk(child, hidden=hidden)

    def _cut_text(self, run: Element) -> None:
        # Fields may begin or end in a hidden run; only what it would show goes.
        for child in run.children:
            if child.tag in {"t", "delText", "sym", "drawing", "pict", "object", "AlternateContent", "tab", "br"}:
                self._edits.cut(child)

    def _is_hidden(self, run: Element, *, hidden: bool) -> bool:
        properties = run.child("rPr")
        if properties is None:
            return hidden
        value = properties.value("vanish")
        if value is not None:
            return value.lower() not in _OFF
        return hidden or self._styles.get(properties.value("rStyle") or "").hidden

    def _join_paragraphs(self, parent: Element) -> None:
        # A paragraph whose mark was deleted goes on in the next one, which keeps its own properties.
        chain: list[Element] = []
        for child in [*parent.children, None]:
            if child is not None and child.tag == "p":
                chain.append(child)
                if _mark_deleted(child):
                    continue
            if len(chain) > 1:
                self._merge(chain)
            elif chain and _mark_deleted(chain[0]):
                self._unmark(chain[0])
            chain = []

    def _merge(self, chain: list[Element]) -> None:
        first, last = chain[0], chain[-1]
        if _mark_deleted(last):
            self._unmark(last)
        head = self._data[last.start : _body_of(last)]
        self._edits.replace(first.start, _body_of(first), head)
        for left, right in pairwise(chain):
            end = left.close if left.inner < left.close else left.end
            self._edits.replace(end, _body_of(right), b"")

    def _unmark(self, paragraph: Element) -> None:
        properties = paragraph.child("pPr")
        mark = properties.child("rPr") if properties else None
        for child in mark.children if mark else ():
            if child.tag in _GONE:
                self._edits.cut(child)


def _body_of(paragraph: Element) -> int:
    properties = paragraph.child("pPr")
    return properties.end if properties else paragraph.inner


def _mark_deleted(paragraph: Element) -> bool:
    properties = paragraph.child("pPr")
    mark = properties.child("rPr") if properties else None
    return mark is not None and any(child.tag in _GONE for child in mark.children)


def _is_deleted(row: Element) -> bool:
    properties = row.child("trPr")
    return properties is not None and properties.child("del") is not None
