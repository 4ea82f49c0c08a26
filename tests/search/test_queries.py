"""What people ask, among reports of others: the right report comes first, or at least not after a wrong real one."""

import csv
import gzip
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.search.corpus import CASES
from tests.search.node import run_node

REAL = tuple(f"00{number}_" for number in range(5))
FIRST = 5
TABLES = ("queries.tsv", "own_queries.tsv")


def asked() -> list[dict[str, Any]]:
    """The rows of both tables; files as ids of reports, best first."""
    rows: list[dict[str, Any]] = []
    for table in TABLES:
        with (CASES / table).open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                files = {key: (row[f"{key}_files"] or "").split("；") for key in ("must", "may", "not")}
                ids = {key: [name.removesuffix(".txt") for name in names if name] for key, names in files.items()}
                rows.append({"query": row["query"], **ids})
    return rows


@pytest.fixture(scope="module")
def answers(client: Path, site_500: Path) -> dict[str, dict[str, Any]]:
    found = run_node("search", [row["query"] for row in asked()], client, site_500 / "search-index")
    return {answer["query"]: answer for answer in found}


@pytest.mark.parametrize("row", asked(), ids=[row["query"] for row in asked()])
def test_right_report_first(row: dict[str, Any], answers: dict[str, dict[str, Any]]) -> None:
    ids = answers[row["query"]]["ids"]
    assert set(row["must"]) <= set(ids[:FIRST])
    last_must = max(ids.index(report) for report in row["must"])
    wrong = [report for report in ids[:last_must] if report.startswith(REAL) and report not in row["must"] + row["may"]]
    assert wrong == []
    assert [report for report in row["not"] if report in ids[:last_must]] == []


def test_a_phrase_that_reports_hold_is_found_as_such(answers: dict[str, dict[str, Any]]) -> None:
    assert answers["一件事一次办"]["tiers"][:3] == [0, 0, 0]


def test_what_is_near_is_said_to_be_near(answers: dict[str, dict[str, Any]]) -> None:
    assert set(answers["小胡帮办"]["tiers"]) == {3}


def test_one_word_that_nobody_uses_finds_nothing(client: Path, site_500: Path) -> None:
    nothing = run_node("search", ["奥特曼", "飞碟", "？！", "98765432"], client, site_500 / "search-index")
    assert [answer["ids"] for answer in nothing] == [[], [], [], []]


def test_host_that_unpacks(client: Path, site_500: Path, tmp_path: Path) -> None:
    """A host may unpack files that begin like gzip: the client looks at the first bytes."""
    packed = site_500 / "search-index"
    for path in packed.rglob("*.bin"):
        target = tmp_path / path.relative_to(packed)
        target.parent.mkdir(exist_ok=True)
        data = path.read_bytes()
        target.write_bytes(gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data)
    shutil.copy(packed / "index.json", tmp_path)
    queries = ["小胡帮办", "卫滨区法律援助一年办多少件", "網辦率"]
    plain, unpacked = (run_node("search", queries, client, folder) for folder in (packed, tmp_path))
    assert [answer["ids"] for answer in unpacked] == [answer["ids"] for answer in plain]
    assert all(answer["ids"] for answer in plain)
