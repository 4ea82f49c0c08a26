"""What a folded text is looked up by: pairs of neighbouring Chinese characters, and whole words and numbers."""

import re

from generator.search.normalise import HAN

COUNT_UNIT = 1 << 16
"""One occurrence in the packed values of `add_tokens`; the 16 bits below are the followers."""
_FOLLOWERS = 15
_RUNS = re.compile(rf"[{HAN}]+|[^ %‰{HAN}]+")
_HAN_RUNS = re.compile(rf"[{HAN}]{{3,}}")
_FIRST_HAN = "\u3007"  # every Chinese character is at or above it; of words, only kana and Hangul are, too
_IS_HAN = re.compile(rf"[{HAN}]")

_FNV_OFFSET, _FNV_PRIME, _FNV_MASK = 0x811C9DC5, 0x01000193, 0xFFFFFFFF


def add_tokens(folded: str, found: dict[str, int]) -> None:
    """Count the tokens of a folded text into `found`.

    A value is the number of occurrences times `COUNT_UNIT`, plus a set of 16 bits: for each occurrence, the lowest
    four bits of the code point that follows it (a blank at the end). A phrase of three characters or more can thus be
    ruled out for a report that has all of its pairs, but never one after the other.
    """
    seen = found.get
    for run in _RUNS.finditer(folded):
        start, end = run.span()
        following = folded[end] if end < len(folded) else " "
        if folded[start] < _FIRST_HAN or not _IS_HAN.match(folded[start]):
            token = run.group()
            found[token] = (seen(token, 0) + COUNT_UNIT) | 1 << (ord(following) & _FOLLOWERS)
            continue
        characters = run.group() + following
        for index in range(end - start - 1):
            token = characters[index : index + 2]
            found[token] = (seen(token, 0) + COUNT_UNIT) | 1 << (ord(characters[index + 2]) & _FOLLOWERS)


def add_gapped(folded: str, found: set[str]) -> None:
    """Add every pair of Chinese characters with one character between them, as `A_B`.

    Where a query has a wrong, a missing or an extra character, its pairs and the text's gapped pairs still meet.
    """
    for run in _HAN_RUNS.finditer(folded):
        characters = run.group()
        found.update(f"{first}_{last}" for first, last in zip(characters, characters[2:], strict=False))


def shard_of(token: str, shards: int) -> int:
    """The shard (0 … `shards` - 1, a power of two) that holds a token: FNV-1a, 32 bits, over its code points."""
    value = _FNV_OFFSET
    for character in token:
        value = ((value ^ ord(character)) * _FNV_PRIME) & _FNV_MASK
    return (value ^ value >> 15) & (shards - 1)
