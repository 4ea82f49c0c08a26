"""Texts that quote a file, made safe to print: what the guard finds in them is masked."""

from __future__ import annotations

from collections.abc import Iterable

from generator.guard.hit import Hit, Kind
from generator.guard.scan import scan_text

HIDDEN = "＊＊＊"
"""Stands for a secrecy mark."""


def conceal(text: str) -> str:
    """The text with everything that the guard finds in it masked; a secrecy mark leaves nothing of itself."""
    return conceal_hits(text, scan_text(text))


def conceal_hits(text: str, hits: Iterable[Hit]) -> str:
    """The text with the given hits in it masked; their spans count in it and do not overlap."""
    parts, at = [], 0
    for hit in hits:
        parts += [text[at : hit.span.start], HIDDEN if hit.kind is Kind.SECRECY_MARK else hit.masked or HIDDEN]
        at = hit.span.end
    return "".join((*parts, text[at:]))
