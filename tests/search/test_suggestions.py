"""What is offered while somebody types."""

from pathlib import Path

import pytest

from tests.search.node import run_node

CASES = {
    "魏都": "魏都区政务服务和大数据管理局",
    "行政审批": "湖滨区行政审批和政务信息管理局",
    "區行政審批": "湖滨区行政审批和政务信息管理局",
    "法律援": "法律援助案件数",
    "养护": "养护路段",
    "小湖": "小湖帮办",
    "三门": "三门峡市",
    "行政执": "行政执法",
}


@pytest.fixture(scope="module")
def offered(client: Path, site_500: Path) -> dict[str, list[str]]:
    typed = [*CASES, "魏", "奥特曼", ""]
    return dict(zip(typed, run_node("suggest", typed, client, site_500 / "search-index"), strict=True))


@pytest.mark.parametrize(("typed", "name"), CASES.items())
def test_name_is_offered(typed: str, name: str, offered: dict[str, list[str]]) -> None:
    assert name in offered[typed]


def test_nothing_is_offered_for_one_character_or_an_unknown_word(offered: dict[str, list[str]]) -> None:
    assert [offered[typed] for typed in ("魏", "奥特曼", "")] == [[], [], []]
