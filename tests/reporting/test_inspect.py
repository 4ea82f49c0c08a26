"""The published interface: its schema holds, its offsets point at the source, it needs no site."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

SCHEMA = json.loads(files("generator.reporting").joinpath("inspect.schema.json").read_text(encoding="utf-8"))
STRESS = [
    {"file": "p-1", "text": "全年共受理各类行政审批事项3.6万件。"},
    {"file": "空", "text": ""},
    {"file": "一句", "text": "2023年度法治政府建设情况的报告很重要。"},
]


def inspect(*arguments: str, given: str = "") -> list[dict[str, Any]]:
    done = subprocess.run(
        [sys.executable, "-m", "generator", "inspect", "--format", "jsonl", *arguments],
        input=given,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert "Traceback" not in done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture(scope="module")
def inspected(reports: tuple[Path, ...]) -> list[dict[str, Any]]:
    return inspect(*map(str, reports))


def test_objects_fit_the_schema(inspected: list[dict[str, Any]]) -> None:
    validator = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)
    lines = inspect("--stdin-jsonl", given="".join(json.dumps(line) + "\n" for line in STRESS))
    assert [item["file"] for item in lines] == [line["file"] for line in STRESS]
    for item in (*inspected, *lines):
        assert [error.message for error in validator.iter_errors(item)] == []


def test_offsets_point_at_the_source(inspected: list[dict[str, Any]], reports: tuple[Path, ...]) -> None:
    for item, path in zip(inspected, reports, strict=True):
        source = path.read_bytes().decode("utf-8")
        for heading in item["outline"]:
            assert source[heading["start"] :].lstrip("*").startswith(heading["marker"])
        for fact in item["facts"]:
            assert source[fact["start"] : fact["end"]].replace("\n", "") == fact["mention"].replace("\n", "")
        bare = item["identity"]["title"]["value"] if not item["identity"]["title"]["supplied"] else ""
        span = slice(item["identity"]["title"]["start"], item["identity"]["title"]["end"])
        assert "".join(source[span].split()) == bare or not bare


def test_a_title_that_is_a_sentence_is_none(inspected: list[dict[str, Any]]) -> None:
    del inspected
    (item,) = inspect("--stdin-jsonl", given=json.dumps(STRESS[2]) + "\n")
    assert item["identity"]["title"] is None or item["identity"]["title"]["supplied"]
