"""Finds what the points of a report are about, what the report cites, and its keywords and abstract.

Everything is data of the catalogue (`generator/catalogues/themes/`, `…/instruments/`); nothing is learnt or generated.
"""

from __future__ import annotations

from generator.themes.classify import classify
from generator.themes.figures import place_figures
from generator.themes.idf import build_idf

__all__ = ["build_idf", "classify", "place_figures"]
