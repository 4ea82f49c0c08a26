"""The frozen table of words: how often a word is used in general, and how much it tells about a report.

General frequencies and inverse document frequencies come from the dictionary of jieba 0.42.1 (`dict.txt`, `idf.txt`;
MIT licence, © 2013 Sun Junyi). A word that many reports of the genre use is worth less, whatever it is worth elsewhere.
The table is a file of the catalogue, so a new report changes no other page; a command rebuilds it with `build_idf`.
"""

from __future__ import annotations

import io
import math
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from generator.catalogues.cues import compact
from generator.catalogues.themes import ThemeCatalogue, themes

TABLE = Path(__file__).parents[1] / "catalogues" / "themes" / "words.tsv"
COMMONEST = 100
"""Words that jieba's dictionary counts less often are left out: names and rarities."""
LONGEST = 6
"""Longer cue words are phrases; their words are keywords, they are not."""
DOMAIN_IDF = 9.0
"""The general worth of a word of the catalogue that jieba does not know; about that of an uncommon noun there."""
HELD_TOGETHER = 20_000
"""The frequency that a word of the catalogue has at least: jieba then keeps it whole (行政执法监督)."""
_CHINESE = re.compile(r"[\u4e00-\u9fa5]{2,}")


def build_idf(texts: Iterable[str]) -> bytes:
    """The table as a UTF-8 TSV file: word, frequency, worth.

    `texts` are the cleaned texts of reports; the more there are, the better the table knows what is usual. The same
    texts in any order give the same bytes. Needs jieba's own data files.
    """
    from generator.themes.words import load_jieba  # noqa: PLC0415 - it takes time; only this command needs it here

    folder = Path(load_jieba().__file__).parent
    frequency = dict(_rows(folder / "dict.txt"))
    general = dict(_rows(folder / "analyse" / "idf.txt"))
    domain = set(domain_words(themes()))
    words = {word for word, count in frequency.items() if count >= COMMONEST and _CHINESE.fullmatch(word)}
    counted, reports = _document_frequencies(texts, sorted(words | domain))
    middle = sorted(general.values())[len(general) // 2]
    table = io.StringIO(newline="\n")
    table.write(f"# 词\t词频\t区分度；通用词频和逆文档频率取自 jieba 0.42.1（MIT 许可），按 {reports} 份报告折算\n")
    singles = {word for word in frequency if len(word) == 1 and frequency[word] >= COMMONEST}
    for word in sorted(words | domain | singles):
        worth = 0.0
        if len(word) > 1:
            usual = DOMAIN_IDF if word in domain and word not in general else general.get(word, middle)
            worth = usual * _rarity(counted.get(word, 0), reports)
        table.write(f"{word}\t{_count(word, frequency, domain)}\t{worth:.2f}\n")
    return table.getvalue().encode()


def domain_words(catalogue: ThemeCatalogue) -> dict[str, str]:
    """The words of the catalogue that stand for themselves (names, aliases, strong cues), each with its topic's id."""
    found: dict[str, str] = {}
    for topic in catalogue.topics:
        for word in map(compact, (topic.name, *topic.aliases, *topic.strong)):
            if len(word) <= LONGEST and _CHINESE.fullmatch(word):
                found.setdefault(word, topic.id)
    return found


@cache
def word_table() -> dict[str, tuple[int, float]]:
    """The frozen table, word → (frequency, worth). Single characters are for cutting only and are worth 0.

    Words of the catalogue that the table does not have yet count as unusual ones until it is rebuilt.
    """
    found = dict.fromkeys(domain_words(themes()), (HELD_TOGETHER, DOMAIN_IDF))
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            word, count, worth = line.split("\t")
            found[word] = (int(count), float(worth))
    return found


def _rows(path: Path) -> Iterator[tuple[str, float]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            parts = line.split()
            if len(parts) > 1:
                yield parts[0], float(parts[1])


def _document_frequencies(texts: Iterable[str], words: list[str]) -> tuple[dict[str, int], int]:
    counted: dict[str, int] = {}
    reports = 0
    for text in texts:
        reports += 1
        plain = compact(text)
        for word in words:
            if word in plain:
                counted[word] = counted.get(word, 0) + 1
    return counted, reports


def _rarity(found: int, reports: int) -> float:
    """1 for a word that no report uses, near 0 for one that all use."""
    return math.log((reports + 1) / (found + 0.5)) / math.log((reports + 1) / 0.5)


def _count(word: str, frequency: dict[str, float], domain: set[str]) -> int:
    """How strongly the word holds together; words of the domain are made strong enough not to be cut apart."""
    own = int(frequency.get(word, 0))
    return max(own, HELD_TOGETHER) if word in domain else own
