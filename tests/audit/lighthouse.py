"""Lighthouse, run on pages of a site that is being served; its scores as whole numbers from 0 to 100."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.model.audit import PageScore
from tests.support.browser import find_chromium
from tests.support.site import ROOT

PROGRAM = ROOT / "tests" / "browser" / "tools" / "node_modules" / ".bin" / "lighthouse"
RUNS = 5
"""Performance varies from run to run: its median counts. The other categories do not vary, the worst counts."""


def scores(url: str, pages: Iterable[str]) -> Iterator[PageScore]:
    """The scores of each page below `url`, on a simulated telephone with a slow connection."""
    for page in pages:
        runs = [_run(url + page) for _ in range(RUNS)]
        yield PageScore(
            page=page,
            accessibility=min(run["accessibility"] for run in runs),
            best_practices=min(run["best-practices"] for run in runs),
            seo=min(run["seo"] for run in runs),
            performance=round(statistics.median(run["performance"] for run in runs)),
        )


def lighthouse_version() -> str:
    """The version of the installed program."""
    done = subprocess.run([PROGRAM, "--version"], capture_output=True, encoding="utf-8", check=True)
    return done.stdout.strip()


def _run(url: str) -> dict[str, int]:
    with tempfile.TemporaryDirectory() as folder:
        result = Path(folder, "result.json")
        flags = "--headless=new --disable-gpu" + (" --no-sandbox" if os.geteuid() == 0 else "")
        subprocess.run(
            [PROGRAM, url, "--quiet", "--output=json", f"--output-path={result}", f"--chrome-flags={flags}"],
            env={**os.environ, "CHROME_PATH": find_chromium(), "TMPDIR": folder},
            check=True,
            timeout=180,
        )
        categories = json.loads(result.read_text(encoding="utf-8"))["categories"]
    return {name: round(category["score"] * 100) for name, category in categories.items()}
