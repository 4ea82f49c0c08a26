"""Which originals can be cleaned, the cleaning in the child process, and the proof that the text is still the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.intake import problems
from generator.intake.door import read_bytes
from generator.intake.limits import DEFAULT, Limits
from generator.intake.process.keeper import KEEPER
from generator.intake.readers import READERS, docx, html, legacy, ofd, pdf

if TYPE_CHECKING:
    from generator.model.diagnostic import Diagnostic
    from generator.model.document import Original

CLEANABLE = frozenset({docx.NAME, pdf.NAME, ofd.NAME})
"""Readers whose files can be cleaned."""

_UNLINKED = frozenset({*legacy.MEDIA_TYPES.values(), html.MEDIA_TYPE})


def can_be_linked(original: Original) -> bool:
    """Whether the committed file may be offered for download.

    Older formats cannot be cleaned, and a web page would bring its scripts along; the report's page says so instead.
    """
    return original.media_type not in _UNLINKED


def scrub_bytes(data: bytes, name: str, *, limits: Limits = DEFAULT) -> tuple[bytes | None, tuple[Diagnostic, ...]]:
    """A copy without traces, or None with a diagnostic; the copy is given only if it reads as the same text.

    A file in which nothing was found that has to go, such as plain text, comes back as it is.
    """
    before, found = read_bytes(data, name, limits=limits)
    if before is None:
        return None, found
    reader = next(reader for reader in READERS if reader.accepts(data, name))
    if not any(problem.code == problems.METADATA.code for problem in found):
        return data, ()
    if reader.NAME not in CLEANABLE:
        return None, (problems.NOT_CLEANABLE.at(),)
    copy, trouble = KEEPER.scrub(data, name, limits)
    if copy is None:
        return None, trouble
    after, left = read_bytes(copy, name, limits=limits)
    if after is None or after.text != before.text or any(problem.code == problems.METADATA.code for problem in left):
        return None, (problems.NOT_THE_SAME.at(),)
    return copy, ()
