"""PDF files with a text layer; scans and broken text layers are refused, never passed on as if they were whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.intake import problems
from generator.intake.layout.compose import compose
from generator.intake.layout.quality import judge_pages
from generator.intake.linear import Linear
from generator.intake.pdf.guard import check_streams
from generator.intake.pictures import inspect_exif

if TYPE_CHECKING:
    from generator.intake.limits import Limits
    from generator.model.diagnostic import Diagnostic
    from generator.model.document import Reading

NAME = "pdf/1"
MEDIA_TYPE = "application/pdf"

_START = b"%PDF-"
_WITHIN = 1024


def accepts(data: bytes, name: str) -> bool:  # noqa: ARG001 — readers share one interface
    """Whether the bytes begin like a PDF file; a little rubbish before it is usual."""
    return _START in data[:_WITHIN]


def read(data: bytes, limits: Limits) -> tuple[Reading | None, tuple[Diagnostic, ...]]:
    """Read the text layer by the places of its glyphs: paragraphs, tables with rules, no headers or page numbers."""
    from generator.intake.pdf.document import read_sheets  # noqa: PLC0415 — only a reading process loads PDFium

    check_streams(data, limits)
    sheets, traces = read_sheets(data, limits)
    hidden = sum(sheet.invisible for sheet in sheets if not sheet.searchable)
    traces += [f"隐藏文字 {hidden} 字"] * bool(hidden)
    pictures = inspect_exif(data)
    traces += ["图片拍摄地点"] * pictures.located + ["图片拍摄设备信息"] * pictures.device
    found = [problems.METADATA.at(what="、".join(traces))] if traces else []
    if b"/Encrypt" in data:
        found.append(problems.OWNER_PROTECTED.at())
    flags = judge_pages(sheets, "PDF 文件")
    out = Linear()
    compose(sheets, out)
    return out.reading(), (*flags, *found)
