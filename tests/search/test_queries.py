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
NEAR = 3
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


def absent() -> list[dict[str, str]]:
    """What no report has: `found` is nothing, or near for queries whose parts some reports have."""
    with (CASES / "absent_queries.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.fixture(scope="module")
def answers(client: Path, site_500: Path) -> dict[str, dict[str, Any]]:
    queries = [row["query"] for row in (*asked(), *absent())]
    found = run_node("search", queries, client, site_500 / "search-index")
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
    assert set(answers["小胡帮办"]["tiers"]) == {NEAR}


@pytest.mark.parametrize("row", absent(), ids=[row["query"] for row in absent()])
def test_what_is_not_there_is_not_claimed(row: dict[str, str], answers: dict[str, dict[str, Any]]) -> None:
    answer = answers[row["query"]]
    claimed = [report for report, tier in zip(answer["ids"], answer["tiers"], strict=True) if tier != NEAR]
    assert claimed == []
    assert row["found"] == "near" or answer["ids"] == []


def test_a_place_that_was_named_comes_before_others(answers: dict[str, dict[str, Any]]) -> None:
    first = {query: answers[query]["ids"][0][:3] for query in ("三门峡 信访", "涵江区 法律援助", "魏都区 行政复议")}
    assert first == {"三门峡 信访": "002", "涵江区 法律援助": "001", "魏都区 行政复议": "000"}


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
