"""Mechanics of Chinese text that several stages share: numerals, widths, brackets, sentences.

Nothing here knows what a report is. Every function leaves offsets as they are.
"""

from generator.text.numerals import HAN_DIGITS, read_numeral, read_year
from generator.text.sentences import clauses, sentences
from generator.text.widths import fold

__all__ = ["HAN_DIGITS", "clauses", "fold", "read_numeral", "read_year", "sentences"]
