"""Figures: every quantity of a report that counts, with its name, its period and the sentence it stands in.

`extract` gives the indicator table of a report, `explain` says why a number is or is not in it.
"""

from generator.indicators.explain import Explanation, explain
from generator.indicators.extract import extract

__all__ = ["Explanation", "explain", "extract"]
