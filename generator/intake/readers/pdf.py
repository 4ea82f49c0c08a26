"""PDF files with a text layer; scans and broken text layers are refused, never passed on as if they were whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pypdfium2
import pypdfium2.raw as pdfium

from generator.intake import problems
from generator.intake.docx.properties import names_somebody
from generator.intake.layout.compose import compose
from generator.intake.layout.quality import judge_pages
from generator.intake.linear import Linear
from generator.intake.pdf.guard import check_streams
from generator.intake.pdf.page import read_page
from generator.intake.pictures import inspect_exif
from generator.intake.refusal import Refusal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.intake.limits import Limits
    from generator.model.diagnostic import Diagnostic
    from generator.model.document import Reading

NAME = "pdf/1"
MEDIA_TYPE = "application/pdf"

_START = b"%PDF-"
_WITHIN = 1024
_PASSWORD = pdfium.FPDF_ERR_PASSWORD
_NOTES = frozenset({1, 3, 4, 8, 9, 10, 11, 12, 13, 15, 17})
"""Annotations that are somebody's remarks: text, free text, line, highlight to strike-out, stamp, ink, file."""


def accepts(data: bytes, name: str) -> bool:  # noqa: ARG001 — readers share one interface
    """Whether the bytes begin like a PDF file; a little rubbish before it is usual."""
    return _START in data[:_WITHIN]


def read(data: bytes, limits: Limits) -> tuple[Reading | None, tuple[Diagnostic, ...]]:
    """Read the text layer by the places of its glyphs: paragraphs, tables with rules, no headers or page numbers."""
    check_streams(data, limits)
    document = _open(data)
    try:
        pages = len(document)
        if pages > limits.pdf_pages:
            raise Refusal(problems.TOO_MANY_PAGES.at(pages=pages, limit=limits.pdf_pages))
        if not pages:
            raise Refusal(problems.DAMAGED.at(what="没有页面"))
        sheets = [read_page(document, index, limits) for index in range(pages)]
        found = list(_traces(document, data))
    except pypdfium2.PdfiumError as error:
        raise Refusal(problems.DAMAGED.at(what="页面")) from error
    finally:
        document.close()
    flags = judge_pages(sheets, "PDF 文件")
    out = Linear()
    compose(sheets, out)
    return out.reading(), (*flags, *found)


def _open(data: bytes) -> Any:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD or "password" in str(error).lower():
            raise Refusal(problems.PASSWORD.at()) from error
        raise Refusal(problems.DAMAGED.at(what="PDF 结构")) from error


def _traces(document: Any, data: bytes) -> Iterator[Diagnostic]:
    if pdfium.FPDF_GetSecurityHandlerRevision(document.raw) >= 0:
        yield problems.OWNER_PROTECTED.at()
    parts = []
    notes = sum(_count_notes(document[index]) for index in range(len(document)))
    if notes:
        parts.append(f"批注 {notes} 条")
    attached = pdfium.FPDFDoc_GetAttachmentCount(document.raw)
    if attached:
        parts.append(f"附件 {attached} 个")
    author = document.get_metadata_value("Author") or ""
    if names_somebody(author):
        parts.append("作者等人员或单位名称 1 个")
    pictures = inspect_exif(data)
    if pictures.located:
        parts.append("图片拍摄地点")
    if pictures.device:
        parts.append("图片拍摄设备信息")
    if parts:
        yield problems.METADATA.at(what="、".join(parts))


def _count_notes(page: Any) -> int:
    count = 0
    for index in range(pdfium.FPDFPage_GetAnnotCount(page.raw)):
        note = pdfium.FPDFPage_GetAnnot(page.raw, index)
        count += pdfium.FPDFAnnot_GetSubtype(note) in _NOTES
        pdfium.FPDFPage_CloseAnnot(note)
    page.close()
    return count
