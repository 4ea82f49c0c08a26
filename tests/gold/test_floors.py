"""The generator is at least as accurate as it was: no figure of floors.json is worse than it stands there."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.gold import score
from tests.gold.measure import (
    FLOORS,
    HERE,
    REPORTS,
    YARDSTICKS,
    explain,
    has_key,
    inspect_reports,
    inspect_stress,
    measure,
)

FLOORS_NOW: dict[str, Any] = json.loads(FLOORS.read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def inspected(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("inspected") / "reports.jsonl"
    path.write_text(inspect_reports(), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def inspected_stress(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("inspected") / "stress.jsonl"
    path.write_text(inspect_stress(), encoding="utf-8")
    return path


def test_gold_is_consistent(capsys: pytest.CaptureFixture[str]) -> None:
    code = score.main(["verify", "--gold", str(HERE), "--reports", str(REPORTS)])
    assert (code, capsys.readouterr().out.rpartition("; ")[2]) == (0, "0 problems\n")


def test_every_yardstick_has_floors_or_waits() -> None:
    assert sorted([*FLOORS_NOW["floors"], *FLOORS_NOW["not_built_yet"]]) == sorted(YARDSTICKS)


@pytest.mark.parametrize("name", FLOORS_NOW["floors"])
def test_no_figure_is_worse(name: str, request: pytest.FixtureRequest) -> None:
    yardstick = YARDSTICKS[name]
    predictions: Path = request.getfixturevalue("inspected_stress" if yardstick.stress else "inspected")
    figures = measure(yardstick, predictions)
    floors = FLOORS_NOW["floors"][name]
    least, most = floors["at_least"], floors.get("at_most", {})
    worse = [f"{key} {figures[key]:.4f} < {least[key]}" for key in least if figures[key] < least[key]]
    worse += [f"{key} {figures[key]:g} > {most[key]}" for key in most if figures[key] > most[key]]
    assert worse == [], explain(yardstick, predictions)


@pytest.mark.parametrize("name", FLOORS_NOW["not_built_yet"])
def test_waiting_parts_are_really_not_built(name: str, inspected: Path) -> None:
    built = has_key(inspected.read_text(encoding="utf-8"), YARDSTICKS[name].key)
    assert not built, "it is built now: python -m tests.gold.raise_floors"
