"""Turns an example of the rule catalogue into a report that went through the real stages."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import Any

import yaml

from generator import intake
from generator.catalogues.rules import Example
from generator.guard import FileScan
from generator.identity import identify
from generator.indicators import extract
from generator.model.diagnostic import Diagnostic
from generator.model.metadata import AgencyEntry, Ledger, Metadata, RegionEntry, Roster
from generator.model.outcome import Judgement, Outcome
from generator.model.report import Report
from generator.model.settings import Settings
from generator.outline import find_outline
from generator.rules import RuleContext, grade, judge
from generator.themes import classify

FRAME = Path(__file__).parent.parent / "cases" / "rules" / "frame.yml"
_PARTS: dict[str, str] = yaml.safe_load(FRAME.read_text(encoding="utf-8"))
REGIONS = (
    RegionEntry(id="jia", name="甲县", code="990001", level="county", parent="yi"),
    RegionEntry(id="yi", name="乙市", code="990000", level="city", parent="bing"),
    RegionEntry(id="bing", name="丙省", code="980000", level="province"),
    RegionEntry(id="ding", name="丁水县", code="990002", level="county", parent="yi"),
)


@dataclass(frozen=True, slots=True)
class Tried:
    """A report after judgement, and the problems that the rules raised."""

    report: Report
    problems: tuple[Diagnostic, ...]

    def outcome(self, rule: str) -> Outcome:
        """The outcome of one rule."""
        return next(item for item in self.report.judgement.outcomes if item.rule == rule)

    def quotes(self, rule: str) -> tuple[str, ...]:
        """What the evidence of one rule covers."""
        return tuple(span.of(self.report.document.text) for span in self.outcome(rule).evidence)


def write(example: Example) -> str:
    """The text of the report that an example describes."""
    if example.text is not None:
        return example.text
    given = {name: getattr(example, name) for name in ("title", "first", "measures", "shortcomings", "plan", "end")}
    parts = {name: _PARTS[name] if value is None else value for name, value in given.items()}
    if example.agency:
        parts["end"] = parts["end"].replace(_PARTS["agency"], example.agency)
    measures = "\n".join(filter(None, (parts["measures"], example.sentence)))
    order = (parts["title"], _PARTS["opening"], parts["first"], measures, parts["shortcomings"], parts["plan"])
    return "\n".join(filter(None, (*order, example.other, parts["end"])))


def try_example(example: Example, ledger: Ledger | None = None, files: tuple[FileScan, ...] = ()) -> Tried:
    """Send an example through the stages and the rules, as the pipeline does."""
    agency = AgencyEntry(
        id="jia-bureau", name=example.agency or _PARTS["agency"], region="jia", kind=example.agency_kind
    )
    settings = Settings(**{"name": "测试", **tupled(example.settings)})
    context = RuleContext(settings, Roster(REGIONS, (agency,)), ledger or Ledger(), example.today, files)
    return try_text(write(example), context, example.metadata, agency)


def try_text(text: str, context: RuleContext, metadata: Metadata, agency: AgencyEntry | None) -> Tried:
    """Send a text through the stages and the rules."""
    document, problems = intake.read_bytes(text.encode(), "报告.txt")
    if document is None:
        raise AssertionError(problems)
    outline, found = find_outline(document)
    problems += found
    identity, found = identify(document, outline, metadata, agency, context.roster)
    problems += found
    findings, found = extract(document, outline, identity)
    problems += found
    themes, found = classify(document, outline, identity)
    problems += found
    report = Report(
        id=f"{agency.id}-{identity.year.value}" if identity.year and agency else None,
        path=PurePosixPath("reports/报告.txt"),
        document=document,
        outline=outline,
        identity=identity,
        metadata=metadata,
        agency=agency,
        findings=findings,
        themes=themes,
        judgement=Judgement(),
        diagnostics=problems,
    )
    judgement, found = judge(report, context)
    told = (*grade(problems, report, context.settings), *found)
    return Tried(replace(report, judgement=judgement, diagnostics=told), told)


def tupled(settings: dict[str, Any]) -> dict[str, Any]:
    """Settings as the loader makes them: lists become tuples at the top."""
    return {key: tuple(value) if isinstance(value, list) else value for key, value in settings.items()}
