"""Reads texts and reports for the tests of themes, through intake and outline, without the other stages."""

from __future__ import annotations

import json
from collections import defaultdict
from functools import cache
from pathlib import Path

from generator import intake
from generator.model.document import Document
from generator.model.identity import Basis, Identity, Known, Region, ReportKind
from generator.model.outline import Outline
from generator.model.span import Span
from generator.model.theme import Themes, ThemeTag
from generator.outline import find_outline
from generator.themes import classify

GOLD = Path(__file__).resolve().parent.parent / "gold"
SHARE = 0.2
"""As score.py counts: a theme on less than this part of a section's themed characters is none of its themes."""


def identity(agency: str | None = None, year: int | None = 2023) -> Identity:
    """An identity of which only agency and year are known."""
    return Identity(
        title=None,
        kind=ReportKind.RULE_OF_LAW,
        year=Known(year, Basis.TEXT) if year else None,
        agency=Known(agency, Basis.TEXT) if agency else None,
        agency_id=None,
        subject=None,
        region=Region(),
        addressee=None,
        signed_by=None,
        signed_on=None,
        document_number=None,
        published_on=None,
        received_on=None,
    )


def read(text: str) -> tuple[Document, Outline]:
    """A text as document and outline."""
    document, _ = intake.read_text(text, "report.txt")
    assert document is not None
    outline, _ = find_outline(document)
    return document, outline


def themes_of(text: str, agency: str | None = None, year: int | None = 2023) -> Themes:
    """Everything the stage finds in a text."""
    return classify(*read(text), identity(agency, year))[0]


def ranked(tags: tuple[ThemeTag, ...], within: Span) -> list[str]:
    """The themes of a section, the main one first: by weight × characters, as score.py counts them."""
    amounts: dict[str, float] = defaultdict(float)
    covered: dict[str, set[int]] = defaultdict(set)
    for tag in tags:
        shared = range(max(tag.span.start, within.start), min(tag.span.end, within.end))
        if shared:
            amounts[tag.theme] += tag.weight * len(shared)
            covered[tag.theme].update(shared)
    least = SHARE * len(set().union(*covered.values()))
    order = sorted(covered, key=lambda theme: (-amounts[theme], theme))
    return order[:1] + [theme for theme in order[1:] if len(covered[theme]) >= least]


@cache
def gold_report(number: int) -> tuple[Document, Outline, Themes]:
    """One of the five reports, 0 to 4, with agency and year of the gold."""
    entry = json.loads((GOLD / "structure.json").read_text(encoding="utf-8"))["reports"][number]
    document, _ = intake.read_file(GOLD / "reports" / entry["file"])
    assert document is not None
    outline, _ = find_outline(document)
    found, _ = classify(document, outline, identity(entry["agency"], entry["year"]))
    return document, outline, found


def tags_with(number: int, words: str) -> list[ThemeTag]:
    """The tags of the points of a gold report that hold some words."""
    document, _, found = gold_report(number)
    return [tag for tag in found.tags if words in tag.span.of(document.text)]
