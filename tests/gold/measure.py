"""Measures the generator against the gold annotation: inspect objects in, named figures out."""

from __future__ import annotations

import contextlib
import io
import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.gold import score

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
FLOORS = HERE / "floors.json"
REPORTS = HERE / "reports"


@dataclass(frozen=True, slots=True)
class Yardstick:
    """One comparison with the gold.

    Attributes:
        key: the key of an inspect object that it needs.
        arguments: how score.py is called, without the predictions.
        stress: whether it reads the invented sentences instead of the reports.
        at_least: figures that must not fall.
        at_most: figures that must not rise.
    """

    key: str
    arguments: tuple[str, ...]
    at_least: tuple[str, ...]
    at_most: tuple[str, ...] = ()
    stress: bool = False


_MISTAKES = ("false_on_non_indicators", "false_elsewhere", "doubled")
_MENTIONS = ("exact.f1", "overlap.f1", "value_and_unit_end_to_end.f1", "qualifier.share")

YARDSTICKS: Mapping[str, Yardstick] = {
    "outline": Yardstick(
        "outline",
        ("outline",),
        ("headings.f1", "with_text.f1", "position_only.f1", "run_in.share", "section_end.share"),
    ),
    "identity": Yardstick("identity", ("identity",), ("all_fields.share", "whole_reports.share")),
    "indicators": Yardstick(
        "facts",
        ("indicators",),
        (*_MENTIONS, "canonical_precision.share", "canonical_coverage.share", "name_acceptable.share"),
        _MISTAKES,
    ),
    "stress": Yardstick("facts", ("indicators", "--gold", str(HERE / "stress.tsv")), _MENTIONS, _MISTAKES, stress=True),
    "parts": Yardstick("parts", ("content",), ("parts.share",)),
    "themes": Yardstick("themes", ("content",), ("main_theme_innermost.share", "themes.f1")),
}
"""Everything that is measured, in the order of the generator's stages."""


def inspect_reports() -> str:
    """What `gongkai inspect` says of the five reports, as JSON lines."""
    return _inspect(*(str(path) for path in sorted(REPORTS.glob("*.txt"))))


def inspect_stress() -> str:
    """What `gongkai inspect` says of the invented sentences, each given as a report of its own."""
    texts = {row["id"]: row["text"] for row in score.read_table(HERE / "stress.tsv")}
    lines = (json.dumps({"file": name, "text": text}, ensure_ascii=False) for name, text in texts.items())
    return _inspect("--stdin-jsonl", given="\n".join(lines) + "\n")


def _inspect(*arguments: str, given: str = "") -> str:
    done = subprocess.run(
        [sys.executable, "-m", "generator", "inspect", "--format", "jsonl", *arguments],
        cwd=ROOT,
        input=given,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=300,
    )
    if not done.stdout:  # a code of 1 alone says that there are problems in the reports
        message = f"inspect ended with {done.returncode}\n{done.stderr}"
        raise RuntimeError(message)
    return done.stdout


def has_key(inspected: str, key: str) -> bool:
    """Say whether any inspect object has the key: whether that part of the generator is built."""
    return any(key in json.loads(line) for line in inspected.splitlines())


def measure(yardstick: Yardstick, predictions: Path) -> dict[str, float]:
    """Compare predictions with the gold.

    Args:
        yardstick: what to compare.
        predictions: a file of inspect objects, one in a line.

    Returns:
        All figures that score.py gives, by dotted name (`headings.f1`); those it cannot say are left out.
    """
    return dict(_figures("", json.loads(_score(yardstick, predictions, "--json"))))


def explain(yardstick: Yardstick, predictions: Path) -> str:
    """The same comparison in words, with every mistake on a line."""
    return _score(yardstick, predictions, "--errors")


def _score(yardstick: Yardstick, predictions: Path, switch: str) -> str:
    command, *rest = yardstick.arguments
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        code = score.main([command, str(predictions), *rest, "--reports", str(REPORTS), switch])
    if code:
        raise RuntimeError(out.getvalue())
    return out.getvalue()


def _figures(name: str, value: Any) -> Iterator[tuple[str, float]]:
    if isinstance(value, dict):
        for key, part in value.items():
            yield from _figures(f"{name}.{key}" if name else key, part)
    elif value is not None:
        yield name, float(value)
