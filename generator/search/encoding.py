"""How files of the index are written: variable-length integers, gzip, names that are hashes of their content.

Every file is gzip and ends in `.bin`: hosts treat `.gz` in different ways, and the browser looks at the first bytes
(RFC 1952: 1f 8b) because a host may have unpacked it already.
"""

import gzip
import json
from hashlib import blake2b
from typing import Any

HASH_BYTES = 5
"""Length of the content hash in a file's name: with 10,000 files, two of them agree once in 20,000 indexes; a name
that only tells versions of one shard apart needs less, see `SHARD_HASH_BYTES`."""
SHARD_HASH_BYTES = 4


def packed(data: bytes) -> bytes:
    """The bytes as gzip, without a date: the same input gives the same output."""
    return gzip.compress(data, compresslevel=9, mtime=0)


def digest(data: bytes, size: int = HASH_BYTES) -> bytes:
    """The content hash (BLAKE2b) that names a file, `size` bytes."""
    return blake2b(data, digest_size=size).digest()


def varint(number: int) -> bytes:
    """A natural number, seven bits to a byte, low bits first, the high bit set on all bytes but the last."""
    written = bytearray()
    while number > 0x7F:  # noqa: PLR2004 - seven bits
        written.append(number & 0x7F | 0x80)
        number >>= 7
    written.append(number)
    return bytes(written)


def gaps(places: list[int]) -> bytes:
    """Ascending numbers as varints of the differences, less one: 0, 1, 5 → 0 0 3."""
    written = bytearray()
    last = -1
    for place in places:
        gap = place - last - 1
        last = place
        if gap < 0x80:  # noqa: PLR2004 - seven bits, by far the most frequent case
            written.append(gap)
        else:
            written += varint(gap)
    return bytes(written)


def json_bytes(value: Any, encoding: str = "utf-8") -> bytes:
    """JSON without blanks. `gb18030` holds all of Unicode and is a sixth smaller than UTF-8 for Chinese, packed."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(encoding)
