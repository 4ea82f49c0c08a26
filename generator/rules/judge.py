"""Applies every rule to one report."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from generator.catalogues.checks import AcrossReports, Configured, Guarded, OnSite
from generator.catalogues.rules import Rule, rules_by_id
from generator.guard import scan_text
from generator.model.diagnostic import Diagnostic, Severity
from generator.model.outcome import Judgement, Outcome, Verdict
from generator.model.report import Report
from generator.model.settings import Settings
from generator.rules.checks import CHECKS
from generator.rules.context import Matter, RuleContext
from generator.rules.parts import find_parts
from generator.rules.ruling import Remark, Ruling, not_applicable
from generator.rules.settle import settled_rules

_ELSEWHERE = (AcrossReports, Configured, OnSite)
_RANK = {Severity.NOTE: 0, Severity.WARNING: 1, Severity.ERROR: 2}


def judge(report: Report, context: RuleContext) -> tuple[Judgement, tuple[Diagnostic, ...]]:
    """The five required contents, the outcome of every rule that concerns one report, and the problems they raise.

    `report` has an empty judgement and the diagnostics of the earlier stages: one whose code is the id of a rule
    makes that rule not met and is not told again. Rules across reports, on settings and on the built site are not
    decided here. Pure: the same report and context give the same answer.
    """
    parts = find_parts(report)
    matter = Matter(report, context, {part.name: part for part in parts}, scan_text(report.document.text))
    outcomes: list[Outcome] = []
    problems: list[Diagnostic] = []
    for rule in settled_rules(context.settings):
        if isinstance(rule.check, _ELSEWHERE):
            continue
        ruling = decide(rule, matter)
        outcomes.append(outcome(rule, ruling, matter))
        if not ruling.reported:
            severity = severity_of(rule, report, context.settings)
            problems += (problem(rule, remark, severity) for remark in ruling.remarks)
    return Judgement(parts, tuple(outcomes)), tuple(problems)


def decide(rule: Rule, matter: Matter) -> Ruling:
    """The ruling of one rule: by what an earlier stage reported, else by the rule's check."""
    reported = [item for item in matter.report.diagnostics if item.code == rule.id]
    if reported:
        # A reader tells of the report's own file; what goes with it has only the rule to look at it.
        others = CHECKS[Guarded](rule, rule.check, matter).remarks if isinstance(rule.check, Guarded) else ()
        spans = tuple(item.span for item in reported if item.span is not None)
        return Ruling(Verdict.NOT_MET, f"{reported[0].message.rstrip('。')}。", spans, others, reported=not others)
    agency = matter.report.agency
    if rule.binds and agency is not None and agency.kind not in rule.binds:
        return not_applicable("规定没有对这类机关提出这项要求。")
    if rule.version(due_day(matter.report, matter.context.today)) is None:
        return not_applicable("报告当时还没有这项要求。")
    return CHECKS[type(rule.check)](rule, rule.check, matter)


def due_day(report: Report, today: date) -> date:
    """The day whose law applies to a report: 31 March after its year, today if the year is not known."""
    year = report.identity.year
    return date(year.value + 1, 3, 31) if year else today


def outcome(rule: Rule, ruling: Ruling, matter: Matter) -> Outcome:
    """The public form of a ruling; `version` is the day since which the wording holds."""
    version = rule.version(due_day(matter.report, matter.context.today))
    usual = severity_of(rule, matter.report, matter.context.settings)
    given = [remark.severity or usual for remark in ruling.remarks]
    return Outcome(
        rule=rule.id,
        version=(version or rule.versions[0]).valid_from.isoformat(),
        verdict=ruling.verdict,
        severity=max(given, key=_RANK.__getitem__) if given else usual,
        audience=rule.audience,
        reason=ruling.reason,
        evidence=ruling.evidence,
    )


def problem(rule: Rule, remark: Remark, severity: Severity) -> Diagnostic:
    """A remark as a problem whose code is the id of the rule."""
    return Diagnostic(
        code=rule.id,
        name=rule.name,
        severity=remark.severity or severity,
        message=remark.message or rule.message.format(**remark.values),
        hint=rule.hint,
        span=remark.span,
        quote=remark.quote,
        place=remark.place,
        file=remark.file,
        line=remark.line,
        column=remark.column,
    )


def severity_of(rule: Rule, report: Report, settings: Settings) -> Severity:
    """How bad it is in the site's mode; milder where the publisher declares what the text lacks."""
    declared = rule.supplied is not None and bool(report.metadata.title)
    table = rule.supplied if declared and rule.supplied is not None else rule.severity
    return table.of(settings.mode)


def grade(problems: tuple[Diagnostic, ...], report: Report, settings: Settings) -> tuple[Diagnostic, ...]:
    """Give problems of earlier stages whose code is the id of a rule the severity that the site's mode asks for.

    A stage does not know the mode. A rule that the site has switched off takes its problems with it. What a stage
    calls an error although the rule is a mere note (U+FFFD), or a warning although the rule is an error in every mode
    (comments in an original that is not offered for download), it knows better.
    """
    rules = {rule.id: rule for rule in settled_rules(settings)}
    graded = []
    for item in problems:
        if item.code not in rules_by_id():
            graded.append(item)
        elif item.code in rules:
            usual, settled = rules_by_id()[item.code].severity, rules[item.code].severity
            worse = item.severity is Severity.ERROR and usual.demo is Severity.NOTE
            milder = item.severity is Severity.WARNING and usual.demo is usual.official is Severity.ERROR
            keep = (worse or milder) and settled == usual  # what the site itself has set goes first
            graded.append(item if keep else replace(item, severity=severity_of(rules[item.code], report, settings)))
    return tuple(graded)
