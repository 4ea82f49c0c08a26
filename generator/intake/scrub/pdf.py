"""A PDF without author, remarks, attachments, scripts, and the EXIF data of its pictures."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING

from generator.intake.pdf.guard import check_streams

if TYPE_CHECKING:
    from generator.intake.limits import Limits

_EXIF = re.compile(rb"\xff\xe1(..)Exif\x00\x00", re.DOTALL)
_XMP = re.compile(rb"\xff\xe1(..)http://ns\.adobe\.com/xap/", re.DOTALL)


def scrub(data: bytes, limits: Limits) -> bytes:
    """The pages in a new file, which takes over nothing but what they show; refuses what cannot be opened."""
    import pypdfium2  # noqa: PLC0415 — only a reading process loads PDFium
    from pypdfium2 import raw as pdfium  # noqa: PLC0415

    from generator.intake.pdf.document import NOTES, open_document  # noqa: PLC0415

    check_streams(data, limits)
    source = open_document(data)
    made = pypdfium2.PdfDocument.new()
    try:
        made.import_pages(source)
        for index in range(len(made)):
            page = made[index]
            for place in range(pdfium.FPDFPage_GetAnnotCount(page.raw) - 1, -1, -1):
                note = pdfium.FPDFPage_GetAnnot(page.raw, place)
                kind = pdfium.FPDFAnnot_GetSubtype(note)
                pdfium.FPDFPage_CloseAnnot(note)
                if kind in NOTES:
                    pdfium.FPDFPage_RemoveAnnot(page.raw, place)
            page.close()
        copy = BytesIO()
        made.save(copy)
    finally:
        made.close()
        source.close()
    return _without_exif(copy.getvalue())


def _without_exif(data: bytes) -> bytes:
    # Pictures stand in the file as they are; their EXIF blocks are overwritten in place, so that no length changes.
    blanked = bytearray(data)
    for pattern in (_EXIF, _XMP):
        for match in pattern.finditer(data):
            end = min(match.start() + 2 + int.from_bytes(match.group(1), "big"), len(data))
            stop = data.find(b"endstream", match.start())
            if 0 <= stop < end:
                continue
            blanked[match.start() + 4 : end] = bytes(end - match.start() - 4)
    return bytes(blanked)
