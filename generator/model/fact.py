"""Figures of a report: what was counted, how much, and where it says so."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from generator.model.span import Span


class Qualifier(StrEnum):
    """How exactly the source states a value."""

    NONE = "none"
    APPROX = "approx"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    RANGE = "range"


class Layer(StrEnum):
    """Whether a name is comparable (canonical: a catalogue entry fired) or only shown (composed: 原文指标)."""

    CANONICAL = "canonical"
    COMPOSED = "composed"


class Reason(StrEnum):
    """Why a number is no figure (the kinds of the mask)."""

    HEADING = "heading"
    DATE = "date"
    DOCUMENT_NUMBER = "docnum"
    ORDINAL = "ordinal"
    PROPER = "proper"
    SLOGAN = "slogan"
    QUOTED = "quoted"
    TITLE = "title"
    STRUCTURAL = "structural"
    DURATION = "duration"
    VAGUE = "vague"
    LEXICAL = "lexical"
    HOTLINE = "hotline"
    VERSION = "version"
    FREQUENCY = "frequency"
    TARGET = "target"


@dataclass(frozen=True, slots=True)
class Fact:
    """One row of the indicator table: this report states this value of this quantity, here.

    `value` is None and `low`, `high` are set for a range. `unit` is as written (`万元`, `余` left out). `dimension`
    says which part of the named thing is counted (企业, 区级, 一审), "" for the whole; behind a composed name that says
    little alone (部门数) it is what the text says it is about. `per` holds the per-unit word
    (均, 每), "" for a total. `period` is the report year as text, or the words of the source (累计, 截至目前);
    `in_year` says whether that is the report's year: a figure of another year, of several or of a part of one is shown
    with its period and compared with none. `theme` (T0 … T9) is that of the catalogue's entry, behind a composed name
    that of the text around; None where that has none.
    `evidence` is the sentence. `rule` names grammar branch, binder rule and catalogue entry, so that the reader can
    be told why. `id` is the anchor `f-<paragraph hash>-<n>`. `cell` marks a figure read from a table cell.
    """

    id: str
    span: Span
    mention: str
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    unit: str
    qualifier: Qualifier
    name: str
    indicator: str | None
    layer: Layer
    theme: str | None
    dimension: str
    period: str
    in_year: bool
    per: str
    section: str | None
    paragraph: str
    evidence: Span
    rule: str

    @property
    def limits(self) -> str:
        """What part it counts, or what other time: what must stand beside it wherever it is shown; "" for the whole."""
        return "，".join(filter(None, (self.dimension, "" if self.in_year else self.period)))

    @property
    def full_name(self) -> str:
        """The name with its limits in brackets, for where they have no place of their own."""
        return f"{self.name}（{self.limits}）" if self.limits else self.name


@dataclass(frozen=True, slots=True)
class Absence:
    """An explicit zero in words (未发生…, 无…发生). It is no fact: its value is "none reported as happened"."""

    span: Span
    name: str
    paragraph: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A number that is no figure, with the reason."""

    span: Span
    mention: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Recomputation:
    """Arithmetic that the report's own figures allow, e.g. part ÷ whole = stated share.

    `formula` is the sum as shown to the reader; `agrees` False is for staff only and never public.
    """

    kind: str
    formula: str
    agrees: bool
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything the indicators stage found in one report, each in order of the text."""

    facts: tuple[Fact, ...] = ()
    absences: tuple[Absence, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    recomputations: tuple[Recomputation, ...] = ()
