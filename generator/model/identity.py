"""Who reports on what, and how we know."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Generic, TypeVar

from generator.model.span import Span

T = TypeVar("T")


class Basis(StrEnum):
    """Where a piece of identity comes from."""

    TEXT = "text"
    """Read in the report; the span tells where."""
    DECLARED = "declared"
    """Declared by the publisher in the metadata file."""
    ROSTER = "roster"
    """Follows from the agency's entry in the roster."""
    INFERRED = "inferred"
    """Put together by the generator from words of the report; always shown as such."""


@dataclass(frozen=True, slots=True)
class Known(Generic[T]):
    """A value with the ground it stands on; `span` is where it was read, None if it was not read in the text."""

    value: T
    basis: Basis
    span: Span | None = None


class ReportKind(StrEnum):
    """What kind of report a file is."""

    RULE_OF_LAW = "rule_of_law"
    """法治政府建设年度报告."""
    DISCLOSURE = "disclosure"
    """政府信息公开工作年度报告 (条例 49): another duty, refused here."""
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Region:
    """A place by its names; each is None where neither text nor roster tells. `code` is the GB/T 2260 code."""

    county: str | None = None
    city: str | None = None
    province: str | None = None
    code: str | None = None


@dataclass(frozen=True, slots=True)
class Identity:
    """Who reports on which year. A field is None where neither the text nor the publisher says it.

    `agency` is the issuer, `subject` the body for which the report speaks where that is another one (a justice
    bureau that reports for the whole district). `published_on` may carry a time; `received_on` is from the ledger.
    """

    title: Known[str] | None
    kind: ReportKind
    year: Known[int] | None
    agency: Known[str] | None
    agency_id: str | None
    subject: Known[str] | None
    region: Region
    addressee: Known[str] | None
    signed_by: Known[str] | None
    signed_on: Known[date] | None
    document_number: Known[str] | None
    published_on: datetime | date | None
    received_on: date | None
