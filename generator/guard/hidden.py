"""What a file carries besides its text: comments, tracked changes, authors, the place of a photograph (P07)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.text.authors import names_somebody


@dataclass(frozen=True, slots=True)
class HiddenThing:
    """One kind of hidden content. `what` is Chinese and names no person; `serious` if the content itself may leak."""

    what: str
    count: int
    serious: bool


_COMMENT = re.compile(rb"<(?:w:comment|comment|p:cm|office:annotation)[ >]")
_CHANGE = re.compile(rb"<(?:w:ins|w:del|w:moveFrom|text:changed-region)[ >]")
_HIDDEN = re.compile(
    rb"""
    <w:vanish (?: / | \ w:val="(?:1|true|on)" )
    | \b state="(?:hidden|veryHidden)"
    | <row\ [^>]{0,400} hidden="1"
    """,
    re.VERBOSE,
)
_AUTHOR = re.compile(rb"<(?:dc:creator|cp:lastModifiedBy|meta:initial-creator|(?:ofd:)?Author)>([^<]{1,200})<")
_PDF_AUTHOR = re.compile(rb"/Author\s*(?:\(((?:[^()\\]|\\.){0,200})\)|<([0-9A-Fa-f\s]{0,800})>)", re.DOTALL)
_PDF_NOTE = re.compile(rb"/Subtype\s*/(?:Text|FreeText|Popup|Highlight)\b")
_GPS_IFD = b"\x88\x25"


def hidden_in_members(members: Iterable[tuple[str, bytes]]) -> tuple[HiddenThing, ...]:
    """Hidden things in the members of an office archive."""
    comments = changes = hidden = authors = pictures = 0
    for name, raw in members:
        if name.endswith((".xml", ".rels")):
            comments += len(_COMMENT.findall(raw))
            changes += len(_CHANGE.findall(raw))
            hidden += len(_HIDDEN.findall(raw))
            authors += sum(names_somebody(name.decode("utf-8", "replace")) for name in _AUTHOR.findall(raw))
        elif raw[:3] == b"\xff\xd8\xff" and has_position(raw):
            pictures += 1
    found = (
        HiddenThing("批注", comments, serious=True),
        HiddenThing("修订痕迹", changes, serious=True),
        HiddenThing("隐藏的文字、行或工作表", hidden, serious=True),
        HiddenThing("带拍摄位置的照片", pictures, serious=True),
        HiddenThing("作者姓名等文件属性", authors, serious=False),
    )
    return tuple(thing for thing in found if thing.count)


def hidden_in_pdf(data: bytes) -> tuple[HiddenThing, ...]:
    """Notes and author of a PDF file, as far as they are not packed into compressed streams."""
    notes = len(_PDF_NOTE.findall(data))
    authors = sum(names_somebody(_pdf_text(*match)) for match in _PDF_AUTHOR.findall(data))
    found = (HiddenThing("批注", notes, serious=True), HiddenThing("作者姓名等文件属性", authors, serious=False))
    return tuple(thing for thing in found if thing.count)


def _pdf_text(literal: bytes, hexadecimal: bytes) -> str:
    """A text string (ISO 32000-1, 7.9.2): UTF-16 with a byte-order mark, else Latin characters."""
    digits = b"".join(hexadecimal.split())
    raw = literal or bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))
    return raw.decode("utf-16" if raw[:2] in {b"\xfe\xff", b"\xff\xfe"} else "latin-1", "replace")


def hidden_in_picture(data: bytes) -> tuple[HiddenThing, ...]:
    """The position in a JPEG file."""
    return (HiddenThing("拍摄位置", 1, serious=True),) if has_position(data) else ()


def has_position(data: bytes) -> bool:
    """Whether the EXIF block of a JPEG file has a GPS directory (tag 0x8825, Exif 2.3 § 4.6.3)."""
    return any(_GPS_IFD in block or _GPS_IFD[::-1] in block for block in _exif_blocks(data))


def _exif_blocks(data: bytes) -> Iterator[bytes]:
    place = 2
    while data[:2] == b"\xff\xd8" and place + 4 <= len(data) and data[place] == 0xFF:  # noqa: PLR2004  (marker)
        marker, length = data[place + 1], int.from_bytes(data[place + 2 : place + 4], "big")
        if marker == 0xDA or length < 2:  # noqa: PLR2004  (the picture itself begins; a damaged length)
            return
        block = data[place + 4 : place + 2 + length]
        if marker == 0xE1 and block.startswith(b"Exif\0\0"):  # noqa: PLR2004
            yield block
        place += 2 + length
