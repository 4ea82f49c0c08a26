"""A heading before its place among the others is known."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.span import Span
from generator.outline.families import Family


@dataclass(frozen=True, slots=True)
class Draft:
    """A heading as found in a line.

    `span` begins with the marker and ends with `words`, the text after it. `line` is the index of its line, `inline`
    says that it does not begin the line. `number` is 0 and
    `marker` "" for headings without a number. `level` is the published one, `rank` orders line headings for nesting.
    """

    family: Family
    kind: str
    number: int
    marker: str
    level: int
    rank: int
    span: Span
    words: str
    line: int
    inline: bool
    run_in: bool
    clause: bool
    open: bool = False
    """Begins inside a line and ends with it, and its text follows on lines of its own, like that of its siblings."""

    @property
    def series(self) -> tuple[Family, str]:
        """What headings of one series have in common."""
        return self.family, self.kind
