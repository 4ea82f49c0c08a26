"""What the disclosure rules say of a report."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.model.diagnostic import Audience, Severity
from generator.model.span import Span


class Verdict(StrEnum):
    """Four values, because silence is not consent."""

    MET = "met"
    NOT_MET = "not_met"
    NOT_APPLICABLE = "not_applicable"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one version of one rule says of one report; `reason` is one Chinese sentence, `evidence` where it shows."""

    rule: str
    version: str
    verdict: Verdict
    severity: Severity
    audience: Audience
    reason: str
    evidence: tuple[Span, ...] = ()


class PartName(StrEnum):
    """The five required contents (规定, five items; article number to be confirmed)."""

    MEASURES = "measures"
    SHORTCOMINGS = "shortcomings"
    FIRST_RESPONSIBLE = "first_responsible"
    NEXT_YEAR_PLAN = "next_year_plan"
    OTHER = "other"


class PartStatus(StrEnum):
    """How a required content is found."""

    SECTION = "section"
    INLINE = "inline"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Part:
    """One of the five required contents; `span` is where it stands, None if absent."""

    name: PartName
    status: PartStatus
    span: Span | None


@dataclass(frozen=True, slots=True)
class Judgement:
    """Everything the rules stage found in one report."""

    parts: tuple[Part, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
