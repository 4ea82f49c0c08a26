"""Which encoding the bytes of a text file are in: mark, strict UTF-8, NUL pattern, GB18030, in this order."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from generator.intake.common import COMMON

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 100_000
_GOOD = 0.3
_USUAL = (
    COMMON | frozenset(map(chr, (*range(32, 127), 10, 13))) | frozenset("，。、；：！？（）《》“”‘’〔〕【】—…·％　①②③④")
)
"""Characters that make up nine tenths of any report; bytes decoded wrongly hardly give any."""
_REPLACED = "\ufffd"


@dataclass(frozen=True, slots=True)
class Decoded:
    """A decoded text without its byte-order mark.

    `encoding` is a Python codec name, `bad` counts the places that could not be decoded (U+FFFD in `text`), `stray`
    the bytes that belong to no character at all (U+001A SUBSTITUTE in `text`): nothing is missing there.
    """

    text: str
    encoding: str
    bad: int
    stray: int = 0


def decode(data: bytes) -> Decoded:
    """Decode the bytes of a text file; never fails, `bad` says how well it went.

    A byte-order mark decides. Else strict UTF-8: Chinese text in another encoding practically never passes as it.
    Else UTF-16 if there are NUL bytes, or if it reads far better than GB18030 does. Else UTF-8 with a few damaged
    places, else GB18030 (GB 18030-2022 is a superset of GBK and GB2312).
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _lenient(data[len(mark) :], encoding)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _lenient(data, _guess(data))
    # ASCII is UTF-8 as well, and so is UTF-16 of ASCII text; only NUL bytes, a good part of all, tell them apart.
    return _lenient(data, _best_wide(data[:_SAMPLE])[0]) if data.count(0) * 5 > len(data) else Decoded(text, "utf-8", 0)


def _guess(data: bytes) -> str:
    sample = data[:_SAMPLE]
    wide, score = _best_wide(sample)
    if sample.count(0) * 100 >= len(sample):  # digits, line ends and 一 have a NUL in UTF-16, nothing has in GB 18030
        return wide
    chinese = _readable(sample.decode("gb18030", "replace"))
    if len(data) % 2 == 0 and score > max(_GOOD, chinese + 0.1):
        return wide
    damaged = sample.decode("utf-8", "replace")
    few = damaged.count(_REPLACED) * 50 < len(damaged)
    return "utf-8" if few and _readable(damaged) > chinese else "gb18030"


def _best_wide(sample: bytes) -> tuple[str, float]:
    even = sample[: len(sample) & ~1]
    scores = {encoding: _readable(even.decode(encoding, "replace")) for encoding in ("utf-16-le", "utf-16-be")}
    best = max(scores, key=lambda encoding: scores[encoding])
    return best, scores[best]


def _readable(text: str) -> float:
    # Share of characters that reports are full of; ASCII counts half, since bytes decoded wrongly give much of it.
    return sum((char in _USUAL) * (0.5 if char.isascii() else 1.0) for char in text) / max(1, len(text))


def _chinese(data: bytes) -> Decoded:
    # 80 and FF begin no character of GB 18030 and end none where they follow ASCII or a whole character.
    bad = stray = 0

    def mend(error: UnicodeError) -> tuple[str, int]:
        nonlocal bad, stray
        if not isinstance(error, UnicodeDecodeError):
            raise error
        if error.object[error.start] in {0x80, 0xFF}:
            stray += 1
            return "\x1a", error.start + 1
        bad += 1
        return _REPLACED, error.end

    codecs.register_error("gongkai-chinese", mend)
    return Decoded(data.decode("gb18030", "gongkai-chinese"), "gb18030", bad, stray)


def _lenient(data: bytes, encoding: str) -> Decoded:
    if encoding == "gb18030":
        return _chinese(data)
    text = data.decode(encoding, "replace")
    own = data.count(_REPLACED.encode(encoding)) if _REPLACED in text else 0
    return Decoded(text, encoding, text.count(_REPLACED) - own)
