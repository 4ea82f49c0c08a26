"""One shard: tokens that share a hash, with their postings, and the names that begin with one of them.

Layout before packing: varint n, varint length, n tokens (UTF-8, sorted, separated by line feeds), n varints (reports
of each token), the gaps of all postings, one byte for each posting (low two bits: 0 named in the metadata only, 1 once
in the text, 2 two or three times, 3 more often; 4 also in the metadata), then the followers of all postings, low bytes
first and then high bytes; the rest is JSON, the names (see `lexicon`).
"""

from generator.search.encoding import gaps, json_bytes, packed, varint
from generator.search.tokens import COUNT_UNIT

META = 4
"""Set in a posting's first byte when the report's metadata (title, agency, region …) holds the token."""

Posted = dict[str, list[tuple[int, int]]]


def detail(count_and_followers: int, *, meta: bool) -> int:
    """The 20 bits that a posting keeps: four for how often and where, sixteen for the followers.

    `count_and_followers` is a value of `tokens.add_tokens`.
    """
    count, followers = divmod(count_and_followers, COUNT_UNIT)
    frequency = 0 if count == 0 else 1 if count == 1 else 2 if count <= 3 else 3  # noqa: PLR2004 - see above
    return (frequency | META * meta) << 16 | followers


def shard_bytes(posted: Posted, names: object) -> bytes:
    """The packed file of one shard; `names` is what `lexicon` has for it, None for nothing."""
    details = [packed_detail for postings in posted.values() for _, packed_detail in postings]
    written = _tokens_and_gaps(posted)
    written += bytes(value >> 16 for value in details)
    written += bytes(value & 0xFF for value in details)
    written += bytes(value >> 8 & 0xFF for value in details)
    if names is not None:
        written += json_bytes(names)
    return packed(bytes(written))


def near_shard_bytes(posted: Posted) -> bytes:
    """The packed file of a shard of gapped pairs: tokens and gaps only."""
    return packed(bytes(_tokens_and_gaps(posted)))


def _tokens_and_gaps(posted: Posted) -> bytearray:
    tokens = "\n".join(posted).encode()
    written = bytearray(varint(len(posted)) + varint(len(tokens)) + tokens)
    for postings in posted.values():
        written += varint(len(postings))
    for postings in posted.values():
        written += gaps([place for place, _ in postings])
    return written
