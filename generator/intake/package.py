"""ZIP containers (DOCX, OFD, batches of uploads), judged by their directory before anything in them is unpacked."""

from __future__ import annotations

import struct
import zipfile
import zlib
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.intake import problems
from generator.intake.refusal import Refusal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.intake.limits import Limits

_END = b"PK\x05\x06"
_END_RECORD = struct.Struct("<4s4H2LH")
_ENCRYPTED = 0x1
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_CHUNK = 1 << 16
_TAIL = 66_000
"""The end record and the longest comment after it."""


def is_zip(head: bytes) -> bool:
    """Whether bytes begin like a ZIP file."""
    return head.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def directory_of(data: bytes) -> bytes:
    """The bytes of a ZIP file's directory, where the names of all members stand; b"" if it has none."""
    place = data.rfind(_END, max(0, len(data) - _TAIL))
    if place < 0 or place + _END_RECORD.size > len(data):
        return b""
    size, start = _END_RECORD.unpack_from(data, place)[5:7]
    return data[start : start + size] if start + size <= place else data[max(0, place - size) : place]


class Package:
    """The members of a ZIP file by name; refuses the whole file where its directory breaks a limit.

    Nothing is ever written to disk, so names that lead out of a folder do no harm; they are simply names.
    """

    def __init__(self, data: bytes, limits: Limits) -> None:
        _check_end(data, limits)
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, RuntimeError) as error:
            raise Refusal(problems.DAMAGED.at(what="内部目录损坏")) from error
        self._limits = limits
        self._members = {member.filename.removeprefix("/"): member for member in self._zip.infolist()}
        self._folded = {name.replace("\\", "/").lower(): name for name in self._members}
        self._check()

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the members, in the order of the directory."""
        return tuple(self._members)

    def find(self, name: str) -> str | None:
        """The member of this name; case and a leading `/` do not matter. None if there is none."""
        name = name.removeprefix("/")
        return name if name in self._members else self._folded.get(name.replace("\\", "/").lower())

    def size(self, name: str) -> int:
        """Declared size of a member in bytes, unpacked."""
        return self._members[name].file_size

    def chunks(self, name: str) -> Iterator[bytes]:
        """The unpacked bytes of a member, piece by piece, refused when they exceed what the limits allow."""
        done = 0
        try:
            with self._zip.open(self._members[name]) as stream:
                while chunk := stream.read(_CHUNK):
                    done += len(chunk)
                    if done > self._limits.member:
                        raise Refusal(problems.BOMB.at(why=f"解压后超过 {self._limits.member / 1e6:.0f} MB"))
                    yield chunk
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as error:
            raise Refusal(problems.DAMAGED.at(what=f"其中的 {name} 损坏")) from error

    def read(self, name: str) -> bytes:
        """The unpacked bytes of a member."""
        return b"".join(self.chunks(name))

    def _check(self) -> None:
        limits, members = self._limits, self._zip.infolist()
        if len(members) > limits.entries:
            raise Refusal(problems.BOMB.at(why=f"内含 {len(members):,} 个文件"))
        if len({member.filename for member in members}) < len(members):
            raise Refusal(problems.BOMB.at(why="内含同名文件"))
        if sum(member.file_size for member in members) > limits.unpacked:
            raise Refusal(problems.BOMB.at(why=f"解压后超过 {limits.unpacked / 1e6:.0f} MB"))
        for member in members:
            if member.flag_bits & _ENCRYPTED:
                raise Refusal(problems.PASSWORD.at())
            if member.compress_type not in _METHODS:
                raise Refusal(problems.DAMAGED.at(what="压缩方式无法识别"))
            ratio = member.file_size / max(1, member.compress_size)
            if member.file_size > limits.member or (member.file_size > limits.ratio_above and ratio > limits.ratio):
                raise Refusal(problems.BOMB.at(why=f"压缩比 {ratio:.0f} 倍"))
        places = sorted((member.header_offset, member.compress_size) for member in members)
        for (start, size), (after, _) in pairwise(places):
            if start + size > after:
                raise Refusal(problems.BOMB.at(why="成员互相重叠"))


def _check_end(data: bytes, limits: Limits) -> None:
    # The end record says how many entries there are before any of them costs memory.
    place = data.rfind(_END, max(0, len(data) - _TAIL))
    if place < 0 or place + _END_RECORD.size > len(data):
        raise Refusal(problems.DAMAGED.at(what="结尾缺失，可能没有传完或没有保存完"))
    entries = _END_RECORD.unpack_from(data, place)[4]
    if entries > limits.entries:
        raise Refusal(problems.BOMB.at(why=f"内含 {entries:,} 个文件"))
