"""OFD files (GB/T 33190), the layout format of Chinese government documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.intake import problems
from generator.intake.layout.compose import compose
from generator.intake.layout.quality import judge_pages
from generator.intake.linear import Linear
from generator.intake.ofd.package import OfdPackage
from generator.intake.ofd.page import fit_heights, read_page
from generator.intake.package import Package, directory_of, is_zip
from generator.intake.refusal import Refusal
from generator.text.authors import names_somebody

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.intake.layout.sheet import Sheet
    from generator.intake.limits import Limits
    from generator.model.diagnostic import Diagnostic
    from generator.model.document import Reading

NAME = "ofd/1"
MEDIA_TYPE = "application/ofd"

_MILLIMETRE = 72 / 25.4


def accepts(data: bytes, name: str) -> bool:  # noqa: ARG001 — readers share one interface
    """Whether the bytes are a ZIP file that names the entry part of an OFD document."""
    return is_zip(data) and b"ofd.xml" in directory_of(data).lower()


def read(data: bytes, limits: Limits) -> tuple[Reading | None, tuple[Diagnostic, ...]]:
    """Read the text by the places of its glyphs, as from a PDF; template pages are furniture."""
    container = OfdPackage(Package(data, limits), limits)
    sheets: list[Sheet] = []
    for name in container.documents:
        for page in container.pages(name):
            sheets.append(read_page(page, len(sheets) + 1, limits))
            if len(sheets) > limits.pdf_pages:
                raise Refusal(problems.TOO_MANY_PAGES.at(pages=len(sheets), limit=limits.pdf_pages))
    if not sheets:
        raise Refusal(problems.DAMAGED.at(what="没有页面"))
    fit_heights(sheets)
    flags = judge_pages(sheets, "OFD 文件")
    out = Linear()
    compose(sheets, out, _MILLIMETRE)
    hidden = sum(sheet.invisible for sheet in sheets)
    return out.reading(), (*flags, *_traces(container, hidden))


def _traces(container: OfdPackage, hidden: int) -> Iterator[Diagnostic]:
    people = {
        (node.text or "").strip()
        for info in container.root.iter("DocInfo")
        for node in info
        if node.tag.lower() in {"author", "authoremail"} and names_somebody(node.text or "")
    }
    comments = sum(container.comments(name) for name in container.documents)
    parts = []
    if comments:
        parts.append(f"批注 {comments} 条")
    if hidden:
        parts.append(f"隐藏文字 {hidden} 字")
    if people:
        parts.append(f"作者等人员或单位名称 {len(people)} 个")
    if parts:
        yield problems.METADATA.at(what="、".join(parts))
