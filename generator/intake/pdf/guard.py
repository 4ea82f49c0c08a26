"""How much a PDF file unpacks to, measured before PDFium, which has no limits of its own, sees it."""

from __future__ import annotations

import base64
import re
import zlib
from typing import TYPE_CHECKING

from generator.intake import problems
from generator.intake.refusal import Refusal

if TYPE_CHECKING:
    from generator.intake.limits import Limits

_STREAM = re.compile(rb"stream\r?\n")
_FLATE = re.compile(rb"/(?:FlateDecode|Fl)\b")
_ASCII = re.compile(rb"/(?:ASCII85Decode|A85)\b")
_HEX = re.compile(rb"/(?:ASCIIHexDecode|AHx)\b")
_OTHER = re.compile(rb"/(?:LZWDecode|LZW|RunLengthDecode|RL)\b")
_DICTIONARY = 2_000
_LARGEST_OTHER = 300_000
_STEP = 1 << 20


def check_streams(data: bytes, limits: Limits) -> None:
    """Refuse a file in which a stream, or all together, unpack to more than the limits allow.

    Streams of encrypted files cannot be measured; the limits of the process that reads them are the last line.
    """
    total = 0
    for match in _STREAM.finditer(data):
        head = data[max(0, match.start() - _DICTIONARY) : match.start()]
        head = head[head.rfind(b"obj") + 3 :] if b"obj" in head else head
        if _OTHER.search(head):
            end = data.find(b"endstream", match.end())
            if (end if end >= 0 else len(data)) - match.end() > _LARGEST_OTHER:
                raise Refusal(problems.BOMB.at(why="使用了少见的大段压缩"))
        if not _FLATE.search(head):
            continue
        body = memoryview(data)[match.end() :]
        if _ASCII.search(head) or _HEX.search(head):
            end = data.find(b"endstream", match.end())
            body = memoryview(_plain(data[match.end() : end if end >= 0 else len(data)], head))
        twice = len(_FLATE.findall(head)) > 1
        total += _inflated(body, limits, twice=twice)
        if total > limits.pdf_unpacked:
            raise Refusal(problems.BOMB.at(why=f"解压后超过 {limits.pdf_unpacked / 1e6:.0f} MB"))


def _plain(body: bytes, head: bytes) -> bytes:
    try:
        if _ASCII.search(head):
            return base64.a85decode(body.split(b"~>")[0], ignorechars=b" \t\r\n\v\0\f")
        return bytes.fromhex(re.sub(rb"[^0-9A-Fa-f]", b"", body.split(b">")[0])[: len(body) & ~1].decode("ascii"))
    except ValueError:
        return b""


def _inflated(body: memoryview, limits: Limits, *, twice: bool) -> int:
    # Bytes that a Flate stream gives; a damaged one counts as far as it goes.
    machine = zlib.decompressobj()
    second = zlib.decompressobj() if twice else None
    done = 0
    place = 0
    pending = b""
    try:
        while not machine.eof and (pending or place < len(body)):
            if not pending:
                pending, place = bytes(body[place : place + _STEP]), place + _STEP
            given = machine.decompress(pending, _STEP)
            pending = machine.unconsumed_tail
            done += len(given) if second is None else len(second.decompress(given, limits.pdf_stream + 1))
            if done > limits.pdf_stream:
                raise Refusal(problems.BOMB.at(why=f"一段内容解压后超过 {limits.pdf_stream / 1e6:.0f} MB"))
    except zlib.error:
        pass
    return done
