"""A PDF as a whole: opened by PDFium, its pages as sheets, and what it tells about people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pypdfium2
import pypdfium2.raw as pdfium

from generator.intake import problems
from generator.intake.pdf.page import read_page
from generator.intake.refusal import Refusal
from generator.text.authors import names_somebody

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.intake.layout.sheet import Sheet
    from generator.intake.limits import Limits

NOTES = frozenset({1, 3, 4, 8, 9, 10, 11, 12, 13, 15, 17})
"""Annotations that are somebody's remarks: text, free text, line, highlight to strike-out, stamp, ink, file."""


def read_sheets(data: bytes, limits: Limits) -> tuple[list[Sheet], list[str]]:
    """The pages, and phrases for what must not be published with the original."""
    document = open_document(data)
    try:
        pages = len(document)
        if pages > limits.pdf_pages:
            raise Refusal(problems.TOO_MANY_PAGES.at(pages=pages, limit=limits.pdf_pages))
        if not pages:
            raise Refusal(problems.DAMAGED.at(what="没有页面"))
        return [read_page(document, index, limits) for index in range(pages)], list(_traces(document))
    except pypdfium2.PdfiumError as error:
        raise Refusal(problems.DAMAGED.at(what="页面损坏")) from error
    finally:
        document.close()


def open_document(data: bytes) -> Any:
    """An open `pypdfium2.PdfDocument`; refuses one that needs a password or has no structure."""
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == pdfium.FPDF_ERR_PASSWORD or "password" in str(error).lower():
            raise Refusal(problems.PASSWORD.at()) from error
        raise Refusal(problems.DAMAGED.at(what="PDF 结构损坏")) from error


def _traces(document: Any) -> Iterator[str]:
    notes = sum(_count_notes(document[index]) for index in range(len(document)))
    if notes:
        yield f"批注 {notes} 条"
    attached = pdfium.FPDFDoc_GetAttachmentCount(document.raw)
    if attached:
        yield f"附件 {attached} 个"
    if names_somebody(document.get_metadata_value("Author") or ""):
        yield "作者等人员或单位名称 1 个"


def _count_notes(page: Any) -> int:
    count = 0
    for index in range(pdfium.FPDFPage_GetAnnotCount(page.raw)):
        note = pdfium.FPDFPage_GetAnnot(page.raw, index)
        count += pdfium.FPDFAnnot_GetSubtype(note) in NOTES
        pdfium.FPDFPage_CloseAnnot(note)
    page.close()
    return count
