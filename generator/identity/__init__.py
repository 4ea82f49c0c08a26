"""Finds who reports on which year. What the text does not say is declared, follows from the roster, or stays None."""

from __future__ import annotations

from datetime import date

from generator.identity.agency import find_issuer
from generator.identity.checks import find_problems
from generator.identity.compact import Compact
from generator.identity.kinds import find_kind
from generator.identity.region import find_region
from generator.identity.roster import find_entry
from generator.identity.sources import Sources
from generator.identity.title import clean_title, infer_title
from generator.identity.years import find_year
from generator.model.diagnostic import Diagnostic
from generator.model.document import Document
from generator.model.identity import Basis, Identity, Known, ReportKind
from generator.model.metadata import AgencyEntry, Metadata, Roster
from generator.model.outline import Outline
from generator.model.span import Span
from generator.text.dates import read_date

__all__ = ["identify"]


def identify(
    document: Document, outline: Outline, metadata: Metadata, agency: AgencyEntry | None, roster: Roster
) -> tuple[Identity, tuple[Diagnostic, ...]]:
    """The identity of a report and what is wrong with it.

    `agency` is the roster's entry that the metadata declare, None if they declare none; then the roster is asked for
    the names that the text uses. `received_on` stays None: the ledger is not this stage's matter. A missing title is
    inferred from agency and year unless the metadata declare one.
    """
    text = document.text
    sources = Sources(document, outline)
    issuer = find_issuer(sources)
    signed = "、".join(name.text for name in sources.signers)
    entry = agency or find_entry(roster, _candidates(sources, issuer.agency), _surroundings(document, outline))
    name = _agency(entry, declared=agency is not None, found=issuer.agency, sources=sources)
    year = _year(document, outline, metadata)
    kind, other = find_kind(document, outline, _known_title(document, outline, metadata))
    title = _title(document, outline, metadata, name if kind is ReportKind.RULE_OF_LAW else None, year)
    identity = Identity(
        title=title,
        kind=kind,
        year=year,
        agency=name,
        agency_id=entry.id if entry else None,
        subject=_subject(metadata, entry, issuer.subject),
        region=find_region(sources, name.value if name else None, entry, roster),
        addressee=_words(text, outline.addressee),
        signed_by=Known(signed, Basis.TEXT, outline.signature) if signed else _words(text, outline.signature),
        signed_on=_signed_on(text, outline, metadata),
        document_number=_words(text, outline.document_number) or _declared(metadata.document_number),
        published_on=metadata.published_on,
        received_on=None,
    )
    return identity, tuple(find_problems(sources, metadata, agency, identity, other))


def _candidates(sources: Sources, found: Known[str] | None) -> list[str]:
    names = [] if found is None else [found.value]
    names += [name.text for name in sources.signers]
    names += [] if sources.title.issuer is None else [sources.title.issuer.text]
    return names


def _surroundings(document: Document, outline: Outline) -> str:
    """Title and signature without blanks: names that are written in an unusual way are looked for there."""
    spans = (outline.title, outline.signature)
    return "\n".join(Compact(document.text, span).text for span in spans if span is not None)


def _agency(
    entry: AgencyEntry | None, *, declared: bool, found: Known[str] | None, sources: Sources
) -> Known[str] | None:
    """The name of the roster, with the place in the text if it stands there; else the name of the text."""
    if entry is None:
        return found
    at = sources.document.text.find(entry.name)
    if at >= 0:
        return Known(entry.name, Basis.TEXT, Span(at, at + len(entry.name)))
    return Known(entry.name, Basis.DECLARED if declared else Basis.ROSTER, found.span if found else None)


def _year(document: Document, outline: Outline, metadata: Metadata) -> Known[int] | None:
    found = find_year(document, outline)
    if metadata.year is None or (found is not None and found.value == metadata.year):
        return found
    return Known(metadata.year, Basis.DECLARED)


def _title(
    document: Document, outline: Outline, metadata: Metadata, agency: Known[str] | None, year: Known[int] | None
) -> Known[str] | None:
    if outline.title is not None:
        return Known(clean_title(outline.title.of(document.text)), Basis.TEXT, outline.title)
    if metadata.title:
        return Known(metadata.title, Basis.DECLARED)
    if agency is None:
        return None
    return Known(infer_title(document, outline, agency.value, year.value if year else None), Basis.INFERRED)


def _known_title(document: Document, outline: Outline, metadata: Metadata) -> str | None:
    if outline.title is None:
        return metadata.title
    return Compact(document.text, outline.title).text


def _subject(metadata: Metadata, entry: AgencyEntry | None, found: Known[str] | None) -> Known[str] | None:
    if metadata.subject:
        return Known(metadata.subject, Basis.DECLARED)
    if entry is not None and entry.speaks_for:
        return Known(entry.speaks_for, Basis.ROSTER, found.span if found else None)
    return found


def _signed_on(text: str, outline: Outline, metadata: Metadata) -> Known[date] | None:
    signed = None if outline.date is None else read_date(outline.date.of(text))
    if signed is not None:
        return Known(signed, Basis.TEXT, outline.date)
    return None if metadata.signed_on is None else Known(metadata.signed_on, Basis.DECLARED)


def _words(text: str, span: Span | None) -> Known[str] | None:
    return None if span is None else Known(Compact(text, span).text, Basis.TEXT, span)


def _declared(value: str | None) -> Known[str] | None:
    return Known(value, Basis.DECLARED) if value else None
