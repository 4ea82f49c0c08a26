"""What a picture file tells besides the picture: EXIF, GPS, XMP; and the same picture without it."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_JPEG, _PNG = b"\xff\xd8", b"\x89PNG\r\n\x1a\n"
_EXIF, _XMP = b"Exif\x00\x00", b"http://ns.adobe.com/xap/"
_PHOTOSHOP = b"Photoshop 3.0"
_START_OF_SCAN, _APP1, _APP13, _COMMENT = 0xDA, 0xE1, 0xED, 0xFE
_ALONE = frozenset({0x01, *range(0xD0, 0xD8)})
_GPS, _DEVICE = 0x8825, frozenset({0x010F, 0x0110, 0x0131, 0x013B, 0x8298})
_PNG_TEXT = frozenset({b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME"})
_ENTRY = 12
_MOST_ENTRIES = 512
_MOST_BLOCKS = 500


@dataclass(frozen=True, slots=True)
class PictureTraces:
    """Whether a picture says where it was taken, and by whom, by which device or by which program."""

    located: bool = False
    device: bool = False


def inspect_picture(data: bytes) -> PictureTraces:
    """What a JPEG, PNG or TIFF file tells; nothing for other formats."""
    blocks = [data] if data[:4] in {b"II*\x00", b"MM\x00*"} else []
    device = False
    if data.startswith(_JPEG):
        for marker, start, end in _segments(data):
            body = data[start:end]
            if marker == _APP1 and body.startswith(_EXIF):
                blocks.append(body[len(_EXIF) :])
            elif (marker == _APP1 and body.startswith(_XMP)) or (marker == _APP13 and body.startswith(_PHOTOSHOP)):
                device = True
    elif data.startswith(_PNG):
        for kind, start, end in _chunks(data):
            if kind == b"eXIf":
                blocks.append(data[start:end])
            device = device or kind in {b"tEXt", b"zTXt", b"iTXt"}
    tags = {tag for block in blocks for tag in _tags(block)}
    return PictureTraces(located=_GPS in tags, device=device or bool(tags & _DEVICE))


def inspect_exif(data: bytes) -> PictureTraces:
    """What the EXIF blocks inside any file tell, e.g. of the pictures in a PDF, which stand there as they are."""
    tags: set[int] = set()
    place = data.find(_EXIF)
    for _ in range(_MOST_BLOCKS):
        if place < 0:
            break
        tags.update(_tags(data[place + len(_EXIF) : place + len(_EXIF) + (1 << 16)]))
        place = data.find(_EXIF, place + 1)
    return PictureTraces(located=_GPS in tags, device=bool(tags & _DEVICE))


def strip_picture(data: bytes) -> bytes:
    """The same JPEG or PNG without EXIF, XMP, IPTC and comments; other formats, and damaged files, as they are."""
    if data.startswith(_JPEG):
        dropped = [(start - 4, end) for marker, start, end in _segments(data) if marker in {_APP1, _APP13, _COMMENT}]
    elif data.startswith(_PNG):
        dropped = [(start - 8, end + 4) for kind, start, end in _chunks(data) if kind in _PNG_TEXT]
    else:
        return data
    parts, done = [], 0
    for start, end in dropped:
        parts.append(data[done:start])
        done = end
    return b"".join(parts) + data[done:]


def _segments(data: bytes) -> Iterator[tuple[int, int, int]]:
    # Marker, begin and end of the body of each JPEG segment before the picture itself.
    place = 2
    while place + 4 <= len(data) and data[place] == 0xFF:  # noqa: PLR2004 — every marker begins with FF
        marker = data[place + 1]
        if marker == 0xFF:  # noqa: PLR2004 — filling
            place += 1
            continue
        if marker in _ALONE:
            place += 2
            continue
        length = int.from_bytes(data[place + 2 : place + 4], "big")
        if marker == _START_OF_SCAN or length < 2 or place + 2 + length > len(data):  # noqa: PLR2004 — counts itself
            return
        yield marker, place + 4, place + 2 + length
        place += 2 + length


def _chunks(data: bytes) -> Iterator[tuple[bytes, int, int]]:
    place = len(_PNG)
    while place + 12 <= len(data):
        length = int.from_bytes(data[place : place + 4], "big")
        if place + 12 + length > len(data):
            return
        yield data[place + 4 : place + 8], place + 8, place + 8 + length
        place += 12 + length


def _tags(block: bytes) -> Iterator[int]:
    # The tags of the first directory of a TIFF block.
    order = {b"II": "<", b"MM": ">"}.get(block[:2])
    if order is None or len(block) < 8:  # noqa: PLR2004 — the head of a TIFF file
        return
    (start,) = struct.unpack_from(order + "L", block, 4)
    if start + 2 > len(block):
        return
    (count,) = struct.unpack_from(order + "H", block, start)
    for index in range(min(count, _MOST_ENTRIES)):
        place = start + 2 + index * _ENTRY
        if place + _ENTRY > len(block):
            return
        yield struct.unpack_from(order + "H", block, place)[0]
