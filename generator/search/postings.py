"""Which report has which token, for more reports than memory would hold."""

from array import array
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from tempfile import TemporaryFile
from typing import IO, Self

from generator.search.tokens import shard_of

PARTITIONS = 64
"""Temporary files; an index has at least as many shards, so that each shard comes from one file."""

_REPORT_BITS, _DETAIL_BITS = 20, 20
_REPORTS, _TOKENS = 1 << _REPORT_BITS, 1 << 24
_DETAILS = (1 << _DETAIL_BITS) - 1


class Postings:
    """Collects (token, report, detail), and gives them back shard by shard.

    Reports are numbered by the caller, below 1,048,576; a detail has 20 bits. Each posting takes 8 bytes; beyond
    `buffered` of them they wait in temporary files. Use as a context manager: leaving it removes the files.
    """

    def __init__(self, buffered: int) -> None:
        self.total = 0
        self._limit = buffered
        self._ids: dict[str, int] = {}
        self._partition_of: list[int] = []
        self._buffers = [array("Q") for _ in range(PARTITIONS)]
        self._buffered = 0
        self._files: list[IO[bytes]] = []
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._stack.close()

    def add(self, report: int, tokens: Iterable[tuple[str, int]]) -> None:
        """Add a report's tokens, each once, with its detail."""
        if report >= _REPORTS:
            raise ValueError(f"an index holds at most {_REPORTS} reports")
        ids, partition_of, buffers = self._ids, self._partition_of, self._buffers
        number = report << _DETAIL_BITS
        before = self.total
        for token, detail in tokens:
            identifier = ids.get(token)
            if identifier is None:
                identifier = self._intern(token)
            buffers[partition_of[identifier]].append(identifier << _REPORT_BITS + _DETAIL_BITS | number | detail)
            self.total += 1
        self._buffered += self.total - before
        if self._buffered > self._limit:
            self._spill()

    def _intern(self, token: str) -> int:
        identifier = len(self._ids)
        if identifier >= _TOKENS:
            raise ValueError(f"an index holds at most {_TOKENS} different words")
        self._ids[token] = identifier
        self._partition_of.append(shard_of(token, PARTITIONS))
        return identifier

    def _spill(self) -> None:
        if not self._files:
            self._files = [self._stack.enter_context(TemporaryFile()) for _ in range(PARTITIONS)]  # noqa: SIM115
        for buffer, file in zip(self._buffers, self._files, strict=True):
            buffer.tofile(file)
            del buffer[:]
        self._buffered = 0

    def shards(self, count: int, order: list[int]) -> Iterator[tuple[int, dict[str, list[tuple[int, int]]]]]:
        """Yield (shard, {token: [(place, detail) …]}) for those of `count` shards that hold something.

        `order` gives each report's place in the index. Tokens come sorted, and their postings by place.
        """
        names = list(self._ids)
        for partition in range(PARTITIONS):
            shards: dict[int, dict[str, list[tuple[int, int]]]] = {}
            for identifier, postings in _grouped(self._records(partition), order):
                token = names[identifier]
                shards.setdefault(shard_of(token, count), {})[token] = postings
            for shard in sorted(shards):
                yield shard, dict(sorted(shards[shard].items()))

    def _records(self, partition: int) -> "array[int]":
        records = array("Q")
        if self._files:
            file = self._files[partition]
            size = file.tell() // records.itemsize
            file.seek(0)
            records.fromfile(file, size)
        records.extend(self._buffers[partition])
        return records


def _grouped(records: "array[int]", order: list[int]) -> Iterator[tuple[int, list[tuple[int, int]]]]:
    current, postings = -1, list[tuple[int, int]]()
    for record in sorted(records):
        identifier = record >> _REPORT_BITS + _DETAIL_BITS
        if identifier != current:
            if postings:
                yield current, sorted(postings)
            current, postings = identifier, []
        postings.append((order[record >> _DETAIL_BITS & _REPORTS - 1], record & _DETAILS))
    if postings:
        yield current, sorted(postings)
