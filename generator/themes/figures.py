"""Gives figures that only their text names the theme of the words among which they stand."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from generator.model.fact import Fact, Findings
from generator.model.theme import Themes, ThemeTag


def place_figures(findings: Findings, matters: Themes) -> Findings:
    """The findings with a theme for each figure that has none of its own.

    Of the themes of a paragraph that hold the figure, the one of the shortest span counts, of equals the weightiest.
    Where nothing around a figure has a theme its own stays None.
    """
    around: dict[str, list[ThemeTag]] = defaultdict(list)
    for tag in matters.tags:
        around[tag.paragraph].append(tag)
    return replace(findings, facts=tuple(_placed(fact, around) for fact in findings.facts))


def _placed(fact: Fact, around: dict[str, list[ThemeTag]]) -> Fact:
    if fact.theme is not None:
        return fact
    holding = [tag for tag in around[fact.paragraph] if tag.span.holds(fact.span)]
    nearest = min(holding, key=lambda tag: (len(tag.span), -tag.weight), default=None)
    return replace(fact, theme=nearest.theme) if nearest else fact
