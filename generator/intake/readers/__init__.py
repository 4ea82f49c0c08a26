"""One file a format; each tells its bytes (`accepts`) and turns them into a `Reading` (`read`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from generator.intake.readers import docx, html, legacy, markdown, ofd, pdf, text, unreadable

if TYPE_CHECKING:
    from generator.intake.limits import Limits
    from generator.model.diagnostic import Diagnostic
    from generator.model.document import Reading


class Reader(Protocol):
    """What every reader is: a module with these names."""

    @property
    def NAME(self) -> str:  # noqa: N802 — a constant of the module
        """Name and version, e.g. `docx/1`; the version grows when the same bytes give another text."""

    @property
    def MEDIA_TYPE(self) -> str:  # noqa: N802
        """The media type of the files it reads."""

    def accepts(self, data: bytes, name: str) -> bool:
        """Whether the bytes of the file `name` are of this format; the first reader that accepts is asked."""

    def read(self, data: bytes, limits: Limits) -> tuple[Reading | None, tuple[Diagnostic, ...]]:
        """The text and its structure; None with an error, or a `Refusal`, if the bytes cannot be read."""


READERS: tuple[Reader, ...] = (docx, ofd, pdf, legacy, unreadable, html, markdown, text)
"""In the order in which they are asked; plain text takes what is left."""

IN_PROCESS = frozenset({markdown.NAME, text.NAME, unreadable.NAME})
"""Readers of nothing but text need no child: their work is bounded, and it is Python's own."""
