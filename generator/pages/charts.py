"""Charts as SVG, drawn when the site is built from rows that the page shows as a table.

They are readable without JavaScript; the table beside them is their text alternative. Numbers are written out, so
that colour and length are never the only cue.
"""

from __future__ import annotations

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


def figure_bars(figures: list[Figure], *, by_year: bool = False) -> tuple[Bar, ...]:
    """Bars of figures in one unit, in the order given; ranges and other units are left out."""
    units = [item.unit for item in figures if item.number is not None]
    unit = max(set(units), key=units.count) if units else ""
    bars = []
    for item in figures:
        if item.number is None or item.unit != unit or item.number < 0:
            continue
        who = f"{item.year}年" if by_year else (item.report.agency.name if item.report.agency else "")
        label = f"{who}（{item.fact.dimension}）" if item.fact.dimension else who
        bars.append(Bar(label, f"{_SIGNS.get(item.fact.qualifier, '')}{item.number.normalize():f}{unit}", item.number))
    return tuple(bars[:BARS_SHOWN])


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
