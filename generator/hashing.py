"""The hash of a report's text: it changes if, and only if, the words change."""

from __future__ import annotations

import hashlib

from generator.model.document import Document


def text_hash(document: Document) -> str:
    """SHA-256 (hex) of the cleaned text in UTF-8; a new file format with the same words has the same hash."""
    return hashlib.sha256(document.text.encode()).hexdigest()
