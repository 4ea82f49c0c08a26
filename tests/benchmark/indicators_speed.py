"""Characters a second of the indicators stage, on texts that grow, beside jionlp's finders of amounts and times.

    python -m tests.benchmark.indicators_speed

Two kinds of text: generated reports, with a number in every other clause, and the annotated reports again and again,
which are as dense as real ones. Goals: 5 MB take at most 1.3 times the time per character of 50 KB; at least 300,000
characters a second on real reports; faster than jionlp. jionlp only finds; this stage also leaves out what is no
figure, names what is one and asks the catalogue.

jionlp is installed into build/peers by the hash in `indicators_peers.txt`, without what it depends on: its finders
use nothing of that, only its import asks for it.
"""

from __future__ import annotations

import contextlib
import io
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import cycle
from pathlib import Path
from types import ModuleType

from generator.identity import identify
from generator.indicators import extract
from generator.intake import read_text
from generator.intake.limits import Limits
from generator.model.document import Document
from generator.model.identity import Identity
from generator.model.metadata import Metadata, Roster
from generator.model.outline import Outline
from generator.outline import find_outline
from tests.benchmark.generated_reports import generate_reports
from tests.gold.measure import REPORTS, ROOT

SIZES = (50_000, 500_000, 5_000_000)
"""Bytes of text."""
GROWTH = 1.3
GOAL = 300_000
SEED = 4
LEAST = 0.5
"""Seconds for which one text is read over and over; the quickest round counts, since others use the machine too."""
SHORTEST_REPORT = 2000
"""Bytes; generated reports are longer."""
UNLIMITED = Limits(characters=10**9, pieces=10**9)
"""5 MB are more than the door lets in."""
PEERS = Path(__file__).with_name("indicators_peers.txt")
INSTALLED = ROOT / "build" / "peers"
ONLY_IMPORTED = ("jiojio", "numpy", "requests", "zipfile36")

Prepared = tuple[Document, Outline, Identity]


def main() -> None:
    """Print a line for each text, then what became of the goals."""
    find = jionlp_finders()
    print("text       bytes    characters  figures  characters/s  figures/s  jionlp, characters/s")
    for kind in ("generated", "real"):
        extract(
            *_prepared(_text(kind, SIZES[0]))
        )  # the catalogue and its patterns are read before anything is measured
        measured = [_measure(kind, size, find) for size in SIZES]
        ours = [pace for pace, _ in measured]
        growth = ours[0] / ours[-1]
        print(f"  the longest takes {growth:.2f} times the time per character: {_met(growth <= GROWTH)}")
        ratios = [pace / other for pace, other in measured if other is not None]
        if ratios:
            print(f"  {min(ratios):.1f} to {max(ratios):.1f} times as fast as jionlp: {_met(min(ratios) > 1)}")
        if kind == "real":
            print(f"  {GOAL} characters a second: {_met(min(ours) >= GOAL)}")


def _measure(kind: str, size: int, find: Callable[[str], object] | None) -> tuple[float, float | None]:
    """Print the line of one text; characters a second of this stage and of `find`, None without it."""
    text = _text(kind, size)
    prepared = _prepared(text)
    figures = len(extract(*prepared)[0].facts)
    seconds = _quickest(partial(extract, *prepared))
    other = len(text) / _quickest(partial(find, text)) if find is not None else None
    pace = len(text) / seconds
    columns = f"{kind:9}  {size:7}  {len(text):10}  {figures:7}  {pace:12.0f}  {figures / seconds:9.0f}"
    print(columns, f" {other:20.0f}" if other is not None else "", flush=True)
    return pace, other


def jionlp_finders() -> Callable[[str], object] | None:
    """Finds amounts and times in a text with jionlp; None where it cannot be installed."""
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--require-hashes", "--upgrade"]
    command += ["--disable-pip-version-check", "--target", str(INSTALLED), "--requirement", str(PEERS)]
    done = subprocess.run(command, check=False, capture_output=True, encoding="utf-8")
    if done.returncode:
        print("jionlp cannot be installed here:", *done.stderr.splitlines()[-1:])
        return None
    sys.path.append(str(INSTALLED))
    for name in ONLY_IMPORTED:
        sys.modules.setdefault(name, ModuleType(name))
    with contextlib.redirect_stdout(io.StringIO()):  # it introduces itself
        from jionlp import ner  # type: ignore[import-not-found]  # noqa: PLC0415  (installed just now)
    return lambda text: (ner.extract_money(text, with_parsing=False), ner.extract_time(text, with_parsing=False))


def _text(kind: str, size: int) -> str:
    """A text of that many bytes."""
    if kind == "generated":
        reports: Iterator[str] = (report.text for report in generate_reports(size // SHORTEST_REPORT, SEED))
    else:
        reports = cycle([path.read_text(encoding="utf-8") for path in sorted(REPORTS.glob("*.txt"))])
    whole = bytearray()
    while len(whole) < size:
        whole += f"{next(reports)}\n".encode()
    return whole[:size].decode(errors="ignore")


def _prepared(text: str) -> Prepared:
    document, _ = read_text(text, "报告.txt", limits=UNLIMITED)
    if document is None:
        raise ValueError(text[:20])
    outline, _ = find_outline(document)
    identity, _ = identify(document, outline, Metadata(), None, Roster(()))
    return document, outline, identity


def _quickest(step: Callable[[], object]) -> float:
    """Seconds of processor time of the quickest of several rounds."""
    rounds: list[float] = []
    while sum(rounds) < LEAST or len(rounds) < 2:
        start = time.process_time()
        step()
        rounds.append(time.process_time() - start)
    return min(rounds)


def _met(done: bool) -> str:  # noqa: FBT001
    return "goal met" if done else "goal missed"


if __name__ == "__main__":
    main()
