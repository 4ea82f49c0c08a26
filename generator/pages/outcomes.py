"""What the public rules say of a report, on its page."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.diagnostic import Audience
from generator.model.outcome import Verdict
from generator.model.report import Report
from generator.model.span import Span
from generator.reporting.codes import all_codes

VERDICT_NAMES = {
    Verdict.MET: "符合",
    Verdict.NOT_MET: "未达到",
    Verdict.NOT_APPLICABLE: "不适用",
    Verdict.UNDECIDED: "无法判断",
}


@dataclass(frozen=True, slots=True)
class OutcomeRow:
    """One public rule: its code and title, the verdict in words, the reason, and the anchor of the evidence ("")."""

    code: str
    title: str
    verdict: str
    reason: str
    anchor: str
    certainty: str


def outcome_rows(report: Report) -> tuple[OutcomeRow, ...]:
    """The outcomes of public rules in order of the catalogue; those for staff never get here."""
    codes = {code.code: code for code in all_codes()}
    return tuple(
        OutcomeRow(
            code=item.rule,
            title=codes[item.rule].title,
            verdict=VERDICT_NAMES[item.verdict],
            reason=item.reason,
            anchor=_anchor(report, item.evidence[0]) if item.evidence else "",
            certainty=codes[item.rule].certainty,
        )
        for item in report.judgement.outcomes
        if item.audience is Audience.PUBLIC and item.rule in codes
    )


def _anchor(report: Report, span: Span) -> str:
    """The paragraph, else the section, in which the evidence begins; "" for the title and the like."""
    paragraph = report.outline.paragraph_at(span.start)
    if paragraph is not None:
        return paragraph.id
    heading = next((item for item in report.outline.headings if item.span.overlaps(span)), None)
    return heading.id if heading else ""
