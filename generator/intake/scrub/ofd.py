"""An OFD document without its author and without remarks."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

from generator.intake import problems
from generator.intake.ofd.package import OfdPackage
from generator.intake.package import Package
from generator.intake.pictures import strip_picture
from generator.intake.refusal import Refusal
from generator.intake.scrub.edits import Edits, Element, locate

if TYPE_CHECKING:
    from generator.intake.limits import Limits

_PEOPLE = frozenset({"author", "authoremail", "keywords", "customdatas"})
_PICTURES = (".jpg", ".jpeg", ".png")


def scrub(data: bytes, limits: Limits) -> bytes:
    """The same document; refuses a signed one, whose seal any change would break."""
    package = Package(data, limits)
    container = OfdPackage(package, limits)
    if any(True for _ in container.root.iter("Signatures")):
        raise Refusal(problems.SIGNED.at())
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as copy:
        for name in package.names:
            if name.endswith("/") or ".." in name.split("/"):
                continue
            body = package.read(name)
            if name.lower() == "ofd.xml":
                body = _without(body, limits, _PEOPLE)
            elif name in container.documents:
                body = _without(body, limits, frozenset({"annotations"}))
            elif name.lower().endswith(_PICTURES):
                body = strip_picture(body)
            elif "/annots/" in f"/{name.lower()}":
                continue
            member = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            member.compress_type = zipfile.ZIP_DEFLATED
            copy.writestr(member, body)
    return made.getvalue()


def _without(data: bytes, limits: Limits, tags: frozenset[str]) -> bytes:
    edits = Edits(data)

    def walk(element: Element) -> None:
        for child in element.children:
            if child.tag.lower() in tags:
                edits.cut(child)
            else:
                walk(child)

    walk(locate(data, limits.depth))
    return edits.apply()
