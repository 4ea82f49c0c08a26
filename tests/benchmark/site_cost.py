"""What a report costs when the collection grows: CPU time of generator and MkDocs apart, beside a bare MkDocs build.

    python -m tests.benchmark.site_cost [100 500 2000]

Each size runs in processes of its own. Goal: a report at 2,000 costs at most 1.25 times one at 500.
"""

from __future__ import annotations

import json
import logging
import os
import resource
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from tests.benchmark.generated_content import write_content

ROOT = Path(__file__).resolve().parents[2]
SIZES = (100, 500, 2000)
GOAL = 1.25
TODAY = date(2026, 1, 1)
PLAIN_CHARACTERS = 2500
"""Length of a plain page of the bare build: that of a report."""


def main(arguments: list[str]) -> None:
    """Measure all sizes and print a line for each, then the ratio."""
    sizes = [int(word) for word in arguments] or list(SIZES)
    per_report: dict[int, float] = {}
    print("n  generator ms/report  MkDocs ms/page  pages  bare MkDocs ms/page  peak MB  site MB")
    for count in sizes:
        with tempfile.TemporaryDirectory() as folder:
            found = measure(count, Path(folder))
        per_report[count] = (found["generate"] + found["mkdocs"]) / count
        print(
            f"{count}  {1000 * found['generate'] / count:.1f}  {1000 * found['mkdocs'] / found['pages']:.1f}"
            f"  {found['pages']:.0f}  {1000 * found['bare'] / count:.1f}"
            f"  {found['memory']:.0f}  {found['bytes'] / 1e6:.1f}",
            flush=True,
        )
    if 500 in per_report and 2000 in per_report:
        print(f"a report at 2,000 costs {per_report[2000] / per_report[500]:.2f} × one at 500 (goal ≤ {GOAL})")


def measure(count: int, folder: Path) -> dict[str, float]:
    """CPU seconds of the steps for `count` reports, the number of pages, peak memory (MB) and bytes of the site."""
    write_content(folder / "content", count)
    found: dict[str, float] = {}
    for step in ("generate", "mkdocs", "bare"):
        result = subprocess.run(
            [sys.executable, "-m", "tests.benchmark.site_cost", "--step", step, str(folder)],
            check=True,
            capture_output=True,
            text=True,
            encoding="utf-8",
            cwd=ROOT,
            env={**os.environ, "SOURCE_DATE_EPOCH": "1767225600", "NO_MKDOCS_2_WARNING": "1"},
        )
        found |= json.loads(result.stdout.splitlines()[-1])
    return found


def run_step(step: str, folder: Path) -> dict[str, float]:
    """One step in this process."""
    logging.disable(logging.WARNING)
    started = time.process_time()
    if step == "generate":
        from generator.site.generate import generate  # noqa: PLC0415  (imports are not part of the other steps)

        generate(folder / "content", folder / "docs", TODAY)
        return {"generate": time.process_time() - started}
    from mkdocs.commands.build import build  # noqa: PLC0415
    from mkdocs.config import load_config  # noqa: PLC0415

    docs = folder / "docs"
    if step == "bare":
        docs = folder / "plain"
        pages = sum(1 for _ in (folder / "content" / "reports").rglob("*.txt"))
        for number in range(pages):
            page = docs / f"p{number}.md"
            page.parent.mkdir(exist_ok=True)
            page.write_text(f"# 页 {number}\n\n" + "正文。" * (PLAIN_CHARACTERS // 3) + "\n", encoding="utf-8")
        plain = {"site_name": "x", "docs_dir": "plain", "theme": {"name": "material", "font": False}, "plugins": []}
        (folder / "mkdocs.yml").write_text(json.dumps(plain), encoding="utf-8")
    config = load_config(str((folder if step == "bare" else ROOT) / "mkdocs.yml"))
    config.docs_dir, config.site_dir = str(docs), str(folder / f"site-{step}")
    if step == "mkdocs":
        config.extra["content"] = str(folder / "content")
        config.extra["generated"] = True
    else:
        config.nav = [{"首页": "p0.md"}]
    started = time.process_time()
    build(config)
    found = {step: time.process_time() - started}
    if step == "mkdocs":
        site = Path(config.site_dir)
        found["pages"] = sum(1 for _ in docs.rglob("*.md"))
        found["bytes"] = sum(path.stat().st_size for path in site.rglob("*") if path.is_file())
        found["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return found


if __name__ == "__main__":
    if sys.argv[1:2] == ["--step"]:
        print(json.dumps(run_step(sys.argv[2], Path(sys.argv[3]))))
    else:
        main(sys.argv[1:])
