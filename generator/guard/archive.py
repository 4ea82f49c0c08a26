"""All text inside office files that are ZIP archives of XML: docx, xlsx, pptx, odt, ods, ofd — nothing is left out.

The reader of reports leaves out headers, comments and hidden cells, because they are not the report. A leak may be
exactly there, so here every XML member counts. Nothing is parsed as XML: tags are cut away, entities are not
expanded beyond the five of XML, so hostile files do no harm.
"""

from __future__ import annotations

import html
import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import NamedTuple

MOST_MEMBERS = 2_000
MOST_BYTES = 64 * 1024 * 1024
"""Unpacked size of everything read from one file; a report's attachment is far smaller."""

_TEXT_MEMBERS = re.compile(r"\.(?:xml|rels|txt|csv|html?)$", re.IGNORECASE)
_PARAGRAPH_END = re.compile(
    r"""
    </ (?: w:p | a:p | text:p | text:h | si | row | table:table-row | ofd:TextObject | TextObject ) >
    | <w:(?:br|cr)[\ /]
    """,
    re.VERBOSE,
)
_CELL_END = re.compile(r"</(?:w:tc|c|table:table-cell|a:tc)>|<w:tab/>")
_OTHER_END = re.compile(r"</(?!w:|a:|text:|r>|t>|rPh>)[^>]{1,60}>")
_TAG = re.compile(r"<[^<>]*>")

_PARTS = (
    (re.compile(r"word/document\d*\.xml|content\.xml|Doc_\d+/Pages/.*|ppt/slides/slide\d+\.xml"), "正文"),
    (re.compile(r"(?:word|xl|ppt)/(?:threaded)?comments.*|.*Annot.*"), "批注"),
    (re.compile(r"word/header\d*\.xml"), "页眉"),
    (re.compile(r"word/footer\d*\.xml"), "页脚"),
    (re.compile(r"word/(?:foot|end)notes\.xml"), "脚注"),
    (re.compile(r"ppt/notesSlides/.*"), "演讲备注"),
    (re.compile(r"xl/(?:worksheets/.*|sharedStrings\.xml)"), "表格"),
    (re.compile(r"xl/workbook\.xml"), "工作表名称"),
    (re.compile(r"docProps/.*|meta\.xml|OFD\.xml"), "文件属性"),
    (re.compile(r".*\.rels"), "链接地址"),
)
"""What people call the parts of office files."""


class Member(NamedTuple):
    """One file of the archive and its text."""

    name: str
    text: str


def part_name(member: str) -> str:
    """The word that people use for a member of an office file: 页眉 for `word/header1.xml`; else the member's name."""
    return next((word for expression, word in _PARTS if expression.fullmatch(member)), member)


class ArchiveError(Exception):
    """The file is no readable archive, or a dangerously large one; the text says why, in Chinese."""


def texts(members: tuple[tuple[str, bytes], ...]) -> Iterator[Member]:
    """The text of every XML or text member, in order of the archive."""
    for name, raw in members:
        if _TEXT_MEMBERS.search(name):
            yield Member(name, _plain(raw))


def read_members(data: bytes) -> tuple[tuple[str, bytes], ...]:
    """Names and bytes of all members. Raises `ArchiveError` for damaged, encrypted and oversized archives."""
    found: list[tuple[str, bytes]] = []
    total = 0
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
            if len(entries) > MOST_MEMBERS:
                raise ArchiveError(f"内含文件过多（{len(entries)} 个）")
            for entry in entries:
                with archive.open(entry) as file:
                    raw = file.read(MOST_BYTES - total + 1)
                total += len(raw)
                if total > MOST_BYTES:
                    raise ArchiveError("解压后过大")
                found.append((entry.filename, raw))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        raise ArchiveError("文件损坏或有密码") from error
    except zipfile.zlib.error as error:  # type: ignore[attr-defined]
        raise ArchiveError("文件损坏") from error
    return tuple(found)


def without_tags(text: str) -> str:
    """Text of HTML or XML without tags, every line where it was; entities are resolved."""
    return html.unescape(_TAG.sub(lambda tag: "\n" * tag[0].count("\n"), text))


def _plain(raw: bytes) -> str:
    encoding = "utf-16" if raw[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8"
    text = raw.decode(encoding, errors="replace")
    text = _PARAGRAPH_END.sub("\n", _CELL_END.sub("\t", text))
    return html.unescape(_TAG.sub("", _OTHER_END.sub("\n", text)))
