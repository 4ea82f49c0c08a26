"""Figures: quantities, names, what is left out, tables, arithmetic."""
