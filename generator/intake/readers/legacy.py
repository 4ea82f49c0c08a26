"""Files of other word processors (.doc, .wps, .rtf, .odt), turned into .docx by LibreOffice where it is installed."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from generator.intake import problems
from generator.intake.ole import MAGIC, Compound
from generator.intake.package import Package
from generator.intake.refusal import Refusal

if TYPE_CHECKING:
    from typing import NoReturn

    from generator.intake.limits import Limits

NAME = "legacy/1"
MEDIA_TYPE = "application/msword"
MEDIA_TYPES = {".doc": MEDIA_TYPE, ".rtf": "application/rtf", ".odt": "application/vnd.oasis.opendocument.text"}
"""By what `suffix_of` says of a file."""

_RICH_TEXT = b"{\\rtf"
_OPEN, _OPEN_WITHIN = b"mimetypeapplication/vnd.oasis.opendocument.text", 120
_OTHERS = (
    ("Workbook", "电子表格（.xls）"),
    ("Book", "电子表格（.xls）"),
    ("PowerPoint Document", "演示文稿（.ppt）"),
    ("VisioDocument", "Visio 图（.vsd）"),
)
_ENCRYPTED = 0x0100
_WORD = frozenset({0xA5EC, 0xA5DC, 0xA699, 0xA697, 0xA698})


def accepts(data: bytes, name: str) -> bool:  # noqa: ARG001 — readers share one interface
    """Whether the bytes are a compound file, Rich Text or an OpenDocument text."""
    return data.startswith(MAGIC) or data[:64].lstrip().startswith(_RICH_TEXT) or _OPEN in data[:_OPEN_WITHIN]


def suffix_of(data: bytes, limits: Limits) -> str:
    """`.doc`, `.rtf` or `.odt`; refuses what LibreOffice must not see: other programs' files, bombs, damaged ones."""
    if _OPEN in data[:_OPEN_WITHIN]:
        Package(data, limits)
        return ".odt"
    if not data.startswith(MAGIC):
        return ".rtf"
    compound = Compound(data)
    if "EncryptedPackage" in compound.streams or "EncryptionInfo" in compound.streams:
        raise Refusal(problems.PASSWORD.at())
    if "WordDocument" not in compound.streams:
        what = next((text for stream, text in _OTHERS if stream in compound.streams), "这种旧格式文件")
        raise Refusal(problems.UNSUPPORTED.at(what=what, advice="请在 Word 或 WPS 中打开，另存为 .docx。"))
    compound.check("WordDocument")
    head = compound.read("WordDocument", 32)
    if len(head) >= 12:  # noqa: PLR2004 — up to the flags of the file information block
        magic, flags = struct.unpack_from("<H8xH", head)
        if magic not in _WORD:
            raise Refusal(problems.DAMAGED.at(what="Word 文件头损坏"))
        if flags & _ENCRYPTED:
            raise Refusal(problems.PASSWORD.at())
    return ".doc"


def read(data: bytes, limits: Limits) -> NoReturn:
    """Refuses: the door converts such files before a reader sees them, and comes here where nothing can."""
    suffix_of(data, limits)
    raise Refusal(problems.NEEDS_OFFICE.at())
