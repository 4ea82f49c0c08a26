"""The published interface `gongkai.inspect/1`: one JSON object per report.

Offsets are code points in the source text, half-open; numbers are decimal strings. Keys may be added; a key here
keeps its name and its meaning. `inspect.schema.json` beside this file is its JSON Schema.
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from generator.model.fact import Fact, Qualifier
from generator.model.identity import Basis, Identity, Known
from generator.model.report import Report
from generator.model.span import RepairKind, Span

SCHEMA = "gongkai.inspect/1"


def inspect_report(report: Report, file: str) -> dict[str, Any]:
    """The JSON object of one report; `file` is the name as given by the caller."""
    document, outline = report.document, report.outline

    def place(span: Span | None) -> dict[str, int | None]:
        if span is None:
            return {"start": None, "end": None}
        source = document.to_source(span)
        return {"start": source.start, "end": source.end}

    def known_place(known: Known[Any]) -> dict[str, int | None]:
        return place(known.span if known.basis is Basis.TEXT else None)

    identity = report.identity
    title = identity.title
    return {
        "schema": SCHEMA,
        "file": file,
        "name": document.original.name,
        "sha256": document.original.sha256,
        "media_type": document.original.media_type,
        "id": report.id,
        "identity": {
            "title": None
            if title is None
            else {"value": title.value, "supplied": title.basis is not Basis.TEXT, **known_place(title)},
            **_identity(identity),
        },
        "outline": [
            {
                "id": heading.id,
                "level": heading.level,
                "marker": heading.marker,
                "text": heading.title,
                "run_in": heading.run_in,
                "start": place(heading.span)["start"],
                "heading_end": place(heading.span)["end"],
                "section_end": place(heading.section)["end"],
                "clause": heading.clause,
            }
            for heading in outline.headings
        ],
        "paragraphs": [{"id": item.id, **place(item.span), "section": item.section} for item in outline.paragraphs],
        "repairs": [
            {
                "kind": piece.repair.value if piece.repair else "",
                "start": piece.source.start,
                "end": piece.source.end,
                "shown": piece.cleaned.of(document.text),
            }
            for piece in document.repairs()
            if piece.repair is not RepairKind.BLANK
        ],
        "facts": [
            {**_fact(fact), **place(fact.span), "evidence": place(fact.evidence)} for fact in report.findings.facts
        ],
        "absences": [
            {"name": item.name, "paragraph": item.paragraph, **place(item.span)} for item in report.findings.absences
        ],
        "left_out": [
            {"mention": item.mention, "reason": item.reason.value, **place(item.span)}
            for item in report.findings.left_out
        ],
        "themes": [
            {
                "theme": tag.theme,
                "topic": tag.topic,
                "weight": tag.weight,
                "paragraph": tag.paragraph,
                "cues": [{**place(cue), "text": cue.of(document.text)} for cue in tag.cues],
                **place(tag.span),
            }
            for tag in report.themes.tags
        ],
        "citations": [
            {
                "kind": "law" if item.kind == "law" else "document",
                "group": item.kind,
                "text": item.text,
                "normalised": item.normalised,
                "instrument": item.instrument,
                **place(item.span),
            }
            for item in report.themes.citations
        ],
        "keywords": list(report.themes.keywords),
        "abstract": report.themes.abstract,
        "parts": {
            part.name.value: {"status": part.status.value, **place(part.span)} for part in report.judgement.parts
        },
        "outcomes": [
            {
                "rule": item.rule,
                "version": item.version,
                "verdict": item.verdict.value,
                "severity": item.severity.value,
                "audience": item.audience.value,
                "reason": item.reason,
                "evidence": [place(span) for span in item.evidence],
            }
            for item in report.judgement.outcomes
        ],
        "diagnostics": [
            {
                "code": item.code,
                "name": item.name,
                "severity": item.severity.value,
                "file": item.file,
                "line": item.line,
                "column": item.column,
                **place(item.span),
                "quote": item.quote,
                "message": item.message,
                "hint": item.hint,
                "accepted_by": item.accepted_by,
            }
            for item in report.diagnostics
        ],
    }


def _identity(identity: Identity) -> dict[str, Any]:
    def value(known: Known[Any] | None) -> Any:
        return plain(known.value) if known else None

    region = identity.region
    return {
        "kind": identity.kind.value,
        "year": value(identity.year),
        "agency": value(identity.agency),
        "agency_id": identity.agency_id,
        "subject": value(identity.subject),
        "region": {"county": region.county, "city": region.city, "province": region.province, "code": region.code},
        "addressee": value(identity.addressee),
        "signed_by": value(identity.signed_by),
        "signed_on": value(identity.signed_on),
        "document_number": value(identity.document_number),
        "published_on": plain(identity.published_on),
        "received_on": plain(identity.received_on),
    }


def _fact(fact: Fact) -> dict[str, Any]:
    ranged = fact.qualifier is Qualifier.RANGE
    return {
        "id": fact.id,
        "mention": fact.mention,
        "value": None if ranged else plain(fact.value),
        "low": plain(fact.low) if ranged else None,
        "high": plain(fact.high) if ranged else None,
        "unit": fact.unit,
        "qualifier": fact.qualifier.value,
        "name": fact.name,
        "indicator": fact.indicator,
        "layer": fact.layer.value,
        "theme": fact.theme,
        "dimension": fact.dimension,
        "period": fact.period,
        "per": fact.per,
        "section": fact.section,
        "paragraph": fact.paragraph,
        "rule": fact.rule,
    }


def plain(value: object) -> Any:
    """A value as JSON holds it: decimals as plain strings, dates as ISO 8601, None as null."""
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, datetime):
        return value.isoformat(sep="T", timespec="minutes")
    if isinstance(value, date):
        return value.isoformat()
    return value
