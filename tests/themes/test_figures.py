"""A figure that only its text names stands under the theme of that text; one of the catalogue keeps its own."""

from __future__ import annotations

import pytest

from generator.indicators import extract
from generator.themes import classify, place_figures
from tests.themes.reading import identity, read

CASES = [
    # text, its composed figures with their themes
    ("深入开展法治宣传教育，在宪法宣传周制作普法灯笼36只。", {"36只": "T6"}),
    ("受理行政复议申请26件。深入推进政务公开，开通公开触摸屏6台。", {"6台": "T7"}),
    ("食堂新购餐桌36张。", {"36张": None}),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_composed_figures_stand_under_the_theme_of_their_text(text: str, expected: dict[str, str | None]) -> None:
    document, outline = read(f"甲县农具推广局2023年法治政府建设情况报告\n一、主要工作\n{text}\n")
    who = identity()
    findings, _ = extract(document, outline, who)
    placed = place_figures(findings, classify(document, outline, who)[0])
    assert {fact.mention: fact.theme for fact in placed.facts if fact.indicator is None} == expected
    own = [fact for fact in findings.facts if fact.indicator]
    assert [fact for fact in placed.facts if fact.indicator] == own
