"""The text of a web page, its encoding decided before anything is parsed."""

from __future__ import annotations

import codecs
import re
from email import message_from_bytes
from email.errors import MessageError
from typing import TYPE_CHECKING

from generator.intake.encoding import Decoded, decode

if TYPE_CHECKING:
    from email.message import Message

_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w-]{2,20})""", re.IGNORECASE
)
_CHINESE = frozenset({"gb2312", "gbk", "gb18030", "gb_2312-80", "x-gbk", "cp936", "936", "hz-gb-2312", "csgb2312"})
_HEAD = 8192
_ARCHIVE = re.compile(rb"(?:^|\n)(?:MIME-Version:|Content-Type:\s*multipart/)", re.IGNORECASE)


def is_archive(head: bytes) -> bool:
    """Whether bytes begin like a web archive (`.mht`, Word's 单个文件网页)."""
    return _ARCHIVE.search(head[:2048]) is not None and b"multipart/" in head.lower()


def page_of_archive(data: bytes) -> bytes:
    """The first HTML part of a web archive, b"" if there is none."""
    try:
        message: Message = message_from_bytes(data)
        for part in message.walk():
            if part.get_content_type() == "text/html":
                payload = part.get_payload(decode=True)
                return payload if isinstance(payload, bytes) else b""
    except (MessageError, ValueError, LookupError, AttributeError):
        return b""
    return b""


def decode_page(data: bytes) -> Decoded:
    """Decode a page: mark, valid UTF-8, what the page declares, then the rule for plain text.

    Valid UTF-8 wins over the declaration: pages that were saved anew often keep `gb2312` in their head.
    """
    if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return decode(data)
    declared = _DECLARED.search(data[:_HEAD])
    name = declared.group(1).decode("ascii").lower() if declared else ""
    try:
        return Decoded(data.decode("utf-8"), "utf-8", 0)
    except UnicodeDecodeError:
        pass
    if name in _CHINESE:
        return _lenient(data, "gb18030")
    if name and name not in {"utf-8", "utf8", "unicode", "iso-8859-1", "latin1", "us-ascii"}:
        try:
            return _lenient(data, codecs.lookup(name).name)
        except (LookupError, UnicodeError, ValueError, TypeError):
            pass  # an encoding that nobody knows
    return decode(data)


def _lenient(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, "replace")
    return Decoded(text, encoding, text.count("\ufffd"))
