"""How a reader gives up."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.model.diagnostic import Diagnostic


class Refusal(Exception):  # noqa: N818 — it is no fault of the program
    """A file cannot be read; the door turns it into its diagnostic. Never leaves this stage."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic
