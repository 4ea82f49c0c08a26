"""People and places that a Word document names outside its text: properties, comments, pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.intake.names import names_somebody
from generator.intake.pictures import inspect_picture

if TYPE_CHECKING:
    from generator.intake.docx.parts import Parts
    from generator.intake.docx.traces import Traces

_PEOPLE = frozenset({"creator", "lastModifiedBy", "Manager", "Company"})


def read_properties(parts: Parts, traces: Traces) -> None:
    """Add to the traces the comments, the names in properties, and what pictures tell."""
    for kind in ("core-properties", "extended-properties", "custom-properties"):
        for root in parts.every(kind):
            traces.authors.update(node.text for node in root.children if node.tag in _PEOPLE)
    for root in parts.every("comments"):
        for comment in root.all("comment"):
            traces.comments += 1
            traces.authors.add(comment.get("author"))
    for root in parts.every("people"):
        traces.authors.update(person.get("author") for person in root.all("person"))
    traces.authors = {name for name in traces.authors if names_somebody(name)}
    for name in parts.package.names:
        if "/media/" in name:
            found = inspect_picture(parts.package.read(name))
            traces.located += found.located
            traces.devices += found.device
