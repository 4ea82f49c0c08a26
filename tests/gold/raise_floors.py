"""Writes floors.json anew from what the generator reaches now: `python -m tests.gold.raise_floors`.

Figures only get better. To accept a worse one, say why: `--allow-lower "REASON"`; the reason is kept in the file.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.gold.measure import FLOORS, YARDSTICKS, Yardstick, has_key, inspect_reports, inspect_stress, measure


def floor(figure: float) -> float:
    """Round down to four decimals, so that the figure itself passes."""
    scale = 10_000
    return math.floor(figure * scale + 1e-9) / scale  # the addition undoes binary fractions: 0.58 is 0.5799…


def floors_of(yardstick: Yardstick, figures: dict[str, float]) -> dict[str, dict[str, float]]:
    """The floors that fit the figures."""
    floors = {"at_least": {key: floor(figures[key]) for key in yardstick.at_least if key in figures}}
    if yardstick.at_most:
        floors["at_most"] = {key: int(figures[key]) for key in yardstick.at_most}  # counts
    return floors


def lowered(name: str, before: dict[str, Any], after: dict[str, Any]) -> list[str]:
    """Name each figure of one yardstick that is worse than before, or gone."""
    worse = []
    for kind, sign in (("at_least", 1), ("at_most", -1)):
        for key, old in before.get(kind, {}).items():
            new = after.get(kind, {}).get(key)
            if new is None or sign * new < sign * old:
                worse.append(f"{name} {key}: {old:g} -> {'gone' if new is None else f'{new:g}'}")
    return worse


def measured_floors() -> tuple[dict[str, Any], list[str]]:
    """Measure everything that is built; returns the floors, and the names of what is not built yet."""
    reports, stress = inspect_reports(), inspect_stress()
    floors: dict[str, Any] = {}
    waiting = []
    with tempfile.TemporaryDirectory() as folder:
        for name, yardstick in YARDSTICKS.items():
            inspected = stress if yardstick.stress else reports
            if not has_key(inspected, yardstick.key):
                waiting.append(name)
                continue
            predictions = Path(folder, "predictions.jsonl")
            predictions.write_text(inspected, encoding="utf-8")
            floors[name] = floors_of(yardstick, measure(yardstick, predictions))
    return floors, waiting


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, compare, write; 1 if a figure is worse and no reason was given."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--allow-lower", metavar="REASON", help="accept worse figures, for a reason that is kept")
    options = parser.parse_args(arguments)

    before = json.loads(FLOORS.read_text(encoding="utf-8"))
    floors, waiting = measured_floors()
    worse = [line for name, old in before["floors"].items() for line in lowered(name, old, floors.get(name, {}))]
    if worse and not options.allow_lower:
        print("\n".join(worse), file=sys.stderr)
        print('these are worse than before; to accept them: --allow-lower "REASON"', file=sys.stderr)
        return 1
    history = before["lowered"] + ([{"figures": worse, "reason": options.allow_lower}] if worse else [])
    after = {"floors": floors, "not_built_yet": waiting, "lowered": history}
    FLOORS.write_text(json.dumps(after, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
