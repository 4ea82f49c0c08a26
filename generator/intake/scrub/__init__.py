"""Copies of originals without what must not be published: people's names, comments, revisions, hidden text, places."""

from __future__ import annotations

from generator.intake.scrub.door import can_be_linked, scrub_bytes

__all__ = ["can_be_linked", "scrub_bytes"]
