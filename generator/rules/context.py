"""What a rule may look at: the report, the site around it, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from generator.guard import FileScan, Hit
from generator.model.metadata import Ledger, Roster
from generator.model.outcome import Part, PartName
from generator.model.outline import Heading
from generator.model.report import Report
from generator.model.settings import Settings
from generator.model.span import Span
from generator.text import sentences


@dataclass(frozen=True, slots=True)
class RuleContext:
    """The site around a report.

    `files` are the guard's scans of the original file, the metadata file and the attachments of the report, as far as
    the caller has them; the text of the report itself is always scanned.
    """

    settings: Settings
    roster: Roster
    ledger: Ledger
    today: date
    files: tuple[FileScan, ...] = ()


@dataclass(frozen=True, slots=True)
class Matter:
    """A report with what several checks need of it, found once."""

    report: Report
    context: RuleContext
    parts: dict[PartName, Part]
    hits: tuple[Hit, ...] = field(default=())

    @property
    def text(self) -> str:
        """The cleaned text."""
        return self.report.document.text

    @property
    def year(self) -> int | None:
        """The year reported on."""
        known = self.report.identity.year
        return known.value if known else None

    @property
    def title(self) -> str:
        """The title as the text has it, "" if the text has none."""
        span = self.report.outline.title
        return span.of(self.text) if span else ""

    @property
    def body(self) -> Span:
        """From the first paragraph or heading to the last: no title, signature or date."""
        spans = [item.span for item in self.report.outline.paragraphs]
        spans += [heading.section for heading in self.report.outline.headings]
        if not spans:
            return Span(0, len(self.text))
        return Span(min(span.start for span in spans), max(span.end for span in spans))

    def sentences(self, span: Span | None = None) -> tuple[Span, ...]:
        """The sentences of a span, of the body by default."""
        return sentences(self.text, span or self.body)

    def part_body(self, name: PartName) -> Span | None:
        """Where a required content stands without its heading; None if it is absent."""
        part = self.parts[name]
        if part.span is None:
            return None
        heading = self.heading_at(part.span.start)
        return Span(heading.span.end, part.span.end) if heading else part.span

    def heading_at(self, start: int) -> Heading | None:
        """The heading that begins at an offset."""
        return next((item for item in self.report.outline.headings if item.span.start == start), None)
