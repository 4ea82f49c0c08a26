"""`make bench`: every benchmark, one after the other. Each prints its own figures and goals; none decides a test."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
PARTS = ("site_cost", "indicators", "themes", "search", "intake")
"""What is measured first; the names are the beginnings of the modules' names."""


def main() -> int:
    """Run each module that has a part's name or begins with it; the number of failures is the exit code."""
    failures = 0
    for part in PARTS:
        for path in sorted(HERE.glob(f"{part}*.py")):
            print(f"\n=== {path.stem}", flush=True)
            done = subprocess.run(
                [sys.executable, "-m", f"tests.benchmark.{path.stem}"], check=False, cwd=HERE.parents[1]
            )
            failures += bool(done.returncode)
    return failures


if __name__ == "__main__":
    sys.exit(main())
