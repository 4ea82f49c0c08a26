"""The index that the real pipeline builds answers as the one of the tests does."""

from pathlib import Path
from typing import Any

import pytest

from tests.benchmark.search_audit import reports_on
from tests.search.node import run_node
from tests.search.test_queries import asked
from tests.support.site import Project


@pytest.fixture(scope="module")
def answers(client: Path, built_site: Project) -> dict[str, dict[str, Any]]:
    found = run_node("search", [row["query"] for row in asked()], client, built_site.site / "search-index")
    return {answer["query"]: answer for answer in found}


@pytest.mark.parametrize("row", asked(), ids=[row["query"] for row in asked()])
def test_right_report_first(row: dict[str, Any], answers: dict[str, dict[str, Any]], built_site: Project) -> None:
    report = reports_on(built_site.site)
    must, may, wrong = ([report[name] for name in row[key]] for key in ("must", "may", "not"))
    ids = answers[row["query"]]["ids"]
    assert set(must) <= set(ids[:5])
    before = ids[: max(ids.index(name) for name in must)]
    assert set(before) <= {*must, *may}
    assert set(before).isdisjoint(wrong)
