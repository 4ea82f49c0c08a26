"""Markdown: the same bytes as plain text, but `#`, `**`, tables and the like are structure."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from generator.intake.readers import text

if TYPE_CHECKING:
    from generator.intake.limits import Limits
    from generator.model.diagnostic import Diagnostic
    from generator.model.document import Reading

NAME = "md/1"
MEDIA_TYPE = "text/markdown"

_SUFFIXES = frozenset({".md", ".markdown"})


def accepts(data: bytes, name: str) -> bool:  # noqa: ARG001 — readers share one interface
    """Whether the name says Markdown: its bytes cannot be told from plain text."""
    return PurePath(name).suffix.lower() in _SUFFIXES


def read(data: bytes, limits: Limits) -> tuple[Reading | None, tuple[Diagnostic, ...]]:
    """Decode like plain text; the cleaning turns the syntax into structure, so that every sign is recorded."""
    reading, diagnostics = text.read(data, limits)
    return (None if reading is None else replace(reading, markdown=True)), diagnostics
