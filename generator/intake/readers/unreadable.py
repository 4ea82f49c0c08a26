"""Kinds of files that are recognised only to say clearly what to do instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.intake import problems
from generator.intake.package import directory_of, is_zip
from generator.intake.refusal import Refusal

if TYPE_CHECKING:
    from typing import NoReturn

    from generator.intake.limits import Limits

NAME = "none/1"
MEDIA_TYPE = "application/octet-stream"

_SCAN = "图片里的文字无法读取；请提供 Word、WPS 原稿，只有纸质件的请先做文字识别并人工核对。"
_TABLE = "请把表格内容放进报告的 Word 文件，或另存为 .docx。"
_PACKED = "请解压后逐个放入；一批文件可用 gongkai add 直接处理 .zip。"
_DOCUMENT = "请在 Word 或 WPS 中打开，另存为 .docx。"
_STARTS = (
    (b"\x89PNG\r\n\x1a\n", "图片（PNG）", _SCAN),
    (b"\xff\xd8\xff", "图片（JPEG）", _SCAN),
    (b"GIF8", "图片（GIF）", _SCAN),
    (b"II*\x00", "图片（TIFF）", _SCAN),
    (b"MM\x00*", "图片（TIFF）", _SCAN),
    (b"Rar!\x1a\x07", "压缩包（RAR）", _PACKED),
    (b"7z\xbc\xaf\x27\x1c", "压缩包（7z）", _PACKED),
    (b"\x1f\x8b", "压缩包（gzip）", _PACKED),
    (b"MZ\x90\x00", "程序文件", "程序不是报告；请确认没有放错文件。"),
    (b"\x7fELF", "程序文件", "程序不是报告；请确认没有放错文件。"),
    (b"SQLite format 3\x00", "数据库文件", "请提供报告的 Word 文件。"),
)
_MEMBERS = (
    (b"xl/workbook", "电子表格（.xlsx）", _TABLE),
    (b"ppt/presentation", "演示文稿（.pptx）", _DOCUMENT),
    (b"content.xml", "OpenDocument 文件", _DOCUMENT),
)


def accepts(data: bytes, name: str) -> bool:  # noqa: ARG001 — readers share one interface
    """Whether the bytes begin like a file that holds no readable report."""
    return is_zip(data) or data.startswith(tuple(start for start, _, _ in _STARTS)) or _is_bitmap(data)


def read(data: bytes, limits: Limits) -> NoReturn:  # noqa: ARG001 — readers share one interface
    """Always refuses, saying what the file is and what to do."""
    known = kind_of(data)
    what, advice = known or ("压缩包", _PACKED)
    raise Refusal(problems.UNSUPPORTED.at(what=what, advice=advice))


def kind_of(data: bytes) -> tuple[str, str] | None:
    """What the file is and what to do; None for a ZIP file of whatever."""
    for start, what, advice in _STARTS:
        if data.startswith(start):
            return what, advice
    directory = directory_of(data)
    for member, what, advice in _MEMBERS:
        if member in directory:
            return what, advice
    return None if is_zip(data) else ("图片（BMP）", _SCAN)


def _is_bitmap(data: bytes) -> bool:
    return data.startswith(b"BM") and data[6:10] == b"\x00\x00\x00\x00"
