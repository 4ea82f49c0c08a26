"""Hashes: of a report's text, which changes if, and only if, the words change; of files together."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from generator.model.document import Document


def text_hash(document: Document) -> str:
    """SHA-256 (hex) of the cleaned text in UTF-8; a new file format with the same words has the same hash."""
    return hashlib.sha256(document.text.encode()).hexdigest()


def files_hash(sums: Mapping[str, str]) -> str:
    """SHA-256 (hex) over the paths of files and the SHA-256 (hex) of each, in the order of the paths."""
    return hashlib.sha256("".join(f"{path}\0{each}\n" for path, each in sorted(sums.items())).encode()).hexdigest()
