"""Reports → the files of a search index that any static host can serve."""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field

from generator.search.answers import Answers
from generator.search.documents import document_bytes, gapped_tokens, report_tokens, searched_text
from generator.search.encoding import HASH_BYTES, SHARD_HASH_BYTES, digest, json_bytes, packed, varint
from generator.search.language import SearchLanguage
from generator.search.lexicon import Lexicon, Quoted
from generator.search.model import SearchReport, SearchSettings, SearchVocabulary, TermKind
from generator.search.normalise import fold, simplified
from generator.search.postings import PARTITIONS, Postings
from generator.search.shards import near_shard_bytes, shard_bytes

FORMAT = 2
"""Raised with every change of the layout: a browser that holds older scripts then says so instead of guessing."""
BLOCK = 64
"""How many reports' file names lie in one file: ten results out of ten blocks cost 4 KB."""
MOST_SHARDS = 8192

File = tuple[str, bytes]


def build_index(
    reports: Iterable[SearchReport],
    vocabulary: SearchVocabulary,
    language: SearchLanguage,
    settings: SearchSettings = SearchSettings(),  # noqa: B008 - frozen
) -> Iterator[File]:
    """Yield the files of an index as (path relative to its folder, bytes), `index.json` last.

    The same reports in any order give the same files. Reports are read once, one at a time; what stays in memory is
    the vocabulary of the texts, a few numbers for each report, and `settings.buffered_postings`. Two reports with the
    same id raise `ValueError`.
    """
    with ExitStack() as stack:
        postings = stack.enter_context(Postings(settings.buffered_postings))
        near = stack.enter_context(Postings(settings.buffered_postings))
        collected = _Collected(Answers(settings.answers))
        for report in reports:
            text = searched_text(report)
            postings.add(len(collected.keys), report_tokens(report, text).items())
            if settings.near_index:
                near.add(len(collected.keys), ((token, 0) for token in gapped_tokens(text)))
            yield collected.add(report, document_bytes(report, text))
        root = _Root()
        order = collected.order()
        yield from root.add_answers(collected.answers)
        yield from root.add_blocks(
            [collected.names[number] for number in sorted(range(len(order)), key=order.__getitem__)]
        )
        yield from root.add_shards(
            postings, order, Lexicon(vocabulary, language, root.answers), collected.quoted.kept()
        )
        if settings.near_index:
            yield from root.add_near(near, order)
        yield from root.files(collected, vocabulary, language)


def shard_count(postings: int) -> int:
    """How many shards cost a query least: it fetches about eight of them and the table of all their names.

    Eight shards of n postings cost about 8 n / count bytes, the table 4 bytes × count: least at √(2 n).
    """
    wanted = (2 * postings) ** 0.5
    count = PARTITIONS
    while count * 1.42 < wanted and count < MOST_SHARDS:
        count *= 2
    return count


@dataclass(slots=True)
class _Collected:
    """What is kept of the reports that went by."""

    answers: Answers
    quoted: Quoted = field(default_factory=Quoted)
    keys: list[tuple[int, str]] = field(default_factory=list)
    names: list[bytes] = field(default_factory=list)
    _ids: set[str] = field(default_factory=set)

    def add(self, report: SearchReport, data: bytes) -> File:
        if report.id in self._ids:
            raise ValueError(f"two reports with the id {report.id}")
        self._ids.add(report.id)
        self.keys.append((-(report.year or 0), report.id))
        self.names.append(digest(data))
        self.answers.add(report)
        self.quoted.add(report)
        return f"text/{self.names[-1].hex()}.bin", data

    def order(self) -> list[int]:
        """The place of each report in the index: newest first, then by id."""
        order = [0] * len(self.keys)
        for place, number in enumerate(sorted(range(len(self.keys)), key=self.keys.__getitem__)):
            order[number] = place
        return order

    def years(self) -> list[tuple[int, int]]:
        """(year, how many reports) in the order of the index; 0 for reports without a year."""
        counts: dict[int, int] = {}
        for negative, _ in sorted(self.keys):
            counts[-negative] = counts.get(-negative, 0) + 1
        return list(counts.items())


@dataclass(slots=True)
class _Root:
    """Gathers the names of all files for the one that the browser reads first."""

    answers: dict[str, str] = field(default_factory=dict)
    shard_names: bytes = b""
    block_names: bytes = b""
    near_table: str = ""

    def add_answers(self, answers: Answers) -> Iterator[File]:
        for indicator, name, data in answers.files():
            if name not in self.answers.values():  # the same figures under two indicators are one file
                yield f"answer/{name}.bin", data
            self.answers[indicator] = name

    def add_blocks(self, names: list[bytes]) -> Iterator[File]:
        found = bytearray()
        for start in range(0, len(names), BLOCK):
            data = b"".join(names[start : start + BLOCK])
            found += digest(data)
            yield f"block/{digest(data).hex()}.bin", data
        self.block_names = bytes(found)

    def add_shards(self, postings: Postings, order: list[int], lexicon: Lexicon, quoted: list[str]) -> Iterator[File]:
        count = shard_count(postings.total)
        table = [bytes(SHARD_HASH_BYTES)] * count
        names = lexicon.by_shard(quoted, count)
        for shard, posted in postings.shards(count, order):
            data = shard_bytes(posted, names.pop(shard, None))
            table[shard] = digest(data, SHARD_HASH_BYTES)
            yield f"shard/{shard:x}-{table[shard].hex()}.bin", data
        for shard, left in sorted(names.items()):
            data = shard_bytes({}, left)
            table[shard] = digest(data, SHARD_HASH_BYTES)
            yield f"shard/{shard:x}-{table[shard].hex()}.bin", data
        self.shard_names = b"".join(table)

    def add_near(self, near: Postings, order: list[int]) -> Iterator[File]:
        count = shard_count(near.total)
        table = [bytes(SHARD_HASH_BYTES)] * count
        for shard, posted in near.shards(count, order):
            data = near_shard_bytes(posted)
            table[shard] = digest(data, SHARD_HASH_BYTES)
            yield f"near/{shard:x}-{table[shard].hex()}.bin", data
        data = packed(b"".join(table))
        self.near_table = digest(data).hex()
        yield f"near-{self.near_table}.bin", data

    def files(self, collected: _Collected, vocabulary: SearchVocabulary, language: SearchLanguage) -> Iterator[File]:
        pairs = "".join(traditional + plain for traditional, plain in sorted(simplified().items()))
        data = packed(pairs.encode("gb18030"))
        table = digest(data).hex()
        yield f"simplified-{table}.bin", data
        head = {
            "format": FORMAT,
            "reports": len(collected.keys),
            "years": collected.years(),
            "block": BLOCK,
            "hash": [HASH_BYTES, SHARD_HASH_BYTES],
            "simplified": table,
            "near": self.near_table,
            "themes": {term.id: term.name for term in vocabulary.terms if term.kind is TermKind.THEME},
            "stop": sorted(map(fold, language.stop)),
            "ask": sorted(map(fold, language.ask)),
            "wishes": [
                [wish.wants, list(map(fold, wish.words)), list(map(fold, wish.cues))] for wish in language.wishes
            ],
        }
        text = json_bytes(head)
        data = packed(varint(len(text)) + text + varint(len(self.block_names)) + self.block_names + self.shard_names)
        name = digest(data).hex()
        yield f"root-{name}.bin", data
        yield "index.json", json_bytes({"format": FORMAT, "root": name, "reports": len(collected.keys)}) + b"\n"
