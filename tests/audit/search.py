"""How well the site answers: the committed questions and random phrases in a real browser, for 关于检索.

    python -m tests.audit.search

Builds the last commit from a clean copy, so that the results belong to that commit, and writes them to
content/audits/search.json.
"""

import gzip
import io
import json
import os
import random
import re
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser

from generator.hashing import files_hash
from generator.search.normalise import HAN, fold
from tests.search.corpus import GOLD, ROOT
from tests.search.measure import ask_cold, ask_warm
from tests.search.test_queries import asked
from tests.support.browser import running_browser
from tests.support.server import StaticSite, serving
from tests.support.site import COPIED, Project

RESULTS = ROOT / "content" / "audits" / "search.json"
PHRASES = 60
COLD = 12
"""Every twelfth question is asked again by a visitor who was never here, for bytes and time of a first answer."""
SEARCH = ("search-index/", "assets/search/")
"""Where index and scripts lie on the site."""
_RUN = re.compile(f"[{HAN}]{{2,}}")


def audit_search() -> int:
    """Build the last commit, ask it, write what came; 1 if a question was missed or a phrase answered wrongly."""
    with tempfile.TemporaryDirectory() as folder:
        project = committed_project(Path(folder, "project"))
        project.build()
        with serving(project.site) as site, running_browser() as browser:
            results = audit(browser, site, project.site)
    RESULTS.parent.mkdir(parents=True, exist_ok=True)
    RESULTS.write_text(json.dumps(results, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(json.dumps({key: value for key, value in results.items() if key != "missed"}), file=sys.stderr)
    for query in results["missed"]:
        print("missed", query)
    return int(bool(results["missed"]) or results["phrase_precision"] < 1 or results["phrase_recall"] < 1)


def audit(browser: Browser, site: StaticSite, folder: Path) -> dict[str, Any]:
    """What 关于检索 prints: which build, how many questions and phrases, and how they were answered."""
    report_of = reports_on(folder)
    questions = [row for row in asked() if all(name in report_of for name in row["must"])]
    answers = list(ask_warm(browser, site, [row["query"] for row in questions]))
    first = list(ask_cold(browser, site, [row["query"] for row in questions[::COLD]]))
    ranks = []
    for row, answer in zip(questions, answers, strict=True):
        must = {report_of[name] for name in row["must"]}
        ranks.append(next((rank for rank, report in enumerate(answer.reports, 1) if report in must), 0))
    precision, recall = _phrases(browser, site, folder)
    sums = dict(_sums(folder))
    return {
        "date": _today(),
        "commit": _commit(),
        "site_sha256": files_hash(sums),
        "search_sha256": files_hash({path: each for path, each in sums.items() if path.startswith(SEARCH)}),
        "browser": f"Chromium {browser.version}",
        "reports": len(list(folder.glob("reports/*/index.html"))),
        "questions": len(questions),
        "hit_at_1": sum(rank == 1 for rank in ranks),
        "hit_at_5": sum(1 <= rank <= 5 for rank in ranks),
        "without_results": sum(not answer.reports for answer in answers),
        "phrases": PHRASES,
        "phrase_precision": precision,
        "phrase_recall": recall,
        "first_answer_bytes": int(median(answer.data for answer in first)),
        "first_answer_ms": round(1000 * median(answer.seconds for answer in first)),
        "missed": [row["query"] for row, rank in zip(questions, ranks, strict=True) if not 1 <= rank <= 5],
    }


def reports_on(folder: Path) -> dict[str, str]:
    """Name of an annotated report without suffix → its id on the site, by the hash that its page states."""
    pages = {path.parent.name: path.read_text(encoding="utf-8") for path in folder.glob("reports/*/index.html")}
    found: dict[str, str] = {}
    for path in sorted((GOLD / "reports").glob("*.txt")):
        digest = sha256(path.read_bytes()).hexdigest()
        holding = [name for name, text in pages.items() if digest in text]
        if holding:
            found[path.stem] = holding[0]
    return found


def _phrases(browser: Browser, site: StaticSite, folder: Path) -> tuple[float, float]:
    """Precision and recall of random phrases, asked in the browser, against a scan of the folded texts."""
    lines = dict(_texts(folder))
    source = random.Random(3)  # noqa: S311 - a draw, no secret
    phrases: dict[str, None] = {}
    while len(phrases) < PHRASES:
        runs = _RUN.findall(source.choice(lines[source.choice(sorted(lines))]))
        if runs:
            run = source.choice(runs)
            length = min(len(run), source.randint(2, 8))
            start = source.randint(0, len(run) - length)
            phrases[run[start : start + length]] = None
    right = said = wanted = 0
    for answer in ask_warm(browser, site, phrases):
        exact = {name for name, tier in zip(answer.reports, answer.tiers, strict=True) if tier == "exact"}
        expected = {name for name, texts in lines.items() if any(answer.query in text for text in texts)}
        # The page shows ten results; a phrase in more reports is judged by those.
        right += len(exact & expected)
        said += len(exact)
        wanted += min(len(expected), 10)
    return right / max(said, 1), right / max(wanted, 1)


def _texts(folder: Path) -> Iterator[tuple[str, list[str]]]:
    """Report id → its folded lines, from the files that the browser reads."""
    for path in (folder / "search-index" / "text").iterdir():
        document = json.loads(gzip.decompress(path.read_bytes()).decode("gb18030"))
        texts = [document["title"], *document.get("names", ())]
        texts += [passage[4] for passage in document.get("passages", ())]
        texts += [heading for _, heading, _, alone in document.get("sections", ()) if alone]
        yield document["id"], [text for text in map(fold, texts) if text]


def committed_project(folder: Path) -> Project:
    """Content, settings and code as they were committed last, without what is being edited."""
    folder.mkdir()
    archive = subprocess.run(
        ["git", "archive", "HEAD", *COPIED, "generator"], cwd=ROOT, capture_output=True, check=True
    )
    with tarfile.open(fileobj=io.BytesIO(archive.stdout)) as files:
        files.extractall(folder, filter="data")
    (folder / "build" / "docs").mkdir(parents=True)
    project = Project(folder)
    project.temporary.mkdir()
    return project


def _sums(site: Path) -> Iterator[tuple[str, str]]:
    """Path and SHA-256 of each file of a site."""
    for path in site.rglob("*"):
        if path.is_file():
            yield path.relative_to(site).as_posix(), sha256(path.read_bytes()).hexdigest()


def _today() -> str:
    """The date of the audit; SOURCE_DATE_EPOCH sets it, as it does for a build."""
    return time.strftime("%Y-%m-%d", time.gmtime(int(os.environ.get("SOURCE_DATE_EPOCH", time.time()))))


def _commit() -> str:
    done = subprocess.run(["git", "rev-parse", "HEAD"], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    return done.stdout.strip()


if __name__ == "__main__":
    raise SystemExit(audit_search())
