"""Sections as bodies of every kind write them get the themes that a reader gives them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.catalogues.load import load
from generator.model.span import Span
from tests.themes.reading import ranked, themes_of

CASES = Path(__file__).resolve().parent.parent / "cases" / "themes" / "sections.yml"
MAIN_FLOOR, F1_FLOOR = 0.95, 0.95
"""What was reached when the cases were written, rounded down."""


@dataclass(frozen=True, slots=True)
class Section:
    """A section with the themes that it must have (the main one first, `T0/T6` is either) and may have."""

    body: str
    heading: str
    text: str
    themes: tuple[str, ...]
    optional: tuple[str, ...] = ()
    agency: str | None = None


def found_in(section: Section) -> list[str]:
    text = f"{section.heading}\n{section.text.replace(' ', '')}\n"
    return ranked(themes_of(text, section.agency, 2024).tags, Span(0, len(text)))


def test_sections_of_many_kinds_of_bodies() -> None:
    sections = load(CASES, tuple[Section, ...])
    main = found = false = due = 0
    misses = []
    for section in sections:
        labels = [set(label.split("/")) for label in section.themes]
        got = found_in(section)
        allowed = set(section.optional).union(*labels)
        main += bool(got) and got[0] in labels[0]
        hit = sum(1 for label in labels if label & set(got))
        wrong = [theme for theme in got if theme not in allowed]
        found, false, due = found + hit, false + len(wrong), due + len(labels)
        if wrong or hit < len(labels) or not got or got[0] not in labels[0]:
            misses.append(f"{section.body} {section.heading}: {section.themes} <> {got}")
    f1 = 2 * found / (found + false + due)
    assert len(sections) >= 40
    assert main / len(sections) >= MAIN_FLOOR, "\n".join(misses)
    assert f1 >= F1_FLOOR, "\n".join(misses)
