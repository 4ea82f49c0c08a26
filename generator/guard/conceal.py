"""Texts that quote a file, made safe to print: what the guard finds in them is masked."""

from __future__ import annotations

from pathlib import PurePosixPath

from generator.guard.hit import Kind
from generator.guard.scan import scan_text

HIDDEN = "＊＊＊"
"""Stands for a text that holds a secrecy mark: nothing of it is printed."""


def conceal(text: str) -> str:
    """The text with everything that the guard finds in it masked, `HIDDEN` alone if it holds a secrecy mark."""
    hits = scan_text(text)
    if any(hit.kind is Kind.SECRECY_MARK for hit in hits):
        return HIDDEN
    parts, at = [], 0
    for hit in hits:
        if hit.span.start >= at:  # hits of two kinds may overlap: the first one's form stands for both
            parts += [text[at : hit.span.start], hit.masked or HIDDEN]
        at = max(at, hit.span.end)
    return "".join((*parts, text[at:]))


def conceal_path(path: str) -> str:
    """A path with `/` whose folders and file name are masked in the same way; the suffix stays."""
    place = PurePosixPath(path)
    folders, stem = [conceal(part) for part in place.parent.parts], conceal(place.stem)
    if stem == place.stem and tuple(folders) == place.parent.parts:
        return path
    return str(PurePosixPath(*folders, stem + place.suffix))
