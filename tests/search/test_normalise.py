"""One spelling: in Python and in the browser's half the same."""

import csv
import random
import unicodedata
from pathlib import Path

import pytest

from generator.search.normalise import fold, simplified
from tests.search.corpus import CASES, real_reports
from tests.search.node import run_node

ALPHABET = (
    "一件事次办率業務複議於後，。、；：“”《》（）〔〕〈〉·… \t　,.%％‰+-*/"
    "0123456789０１２ABcｄÀ㎡①½ｶﾞがŒ𠮷𠁞峯\ue000\u200b"
)


def rows() -> list[tuple[str, str]]:
    with (CASES / "normalise.tsv").open(encoding="utf-8", newline="") as table:
        return [(row["text"], row["folded"]) for row in csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE)]


def in_browser(texts: list[str], client: Path) -> list[list[object]]:
    pairs = "".join(traditional + plain for traditional, plain in simplified().items())
    found: list[list[object]] = run_node("fold", {"texts": texts, "pairs": pairs}, client)
    return found


@pytest.mark.parametrize(("text", "folded"), rows())
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_browser_folds_the_cases_alike(client: Path) -> None:
    texts, expected = zip(*rows(), strict=True)
    assert in_browser(list(texts), client) == [[folded, True] for folded in expected]


def test_browser_folds_reports_alike(client: Path) -> None:
    texts = [passage.text for report in real_reports() for passage in report.passages]
    assert in_browser(texts, client) == [[fold(text), True] for text in texts]


def test_browser_folds_anything_alike(client: Path) -> None:
    source = random.Random(7)  # noqa: S311
    texts = ["".join(source.choices(ALPHABET, k=source.randint(1, 14))) for _ in range(5000)]
    assert in_browser(texts, client) == [[fold(text), True] for text in texts]


def test_browser_folds_every_character_of_the_basic_plane_alike(client: Path) -> None:
    # Characters that a newer Unicode than Python's has assigned meanwhile are none of our business.
    texts = [chr(code) for code in range(0x20, 0xD800) if unicodedata.category(chr(code)) != "Cn"]
    assert in_browser(texts, client) == [[fold(text), True] for text in texts]


def test_table_maps_one_character_to_another() -> None:
    table = simplified()
    assert {"網": "网", "後": "后", "議": "议"}.items() <= table.items()
    assert [pair for pair in table.items() if pair[1] in table] == []
