"""Characters a second of the themes stage: classification and citations, and the words of jieba apart.

    python -m tests.benchmark.themes_speed

Growing numbers of generated reports are read. Goal: linear, and at least 300,000 characters a second without
segmentation, which is the pace of the figures' extraction.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable

from generator import intake
from generator.model.document import Document
from generator.model.identity import Identity, Region, ReportKind
from generator.model.outline import Outline
from generator.outline import find_outline
from generator.themes.citations import cite
from generator.themes.keywords import keywords
from generator.themes.lexicon import lexicon
from generator.themes.tagging import Tagger
from tests.benchmark.generated_reports import generate_reports

GOAL = 300_000
SIZES = (25, 100, 400)
SEED = 4
NOBODY = Identity(None, ReportKind.UNKNOWN, None, None, None, None, Region(), None, None, None, None, None, None)


def main() -> None:
    """Measure all sizes, print a line for each, then whether the goal is met."""
    pace = 0.0
    for step in (_tag, _cite, _words):  # catalogues are read before anything is measured
        step(*_read("行政复议。"))
    print("reports  characters  classified/s  with citations/s  jieba's part, characters/s")
    for count in SIZES:
        read = [_read(report.text) for report in generate_reports(count, SEED)]
        length = sum(len(document.text) for document, _ in read)
        tagging, citing, words = (_seconds(step, read) for step in (_tag, _cite, _words))
        pace = length / (tagging + citing)
        print(f"{count:7}  {length:10}  {length / tagging:12.0f}  {pace:16.0f}  {length / words:26.0f}")
    print(f"goal of {GOAL} characters a second {'met' if pace >= GOAL else 'missed'}")
    whole = "\n".join(report.text for report in generate_reports(SIZES[-1], SEED))
    one = [_read(whole)]
    print(f"the same as one text: {len(one[0][0].text) / _seconds(_tag, one):.0f} classified/s")


def _read(text: str) -> tuple[Document, Outline]:
    document, _ = intake.read_text(text, "report.txt")
    if document is None:
        raise ValueError(text[:20])
    return document, find_outline(document)[0]


def _tag(document: Document, outline: Outline) -> None:
    Tagger(document, outline, NOBODY, lexicon(2023)).tags()


def _cite(document: Document, outline: Outline) -> None:
    cite(document.text, outline, 2023)


def _words(document: Document, outline: Outline) -> None:
    keywords(document, outline, NOBODY)


def _seconds(step: Callable[[Document, Outline], None], read: Iterable[tuple[Document, Outline]]) -> float:
    start = time.process_time()
    for document, outline in read:
        step(document, outline)
    return time.process_time() - start


if __name__ == "__main__":
    main()
