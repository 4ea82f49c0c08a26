"""The formats that CI reads: valid, at the right lines, the worst ones first, and no more than are shown."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import unquote

import jsonschema
import pytest

from generator.model.diagnostic import Diagnostic, Severity
from generator.reporting.annotated import PER_FILE, annotated
from generator.reporting.github import github_commands
from generator.reporting.gitlab import gitlab_code_quality
from generator.reporting.sarif import sarif

SCHEMAS = Path(__file__).resolve().parent.parent / "cases" / "reporting"
COMMAND = re.compile(r"::(?P<command>error|warning|notice) (?P<properties>[^\n]*?)::(?P<message>[^\n\r]*)\n")
ESCAPES = {"%0A": "\n", "%0D": "\r", "%3A": ":", "%2C": ",", "%25": "%"}


def problem(number: int = 1, **values: object) -> Diagnostic:
    known = {
        "code": "S07",
        "name": "numbering",
        "severity": Severity.WARNING,
        "message": f"标题编号不连续，100%：第 {number} 处",
        "hint": "请核对。",
        "quote": "三、下一步\n工作,安排",
        "file": "content/reports/2024/甲县 司法局.txt",
        "line": number,
        "column": 3,
    }
    return Diagnostic(**{**known, **values})  # type: ignore[arg-type]


def schema(name: str) -> object:
    return json.loads((SCHEMAS / name).read_text(encoding="utf-8"))


def unescape(text: str) -> str:
    return re.sub("|".join(ESCAPES), lambda found: ESCAPES[found[0]], text)


def parsed(commands: str) -> list[dict[str, str]]:
    """The commands as GitHub's runner reads them: `::command key=value,key=value::message`."""
    assert COMMAND.sub("", commands) == ""
    found = []
    for match in COMMAND.finditer(commands):
        properties = dict(part.split("=", 1) for part in match["properties"].split(","))
        found.append({key: unescape(value) for key, value in properties.items()})
        found[-1] |= {"command": match["command"], "message": unescape(match["message"])}
    return found


MIXED = (
    problem(7),
    problem(2, severity=Severity.NOTE),
    problem(9, code="P02", severity=Severity.ERROR, quote="199****5678"),
    problem(4, accepted_by="办公室"),
    problem(7),
)


def test_sarif_fits_its_schema() -> None:
    log = json.loads(sarif(MIXED))
    jsonschema.validate(log, schema("sarif.schema.json"))
    run = log["runs"][0]
    assert [run["tool"]["driver"]["rules"][item["ruleIndex"]]["id"] for item in run["results"]] == [
        item["ruleId"] for item in run["results"]
    ]
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert (unquote(place["artifactLocation"]["uri"]), place["region"]["startLine"]) == (problem().file, 9)


def test_gitlab_fits_its_schema_and_tells_equal_problems_apart() -> None:
    issues = json.loads(gitlab_code_quality(MIXED))
    jsonschema.validate(issues, schema("gitlab-code-quality.schema.json"))
    assert [(item["severity"], item["location"]["lines"]["begin"]) for item in issues] == [
        ("blocker", 9),
        ("minor", 7),
        ("minor", 7),
        ("info", 2),
    ]
    assert len({item["fingerprint"] for item in issues}) == len(issues)


def test_github_commands_come_back_as_they_were() -> None:
    first, second, *_ = parsed(github_commands(MIXED))
    assert (first["command"], first["file"], first["line"], first["col"]) == ("error", problem().file, "9", "3")
    assert first["title"] == "P02 numbering"
    assert second["message"] == "标题编号不连续，100%：第 7 处\n原文：三、下一步\n工作,安排\n办法：请核对。"


def test_no_text_of_a_report_can_become_a_command() -> None:
    hostile = problem(message="x\n::set-output name=a::b", quote="\r\n::error::y", file="a,line=1::b.txt")
    (only,) = parsed(github_commands([hostile]))
    assert (only["command"], only["file"]) == ("warning", "a,line=1::b.txt")


def test_the_first_ten_of_a_file_by_severity() -> None:
    many = [problem(number, severity=Severity.NOTE) for number in range(1, 30)]
    many += [problem(40, severity=Severity.ERROR), problem(1, file="b.txt")]
    shown = list(annotated(many))
    assert [item.line for item in shown if item.file != "b.txt"] == [40, *range(1, PER_FILE)]
    assert [item.file for item in shown].count("b.txt") == 1


@pytest.mark.parametrize(
    ("file", "place", "expected", "message"),
    [
        ("content/a/甲.docx", "第 12 段", "content/a/甲.yml", "甲.docx，第 12 段：错"),
        ("content/a/甲.docx", "", "content/a/甲.yml", "甲.docx：错"),
        ("content/a/甲.pdf", "第 3 页", "content/a/甲.yml", "甲.pdf，第 3 页：错"),
        ("content/a/甲.files/表 1.xlsx", "批注", "content/a/甲.yml", "表 1.xlsx，批注：错"),
    ],
)
def test_files_without_lines_stand_on_line_1_of_the_metadata(
    file: str, place: str, expected: str, message: str
) -> None:
    (only,) = annotated([problem(12, file=file, place=place, message="错")])
    assert (only.file, only.line, only.column, only.message) == (expected, 1, 1, message)
