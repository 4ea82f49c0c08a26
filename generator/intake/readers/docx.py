"""Word documents (.docx, .docm, .dotx; WPS Office writes the same)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.intake import problems
from generator.intake.docx.body import Body
from generator.intake.docx.numbering import Numbering
from generator.intake.docx.parts import Parts
from generator.intake.docx.properties import read_properties
from generator.intake.docx.styles import Styles
from generator.intake.docx.traces import Traces
from generator.intake.linear import Linear
from generator.intake.package import Package, directory_of, is_zip
from generator.intake.refusal import Refusal
from generator.intake.xmltree import attribute

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.intake.limits import Limits
    from generator.model.diagnostic import Diagnostic
    from generator.model.document import Reading

NAME = "docx/1"
MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_LITTLE_TEXT = 60


def accepts(data: bytes, name: str) -> bool:  # noqa: ARG001 — readers share one interface
    """Whether the bytes are an Office container but no table or slides, or a ZIP file cut off before its directory."""
    if not is_zip(data):
        return False
    directory = directory_of(data)
    if b"[Content_Types].xml" in directory:
        return b"xl/workbook" not in directory and b"ppt/presentation" not in directory
    return b"word/document.xml" in directory or not directory


def read(data: bytes, limits: Limits) -> tuple[Reading | None, tuple[Diagnostic, ...]]:
    """Read the text of a Word document: revisions accepted, numbering printed, hidden text and comments left out."""
    parts = Parts(Package(data, limits), limits)
    traces, out = Traces(), Linear()
    styles = Styles(parts.first("styles"))
    body = Body(styles, Numbering(parts.first("numbering"), styles), traces, out)
    for story in parts.main:
        if story.tag == "body":
            body.blocks(story)
    body.finish()
    _notes(parts, body)
    for kind in ("header", "footer"):
        for text in parts.texts(kind):
            out.drop(kind, text)
    read_properties(parts, traces)
    reading = out.reading()
    if traces.pictures and len("".join(reading.text.split())) < _LITTLE_TEXT:
        raise Refusal(problems.PICTURES_ONLY.at(what="文档"))
    return reading, tuple(_diagnostics(traces))


def _notes(parts: Parts, body: Body) -> None:
    # Footnotes, then endnotes, each in the order of their marks, after the text.
    for kind in ("footnote", "endnote"):
        wanted = list(dict.fromkeys(identifier for one, identifier in body.notes if one == kind))
        root = parts.first(f"{kind}s") if wanted else None
        known = {attribute(node, "id"): node for node in root} if root is not None else {}
        for identifier in wanted:
            if identifier in known:
                body.note(known[identifier])


def _diagnostics(traces: Traces) -> Iterator[Diagnostic]:
    found = traces.described()
    if found:
        yield problems.METADATA.at(what=found)
    if traces.pictures:
        yield problems.PICTURES.at(count=traces.pictures)
    if traces.embedded:
        yield problems.EMBEDDED.at(count=traces.embedded)
