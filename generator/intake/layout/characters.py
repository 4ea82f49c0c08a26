"""Which characters a text layer may give."""

from __future__ import annotations

import unicodedata


def is_plausible(char: str) -> bool:
    """Whether a character may stand in a Chinese report: no private use, no control, no unassigned code."""
    return char.isspace() or (unicodedata.category(char)[0] != "C" and char != "\ufffd")
