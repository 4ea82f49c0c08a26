"""Time grows with the length of the text, also where someone tries to make it grow faster."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator

import pytest

from generator.catalogues.indicators import indicator_catalogue
from generator.catalogues.patterns import Pattern, compiled
from generator.identity import identify
from generator.indicators import extract
from generator.intake import read_text
from generator.intake.limits import Limits
from generator.model.document import Document
from generator.model.identity import Identity
from generator.model.metadata import Metadata, Roster
from generator.model.outline import Outline
from generator.outline import find_outline
from tests.support.growth import growth

SHORT, LONG, LONGEST = 10_000, 100_000, 1_000_000
"""Bytes of text."""

SLOWER = 40
"""Ten times the text may take forty times as long on a busy machine; a square would be a hundred."""

MEASURABLE = 0.02
"""Seconds of processor time; what takes less is lost in the noise, and the megabyte tells."""

NO_LIMITS = Limits(characters=10**9, pieces=10**9)

WITHOUT_FIGURES = {
    "digits": "1234567890",
    "thousands": "1,234,567",
    "blanks in numbers": "1 236 ",
    "fractions": "1/",
    "ranges": "3-5",
    "open ranges": "3-",
    "sums": "1+",
    "years": "2023",
    "dates": "2023年",
    "months": "1月",
    "document numbers": "〔2023〕",
    "numerals": "一二三千万亿",
    "one": "一",
    "points": "一点",
    "zeros": "零",
    "ordinals": "第",
    "commas": "，",
    "list marks": "、",
    "colons": "：",
    "dots": ".",
    "opening brackets": "（",
    "closing brackets": "）",
    "bracketed numbers": "（1）",
    "opening quotes": "“",
    "quoted numerals": "“一”",
    "titles": "《",
    "more": "余",
    "of": "的",
    "and so on": "等",
    "about": "约",
    "each": "每",
    "measure words": "件次场次人次",
    "aims": "计划",
    "norms": "低于目标值",
    "none": "无",
    "did not happen": "未发生",
    "verbs": "受理、办结、",
    "rates": "办结率、",
    "catalogue words": "行政复议申请受理办结件数",
    "bold marks": "**",
    "blanks": "三 ",
}

WITH_FIGURES = {
    "figures": "36件",
    "listed figures": "36件、",
    "figures and brackets": "36件（",
    "listed rates": "率达36%、",
    "shares": "百分之五、",
    "clauses": "持证率达100%，",
    "clauses of short names": "甲1件，",
    "long sentences": "受理行政复议申请36件；",
}

Prepared = tuple[Document, Outline, Identity]


def prepared(piece: str, size: int) -> Prepared:
    text = piece * (size // len(piece.encode()))
    document, _ = read_text(text, "a.txt", limits=NO_LIMITS)
    outline, _ = find_outline(document)
    identity, _ = identify(document, outline, Metadata(), None, Roster(()))
    return document, outline, identity


@pytest.mark.parametrize("piece", (WITHOUT_FIGURES | WITH_FIGURES).values(), ids=WITHOUT_FIGURES | WITH_FIGURES)
def test_linear(piece: str) -> None:
    short, long = prepared(piece, SHORT), prepared(piece, LONG)
    assert growth(lambda given: extract(*given), short, long, enough=SLOWER, measurable=MEASURABLE) < SLOWER


@pytest.mark.parametrize("piece", WITHOUT_FIGURES.values(), ids=WITHOUT_FIGURES)
def test_a_megabyte_without_figures(piece: str) -> None:
    given = prepared(piece, LONGEST)
    start = time.process_time()
    findings, _ = extract(*given)
    spent = time.process_time() - start  # some seconds on a busy machine
    assert (findings.facts, spent < 60) == ((), True)


@pytest.mark.parametrize("piece", WITH_FIGURES.values(), ids=WITH_FIGURES)
def test_every_repeated_figure_is_read(piece: str) -> None:
    given = prepared(piece, SHORT)
    findings, _ = extract(*given)
    assert len({fact.span for fact in findings.facts}) == given[0].text.count(piece.strip("、，；（"))


def test_patterns_of_the_catalogue_do_not_backtrack() -> None:
    slow = []
    for pattern in {pattern.source: pattern for pattern in _patterns()}.values():
        words = re.findall(r"[^\W\d_]+", pattern.direct) or ["的"]
        for text in ("".join(words) * 200, words[0] * 700, "、".join(words) * 200):
            for expression in filter(None, (pattern.direct, pattern.behind)):
                start = time.process_time()
                compiled(expression).search(text[:2000])  # more than any pattern is given
                if time.process_time() - start > 5:  # what does not backtrack takes milliseconds
                    slow.append(pattern.source)
    assert slow == []


def _patterns() -> Iterator[Pattern]:
    """Every pattern of the catalogue that comes with the generator."""
    catalogue = indicator_catalogue()
    for indicator in catalogue.indicators:
        for rule in indicator.rules:
            yield from filter(None, (rule.pattern, rule.previous, rule.heading, rule.sentence, rule.unless))
            yield from rule.vetoes
        yield from (*indicator.vetoes, *indicator.acts)
        yield from (pattern for pattern, _ in indicator.dimensions)
    yield from (pattern for veto in catalogue.vetoes.values() for pattern in (*veto.clause, *veto.sentence))
