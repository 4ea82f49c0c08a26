"""The directory of a compound file (the container of .doc, .wps and .xls): which streams it has, and whole or not."""

from __future__ import annotations

import struct

from generator.intake import problems
from generator.intake.refusal import Refusal

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_HEADER = struct.Struct("<8s16s5H6x9L")
_ENTRY = 128
_END = 0xFFFFFFFE
_MOST_SECTORS = 50_000
_MOST_ENTRIES = 4_000
_STREAM = 2


class Compound:
    """The streams of a compound file by name; refuses one that is cut off or contradicts itself."""

    def __init__(self, data: bytes) -> None:
        if len(data) < 512 or not data.startswith(MAGIC):  # noqa: PLR2004 — the length of the header
            raise Refusal(problems.DAMAGED.at(what="文件头损坏"))
        fields = _HEADER.unpack_from(data)
        self._shift, self._data = fields[5], data
        if self._shift not in {9, 12}:
            raise Refusal(problems.DAMAGED.at(what="文件头损坏"))
        self._size = 1 << self._shift
        table_sectors, directory, self._cutoff = fields[8], fields[9], fields[11]
        first_extra, extra = fields[14], fields[15]
        places = list(struct.unpack_from("<109L", data, 76))
        if extra > _MOST_SECTORS or table_sectors > _MOST_SECTORS:
            raise Refusal(problems.DAMAGED.at(what="内部目录损坏"))
        while extra and first_extra < _END:
            block = self._sector(first_extra)
            values = struct.unpack(f"<{len(block) // 4}L", block)
            places += values[:-1]
            first_extra, extra = values[-1], extra - 1
        self._table: list[int] = []
        for place in places[:table_sectors]:
            block = self._sector(place)
            self._table += struct.unpack(f"<{len(block) // 4}L", block)
        self.streams: dict[str, tuple[int, int]] = {}
        """Name of a stream: its first sector and its size in bytes."""
        self._read_directory(self._chain(directory))

    def read(self, name: str, most: int) -> bytes:
        """The first `most` bytes of a stream that is large enough to stand in ordinary sectors, else b""."""
        first, size = self.streams.get(name, (0, 0))
        return self._chain(first, -(-min(size, most) // self._size))[:most] if size >= self._cutoff else b""

    def check(self, name: str) -> None:
        """Refuse the file if a stream is not there to its last sector."""
        first, size = self.streams[name]
        if size >= self._cutoff and len(self._chain(first)) < size:
            raise Refusal(problems.DAMAGED.at(what="正文不完整，可能没有传完"))

    def _sector(self, number: int) -> bytes:
        start = (number + 1) << self._shift
        block = self._data[start : start + self._size]
        if len(block) < self._size and (number >= _END or start >= len(self._data)):
            raise Refusal(problems.DAMAGED.at(what="内容不完整，可能没有传完"))
        return block.ljust(self._size, b"\0")

    def _chain(self, first: int, most: int = _MOST_SECTORS) -> bytes:
        parts: list[bytes] = []
        seen: set[int] = set()
        while first < _END and len(parts) < most:
            if first in seen or first >= len(self._table):
                raise Refusal(problems.DAMAGED.at(what="内部目录损坏"))
            seen.add(first)
            parts.append(self._sector(first))
            first = self._table[first]
        return b"".join(parts)

    def _read_directory(self, data: bytes) -> None:
        for place in range(0, min(len(data), _MOST_ENTRIES * _ENTRY), _ENTRY):
            length = struct.unpack_from("<H", data, place + 64)[0]
            kind = data[place + 66]
            first, size = struct.unpack_from("<LL", data, place + 116)
            if kind == _STREAM and 2 <= length <= 64:  # noqa: PLR2004 — a name has 1 to 31 characters and a NUL
                name = data[place : place + length - 2].decode("utf-16-le", "replace")
                self.streams.setdefault(name, (first, size))
