"""Any file: what the guard finds in it, and whether it could look at all."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import PurePath

from generator.guard.archive import ArchiveError, part_name, read_members, texts, without_tags
from generator.guard.hidden import HiddenThing, hidden_in_members, hidden_in_pdf, hidden_in_picture
from generator.guard.hit import Hit
from generator.guard.scan import scan_text

Reader = Callable[[bytes, str], str | None]
"""Takes the bytes and the name of a file to its whole text, None if it cannot; given by those who know formats."""

TEXTS = frozenset({".txt", ".md", ".yml", ".yaml", ".csv", ".tsv", ".json", ".html", ".htm", ".xml", ".svg", ".log"})
PICTURES = frozenset({".jpg", ".jpeg", ".png", ".gif", ".bmp", ".tif", ".tiff", ".webp"})
FOREIGN = frozenset(
    {".doc", ".docx", ".wps", ".rtf", ".xls", ".xlsx", ".et", ".ppt", ".pptx", ".dps", ".odt", ".ods", ".ofd", ".pdf"}
    | {".zip", ".rar", ".7z", ".gz", ".tar"}
)
"""Formats whose text is no plain text; what only bears such a name and is HTML inside is read as HTML."""

_MOST_BYTES = 64 * 1024 * 1024
_BYTE_ORDER_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


@dataclass(frozen=True, slots=True)
class Found:
    """A hit in a file.

    `line` and `column` count from 1, None where the format has no lines; `place` names a part of the file instead
    (文件名, 批注, 页眉), "" for the text itself.
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
    `read`, without which they come back as not checked. What a file holds counts, not what it is called. The name
    is scanned, too.
    """
    scan = _by_content(data, PurePath(name).suffix.lower(), name, read)
    titled = tuple(Found(hit, None, None, "文件名") for hit in scan_text(PurePath(name).stem))
    return replace(scan, found=titled + scan.found)


def _by_content(data: bytes, suffix: str, name: str, read: Reader | None) -> FileScan:
    if len(data) > _MOST_BYTES:
        return FileScan(name, unchecked="文件太大")
    if data.startswith(b"PK\x03\x04"):
        return _archive(data, name)
    if data.startswith(b"\xff\xd8\xff") or suffix in PICTURES:
        return FileScan(name, hidden=hidden_in_picture(data), unchecked="图片中的文字无法检查")
    if data.startswith(b"%PDF-"):
        return _foreign(data, name, read, hidden_in_pdf(data))
    text = decode(data)
    if suffix not in TEXTS and (_is_binary(data, text) or (suffix in FOREIGN and not text.lstrip().startswith("<"))):
        return _foreign(data, name, read, ())
    unchecked = "文件内容不全是文字" if _is_binary(data, text) else ""
    return FileScan(name, tuple(_in_markup(text) if "<" in text else _in_text(text)), unchecked=unchecked)


def _archive(data: bytes, name: str) -> FileScan:
    try:
        members = read_members(data)
    except ArchiveError as error:
        return FileScan(name, unchecked=str(error))
    found = (Found(hit, None, None, part_name(item.name)) for item in texts(members) for hit in scan_text(item.text))
    return FileScan(name, tuple(found), hidden_in_members(members))


def _foreign(data: bytes, name: str, read: Reader | None, hidden: tuple[HiddenThing, ...]) -> FileScan:
    text = read(data, name) if read else None
    if text is None:
        return FileScan(name, hidden=hidden, unchecked="这种格式的文字无法检查")
    return FileScan(name, tuple(_in_text(text)), hidden)


def decode(data: bytes) -> str:
    """Text of unknown encoding, never failing: a byte that cannot be read becomes U+FFFD."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        half = data[first::2][:512]
        if half and half.count(0) > len(half) // 5:  # ASCII characters among Chinese ones: blanks, digits, line ends
            return data.decode(encoding, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("gb18030", errors="replace")


def _is_binary(data: bytes, text: str) -> bool:
    return b"\0" in data[:4096] and "\0" in text


def _in_markup(text: str) -> Iterator[Found]:
    """Hits in the text between tags, and those that stand only inside tags and comments."""
    shown = tuple(_in_text(without_tags(text)))
    told = {(item.hit.kind, item.hit.masked, item.line) for item in shown}
    yield from shown
    yield from (item for item in _in_text(text) if (item.hit.kind, item.hit.masked, item.line) not in told)


def _in_text(text: str) -> Iterator[Found]:
    ends = [match.end() for match in re.finditer("\n", text)]
    for hit in scan_text(text):
        line = bisect_right(ends, hit.span.start)
        start = ends[line - 1] if line else 0
        yield Found(hit, line + 1, hit.span.start - start + 1)
