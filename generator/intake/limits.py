"""How much of a file is read before it is refused. Annual reports are 10–300 KB, scans of them up to 10 MB."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits of the door and of the readers; each one stops a kind of hostile or mistaken file.

    Sizes are in bytes unless the name says otherwise.
    """

    file: int = 20_000_000
    """Any file. Scanned reports reach 10 MB; nothing larger is a report."""
    text: int = 8_000_000
    """Plain text and Markdown: a thousand times a long report."""
    characters: int = 1_000_000
    """Characters of a text, tables included: thirty times the longest reports, and what later stages take in stride."""
    pieces: int = 300_000
    """Lines, blanks and marks into which a text falls; a long report has 2,000. Keeps cleaning under two seconds."""
    visible: int = 5
    """Fewer visible characters than this are no report."""
    undecodable: float = 0.02
    """Share of characters that could not be decoded above which a file is not text."""


DEFAULT = Limits()
