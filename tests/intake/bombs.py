"""Hostile files that are too big to keep: made when they are needed."""

from __future__ import annotations

import warnings
import zipfile
import zlib
from io import BytesIO
from typing import TYPE_CHECKING

from tests.intake.build_pdf import Page, lines, pdf
from tests.intake.build_zip import docx, ofd, paragraph

if TYPE_CHECKING:
    from collections.abc import Callable

_MEGABYTE = 1 << 20


def _zip(members: dict[str, tuple[bytes, int]]) -> bytes:
    # Members that repeat a block so many times, written without ever being whole in memory.
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, (block, times) in members.items():
            with archive.open(name, "w", force_zip64=False) as member:
                for _ in range(times):
                    member.write(block)
    return made.getvalue()


def _word(inside: bytes, times: int) -> bytes:
    head = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        body = "word/document.xml"
        with archive.open(body, "w") as member:
            member.write(head)
            for _ in range(times):
                member.write(inside)
            member.write(b"</w:body></w:document>")
    return made.getvalue()


def one_text_of_600_megabytes() -> bytes:
    return _word(b"<w:p><w:r><w:t>" + b"A" * _MEGABYTE + b"</w:t></w:r></w:p>", 600)


def four_million_small_paragraphs() -> bytes:
    return _word(b"<w:p><w:r><w:t>x</w:t></w:r></w:p>" * 10_000, 400)


def many_elements_below_the_ratio() -> bytes:
    """Under every limit of the container; only counting elements stops it."""
    block = "".join(f"<w:p><w:r><w:t>{number * 7919 % 99991}</w:t></w:r></w:p>" for number in range(20_000))
    return _word(block.encode("ascii"), 40)


def ten_thousand_entries() -> bytes:
    return _zip({"word/document.xml": (b"<w/>", 1)} | {f"word/x{number}.xml": (b"<x/>", 1) for number in range(10_000)})


def entries_that_share_one_member() -> bytes:
    """A directory in which 400 entries point at the same bytes."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"<w/>" * 2_000)
        first = archive.infolist()[0]
        for number in range(400):
            copy = zipfile.ZipInfo(f"word/{number}.xml")
            copy.header_offset, copy.CRC = first.header_offset, first.CRC
            copy.compress_size, copy.file_size = first.compress_size, first.file_size
            copy.compress_type = first.compress_type
            archive.filelist.append(copy)
            archive.NameToInfo[copy.filename] = copy
    return made.getvalue()


def two_main_parts() -> bytes:
    made = BytesIO(docx(paragraph("第一个正文部分。")))
    with warnings.catch_warnings(), zipfile.ZipFile(made, "a", zipfile.ZIP_DEFLATED) as archive:
        warnings.simplefilter("ignore", UserWarning)  # zipfile warns of what is meant here
        archive.writestr("word/document.xml", archive.read("word/document.xml"))
    return made.getvalue()


def pdf_stream_of_400_megabytes() -> bytes:
    machine = zlib.compressobj(9)
    body = b"".join(machine.compress(b"(A) Tj " * (_MEGABYTE // 7)) for _ in range(400)) + machine.flush()
    return (
        b"%PDF-1.7\n1 0 obj\n<</Filter/FlateDecode/Length "
        + str(len(body)).encode()
        + b">>stream\n"
        + body
        + b"\nendstream\n"
    )


def pdf_of_five_thousand_pages() -> bytes:
    return pdf([Page()] * 5_000)


def pdf_page_of_too_many_glyphs() -> bytes:
    return pdf([Page(lines(*["重复的字" * 60] * 120, size=2, step=3))])


def ofd_page_of_300_megabytes() -> bytes:
    made = BytesIO(ofd([""]))
    with zipfile.ZipFile(made, "a", zipfile.ZIP_DEFLATED) as archive, archive.open("Doc_0/big.xml", "w") as member:
        for _ in range(300):
            member.write(b"<x/>" * (_MEGABYTE // 4))
    return made.getvalue()


def html_of_nested_boxes() -> bytes:
    return b"<div>" * 50_000 + "正文内容在这里。".encode() + b"</div>" * 50_000


def html_of_endless_siblings() -> bytes:
    return b"<p>x</p>" * 450_000


def rich_text_of_links() -> bytes:
    return (
        b'{\\rtf1\\ansi{\\field{\\*\\fldinst INCLUDEPICTURE "http://127.0.0.1:8765/a.png"}{\\fldrslt x}}'
        b"{\\*\\template http://127.0.0.1:8765/t.dot}\\par text of the report}"
    )


BOMBS: dict[str, Callable[[], bytes]] = {
    "02.docx": one_text_of_600_megabytes,
    "03.docx": ten_thousand_entries,
    "09.docx": four_million_small_paragraphs,
    "09b.docx": many_elements_below_the_ratio,
    "14.docx": entries_that_share_one_member,
    "14b.docx": two_main_parts,
    "18.pdf": pdf_stream_of_400_megabytes,
    "19.pdf": pdf_of_five_thousand_pages,
    "22.pdf": pdf_page_of_too_many_glyphs,
    "26.ofd": ofd_page_of_300_megabytes,
    "28.html": html_of_nested_boxes,
    "28b.html": html_of_endless_siblings,
}
"""Names as files, and what makes their bytes; all of them must be refused."""
