"""`datapackage.json` tells the truth about the sheets beside it, and the JSON twins hold the same figures."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from generator.opendata.indicators import FORMAT
from tests.support.site import Project

Package = Mapping[str, Any]
SHEETS = ["catalogue", "indicators", "board"]
ROWS_OF_THE_FIVE_REPORTS = 98

READ: Mapping[str, Callable[[str], object]] = {
    "string": str,
    "integer": int,
    "number": Decimal,
    "date": date.fromisoformat,
    "boolean": ["False", "True"].index,
}
"""Table Schema type → how a cell that is not empty is read; raises if it is of another type."""


@pytest.fixture(scope="module")
def data(built_site: Project) -> Path:
    return built_site.site / "data"


@pytest.fixture(scope="module")
def package(data: Path) -> Package:
    loaded: Package = json.loads((data / "datapackage.json").read_text(encoding="utf-8"))
    return loaded


def sheet(data: Path, name: str) -> list[dict[str, str]]:
    """The rows of a sheet, read as anybody would who knows the package."""
    return list(csv.DictReader(io.StringIO((data / f"{name}.csv").read_text(encoding="utf-8-sig"), newline="")))


def fields_of(package: Package, name: str) -> Sequence[Mapping[str, Any]]:
    found: Sequence[Mapping[str, Any]] = next(
        resource["schema"]["fields"] for resource in package["resources"] if resource["name"] == name
    )
    return found


def test_the_package_lists_every_sheet_with_its_size_and_hash(data: Path, package: Package) -> None:
    assert package["version"] == FORMAT
    told = {resource["path"]: (resource["bytes"], resource["hash"]) for resource in package["resources"]}
    files = {path.name: path.read_bytes() for path in data.glob("*.csv")}
    assert told == {name: (len(raw), f"sha256:{hashlib.sha256(raw).hexdigest()}") for name, raw in files.items()}
    assert [resource["name"] for resource in package["resources"]] == SHEETS


@pytest.mark.parametrize("name", SHEETS)
def test_each_cell_is_of_the_type_its_column_has(data: Path, package: Package, name: str) -> None:
    fields = fields_of(package, name)
    rows = sheet(data, name)
    assert list(rows[0]) == [field["name"] for field in fields]
    for row in rows:
        for field in fields:
            if cell := row[field["name"]]:
                READ[field["type"]](cell)


@pytest.mark.parametrize("name", SHEETS)
def test_what_an_empty_cell_means_is_told_for_each_column_that_has_one(data: Path, package: Package, name: str) -> None:
    rows = sheet(data, name)
    untold = [
        field["name"]
        for field in fields_of(package, name)
        if "空" not in field.get("description", "") and any(not row[field["name"]] for row in rows)
    ]
    assert untold == []


def test_the_figures_are_the_same_in_every_file(data: Path) -> None:
    rows = sheet(data, "indicators")
    assert len(rows) == ROWS_OF_THE_FIVE_REPORTS
    figures = json.loads((data / "indicators.json").read_text(encoding="utf-8"))["figures"]
    as_cells = [{name: "" if value is None else str(value) for name, value in figure.items()} for figure in figures]
    assert as_cells == rows
    twins = [
        figure
        for path in sorted(data.parent.glob("indicators/*/indicator.json"))
        for figure in json.loads(path.read_text(encoding="utf-8"))["figures"]
    ]
    comparable = [figure for figure in figures if figure["indicator"]]
    assert sorted(map(str, twins)) == sorted(map(str, comparable))
    reports = [
        (twin["id"], fact["mention"])
        for twin in (
            json.loads(path.read_text(encoding="utf-8")) for path in sorted(data.parent.glob("reports/*/report.json"))
        )
        for fact in twin["facts"]
    ]
    assert sorted(reports) == sorted((figure["report"], figure["mention"]) for figure in figures)


def test_each_link_opens_the_sentence(data: Path) -> None:
    for row in sheet(data, "indicators"):
        page, _, anchor = row["link"].partition("#")
        assert f'id="{anchor}"' in (data.parent / page / "index.html").read_text(encoding="utf-8"), row["link"]
        assert row["mention"] in row["sentence"]


def test_readers_are_told_of_the_format(root: Path) -> None:
    assert f"现行格式是 {FORMAT}：" in (root / "content" / "pages" / "about.md").read_text(encoding="utf-8")
