"""Charts as SVG, drawn when the site is built from rows that the page shows as a table.

They are readable without JavaScript; the table beside them is their text alternative. Numbers are written out, so
that colour and length are never the only cue.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal

from generator.model.fact import Qualifier
from generator.pages.escape import attribute
from generator.series.figures import Figure

_ROW = 46
_BAR = 230
_VALUE = 110
_LABEL_CHARACTERS = 22
"""The label stands above its bar: so the drawing is as wide as a phone and its words are not shrunk."""
_SIGNS = {Qualifier.APPROX: "≈", Qualifier.AT_LEAST: "≥", Qualifier.AT_MOST: "≤"}

BARS_SHOWN = 20
"""Bars in one chart: about two screens of a phone."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: `label` at its left, `text` at its right, `number` its length."""

    label: str
    text: str
    number: Decimal


def figure_bars(figures: list[Figure]) -> tuple[str, tuple[Bar, ...]]:
    """The dimension that most of the figures share, and its bars in the order given.

    "" is the whole; it wins among equals. Only figures of that dimension, in units that mean the same, are drawn side
    by side; ranges, other years and parts of years are left out.
    """
    drawn = [item for item in figures if item.fact.in_year and item.number is not None and item.number >= 0]
    kinds = Counter((item.fact.dimension, item.counted_in) for item in drawn)
    dimension, unit = max(kinds, key=lambda kind: (kinds[kind], kind[0] == ""), default=("", ""))
    same = [item for item in drawn if (item.fact.dimension, item.counted_in) == (dimension, unit)]
    return dimension, tuple(_bar(item) for item in same[:BARS_SHOWN])


def _bar(figure: Figure) -> Bar:
    number = figure.number or Decimal(0)
    text = f"{_SIGNS.get(figure.fact.qualifier, '')}{number.normalize():f}{figure.unit}"
    return Bar(figure.report.agency.name if figure.report.agency else "", text, number)


def bar_chart(bars: tuple[Bar, ...], title: str) -> str:
    """An SVG bar chart, "" for fewer than two bars: one bar compares nothing."""
    if len(bars) < 2:  # noqa: PLR2004
        return ""
    most = max(bar.number for bar in bars) or Decimal(1)
    height = _ROW * len(bars) + 8
    box = f"0 0 {_BAR + _VALUE} {height}"
    parts = [f'<svg class="chart" viewBox="{box}" role="img" aria-label="{attribute(title)}：各项数值见下表">']
    for number, bar in enumerate(bars):
        y = number * _ROW
        width = max(1, round(_BAR * bar.number / most))
        label = bar.label if len(bar.label) <= _LABEL_CHARACTERS else f"{bar.label[: _LABEL_CHARACTERS - 1]}…"
        parts.append(
            f'<text class="chart-label" x="0" y="{y + 15}">{attribute(label)}</text>'
            f'<rect class="chart-bar" x="0" y="{y + 22}" width="{width}" height="16"></rect>'
            f'<text class="chart-value" x="{width + 6}" y="{y + 35}">{attribute(bar.text)}</text>'
        )
    parts.append("</svg>")
    return "".join(parts)
