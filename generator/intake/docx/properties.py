"""People and places that a Word document names outside its text: properties, comments, pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.intake.pictures import inspect_picture
from generator.intake.xmltree import attribute
from generator.text.authors import names_somebody

if TYPE_CHECKING:
    from generator.intake.docx.parts import Parts
    from generator.intake.docx.traces import Traces

_PEOPLE = frozenset({"creator", "lastModifiedBy", "Manager", "Company"})


def read_properties(parts: Parts, traces: Traces) -> None:
    """Add to the traces the comments, the names in properties, and what pictures tell."""
    for kind in ("core-properties", "extended-properties", "custom-properties"):
        for root in parts.every(kind):
            traces.authors.update((node.text or "") for node in root if node.tag in _PEOPLE)
    for root in parts.every("comments"):
        for comment in root.iter("comment"):
            traces.comments += 1
            traces.authors.add(attribute(comment, "author"))
    for root in parts.every("people"):
        traces.authors.update(attribute(person, "author") for person in root.iter("person"))
    traces.authors = {name for name in traces.authors if names_somebody(name)}
    for name in parts.package.names:
        if "/media/" in name:
            found = inspect_picture(parts.package.read(name))
            traces.located += found.located
            traces.devices += found.device
