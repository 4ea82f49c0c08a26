"""Figures: every quantity of a report that counts, with its name, period and the sentence it stands in."""

from generator.indicators.extract import extract

__all__ = ["extract"]
