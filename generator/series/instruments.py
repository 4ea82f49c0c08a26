"""Laws and documents that reports cite."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.report import Corpus, Report
from generator.model.theme import Citation
from generator.text import sentences

NOT_AN_INSTRUMENT = "other"
"""Kind of titles that are no law, document or plan: films, newspapers, a bare 《条例》."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """One report that cites an instrument: the first citation in it, and how many there are."""

    report: Report
    citation: Citation
    times: int

    @property
    def year(self) -> int:
        """The report year."""
        return self.report.identity.year.value if self.report.identity.year else 0

    @property
    def sentence(self) -> str:
        """The sentence of the first citation."""
        text = self.report.document.text
        paragraph = self.report.outline.paragraph_at(self.citation.span.start)
        if paragraph is None:
            return self.citation.text
        holding = (span for span in sentences(text, paragraph.span) if span.overlaps(self.citation.span))
        return next((span.of(text) for span in holding), self.citation.text)


@dataclass(frozen=True, slots=True)
class Instrument:
    """A cited law or document with the reports that cite it, newest year first."""

    id: str
    kind: str
    name: str
    quotations: tuple[Quotation, ...]


def instruments_of(corpus: Corpus) -> tuple[Instrument, ...]:
    """Every cited instrument, those cited by most reports first, then by name."""
    found: dict[str, list[Quotation]] = {}
    heads: dict[str, Citation] = {}
    for report in corpus.reports:
        cited: dict[str, list[Citation]] = {}
        for citation in report.themes.citations:
            if citation.kind == NOT_AN_INSTRUMENT:
                continue
            cited.setdefault(citation.instrument, []).append(citation)
        for identifier, citations in cited.items():
            heads.setdefault(identifier, citations[0])
            found.setdefault(identifier, []).append(Quotation(report, citations[0], len(citations)))
    made = [
        Instrument(identifier, heads[identifier].kind, heads[identifier].normalised, tuple(quotations))
        for identifier, quotations in found.items()
    ]
    return tuple(sorted(made, key=lambda item: (-len(item.quotations), item.name)))
