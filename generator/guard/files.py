"""Any file: what the guard finds in it, and whether it could look at all."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePath

from generator.guard.archive import ArchiveError, Member, read_archive, read_members
from generator.guard.hidden import HiddenThing, hidden_in_members, hidden_in_pdf, hidden_in_picture
from generator.guard.hit import Hit
from generator.guard.scan import scan_text

Reader = Callable[[bytes, str], str | None]
"""Takes the bytes and the name of a file to its whole text, None if it cannot; given by those who know formats."""

ARCHIVES = frozenset({".docx", ".docm", ".xlsx", ".xlsm", ".pptx", ".odt", ".ods", ".odp", ".ofd"})
PICTURES = frozenset({".jpg", ".jpeg", ".png", ".gif", ".bmp", ".tif", ".tiff", ".webp"})
FOREIGN = frozenset({".doc", ".wps", ".rtf", ".xls", ".et", ".ppt", ".dps", ".pdf", ".zip", ".rar", ".7z"})

_MOST_BYTES = 64 * 1024 * 1024
_BYTE_ORDER_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


@dataclass(frozen=True, slots=True)
class Found:
    """A hit in a file.

    `line` and `column` count from 1, None where the format has no lines; `place` names a part of the file instead
    (`文件名`, `word/comments.xml`), "" for the text itself.
    """

    hit: Hit
    line: int | None
    column: int | None
    place: str = ""


@dataclass(frozen=True, slots=True)
class FileScan:
    """The result for one file. `unchecked` says in Chinese why the text could not be looked at, "" if it was."""

    name: str
    found: tuple[Found, ...] = ()
    hidden: tuple[HiddenThing, ...] = ()
    unchecked: str = ""


def scan_bytes(data: bytes, name: str, read: Reader | None = None) -> FileScan:
    """Scan a file of any kind: metadata, attachment, report.

    Text is decoded (UTF-8, UTF-16, GB18030); office archives are read in every part, PDF and older formats through
    `read`, without which they come back as not checked. The name is scanned, too.
    """
    suffix = PurePath(name).suffix.lower()
    found = [Found(hit, None, None, "文件名") for hit in scan_text(PurePath(name).stem)]
    if len(data) > _MOST_BYTES:
        return FileScan(name, tuple(found), unchecked="文件太大")
    hidden: tuple[HiddenThing, ...] = ()
    unchecked = ""
    if data[:4] == b"PK\x03\x04" or suffix in ARCHIVES:
        try:
            found += _in_members(read_archive(data))
            hidden = hidden_in_members(read_members(data))
        except ArchiveError as error:
            unchecked = str(error)
    elif suffix in PICTURES or data[:3] == b"\xff\xd8\xff":
        hidden, unchecked = hidden_in_picture(data), "图片中的文字无法检查"
    elif suffix in FOREIGN or data[:5] == b"%PDF-" or _is_binary(data):
        hidden = hidden_in_pdf(data) if data[:5] == b"%PDF-" else ()
        text = read(data, name) if read else None
        found += _in_text(text or "")
        unchecked = "" if text is not None else "这种格式的文字无法检查"
    else:
        found += _in_text(decode(data))
    return FileScan(name, tuple(found), hidden, unchecked)


def decode(data: bytes) -> str:
    """Text of unknown encoding, never failing: a byte that cannot be read becomes U+FFFD."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("gb18030", errors="replace")


def _is_binary(data: bytes) -> bool:
    return b"\0" in data[:1024] and not data.startswith(tuple(mark for mark, _ in _BYTE_ORDER_MARKS))


def _in_text(text: str, place: str = "") -> Iterator[Found]:
    ends = [match.end() for match in re.finditer("\n", text)]
    for hit in scan_text(text):
        line = bisect_right(ends, hit.span.start)
        start = ends[line - 1] if line else 0
        yield Found(hit, line + 1, hit.span.start - start + 1, place)


def _in_members(members: tuple[Member, ...]) -> Iterator[Found]:
    for member in members:
        for hit in scan_text(member.text):
            yield Found(hit, None, None, member.name)
