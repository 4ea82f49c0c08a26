"""Which encoding the bytes of a text file are in: mark, strict UTF-8, NUL pattern, GB18030, in this order."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from generator.intake.common import common_share

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 100_000
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
    Else UTF-16 if every other byte is often NUL, or if it reads far better as Chinese than GB18030 does. Else UTF-8
    with a few damaged places, else GB18030 (GB 18030-2022 is a superset of GBK and GB2312).
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _lenient(data[len(mark) :], encoding)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _lenient(data, _guess(data))
    # ASCII is UTF-8 as well, and so is UTF-16 of ASCII text; only NUL bytes, a good part of all, tell them apart.
    wide = _nul_pattern(data) if data.count(0) * 5 > len(data) else None
    return _lenient(data, wide) if wide else Decoded(text, "utf-8", 0)


def _guess(data: bytes) -> str:
    wide = _nul_pattern(data)
    if wide:
        return wide
    sample = data[:_SAMPLE]
    share, chinese = common_share(sample.decode("gb18030", "ignore"))
    if len(data) % 2 == 0:
        for encoding in ("utf-16-le", "utf-16-be"):
            wide_share, wide_chinese = common_share(sample.decode(encoding, "ignore"))
            if wide_chinese >= len(sample) // 4 and wide_share > max(0.5, share + 0.2):
                return encoding
    damaged = sample.decode("utf-8", "replace")
    utf8_share, utf8_chinese = common_share(damaged)
    few = damaged.count(_REPLACED) * 50 < utf8_chinese
    return "utf-8" if few and (utf8_share > share or not chinese) else "gb18030"


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


def _nul_pattern(data: bytes) -> str | None:
    # Digits, line ends and ASCII letters of UTF-16 text have a NUL in one half and never in the other.
    sample = data[:_SAMPLE]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if not even and not odd:
        return None
    if odd > 4 * even and odd * 100 >= len(sample):
        return "utf-16-le"
    if even > 4 * odd and even * 100 >= len(sample):
        return "utf-16-be"
    return None


def _lenient(data: bytes, encoding: str) -> Decoded:
    if encoding == "gb18030":
        return _chinese(data)
    text = data.decode(encoding, "replace")
    own = data.count(_REPLACED.encode(encoding)) if _REPLACED in text else 0
    return Decoded(text, encoding, text.count(_REPLACED) - own)
