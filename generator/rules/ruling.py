"""What a check answers, before it becomes an outcome and problems."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.model.diagnostic import Severity
from generator.model.outcome import Verdict
from generator.model.span import Span


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to tell the clerk.

    `values` fill the message of the rule, `message` replaces it. `span` counts in the cleaned text, None for the file
    as a whole; `file`, `line`, `column` name another file. `quote` None prints the text of the span. `severity` None
    is that of the rule.
    """

    span: Span | None = None
    values: dict[str, str] = field(default_factory=dict)
    message: str = ""
    quote: str | None = None
    severity: Severity | None = None
    file: str | None = None
    line: int | None = None
    column: int | None = None
    place: str = ""


@dataclass(frozen=True, slots=True)
class Ruling:
    """The answer of a check: verdict, one Chinese sentence, where it shows, and what to tell the clerk.

    A verdict that is met or undecided may carry remarks, too. `reported` says that an earlier stage told the clerk.
    """

    verdict: Verdict
    reason: str
    evidence: tuple[Span, ...] = ()
    remarks: tuple[Remark, ...] = ()
    reported: bool = False


def met(reason: str, *evidence: Span) -> Ruling:
    """The duty is met."""
    return Ruling(Verdict.MET, reason, evidence)


def not_applicable(reason: str) -> Ruling:
    """The duty does not concern this report."""
    return Ruling(Verdict.NOT_APPLICABLE, reason)


def undecided(reason: str, *remarks: Remark) -> Ruling:
    """A program cannot tell; `remarks` ask a person to look."""
    return Ruling(Verdict.UNDECIDED, reason, _spans(remarks), remarks)


def not_met(reason: str, *remarks: Remark) -> Ruling:
    """The duty is not met, with at least one remark."""
    return Ruling(Verdict.NOT_MET, reason, _spans(remarks), remarks or (Remark(),))


def _spans(remarks: tuple[Remark, ...]) -> tuple[Span, ...]:
    return tuple(remark.span for remark in remarks if remark.span is not None)
