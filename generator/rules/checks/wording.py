"""Words that must stand in a text, or must not."""

from __future__ import annotations

import re
from functools import cache

from generator.catalogues.checks import Reported, Where, Wording
from generator.catalogues.rules import Rule
from generator.model.outcome import PartName
from generator.model.span import Span
from generator.rules.context import Matter
from generator.rules.ruling import Remark, Ruling, met, not_applicable, not_met


def check_reported(rule: Rule, check: Reported, matter: Matter) -> Ruling:
    """Met, because no earlier stage reported a problem under the rule's id (that case is decided before)."""
    del rule, matter
    return met(check.met)


def check_wording(rule: Rule, check: Wording, matter: Matter) -> Ruling:
    """Every `demand` is found and no `forbid`, apart from what `unless` covers."""
    del rule
    place = _place(check.where, matter)
    if place is None:
        return not_applicable("报告没有标题。" if check.where is Where.TITLE else "报告没有写这一部分。")
    faults = _forbidden(check, matter.text, place)
    if faults:
        quoted = faults[0].of(matter.text)
        more = f"等{len(faults)}处" if len(faults) > 1 else ""
        return not_met(f"发现“{quoted}”{more}。", *(Remark(span, {"found": span.of(matter.text)}) for span in faults))
    found = [_compiled(item).search(matter.text, place.start, place.end) for item in check.demand]
    if not all(found):
        return not_met(check.missing, Remark(place if check.where is not Where.TEXT else None, quote=""))
    return met(check.met, *(Span(*match.span()) for match in found if match))


def _place(where: Where, matter: Matter) -> Span | None:
    if where is Where.TITLE:
        return matter.report.outline.title
    if where is Where.SHORTCOMINGS:
        return matter.part_body(PartName.SHORTCOMINGS)
    return Span(0, len(matter.text))


def _forbidden(check: Wording, text: str, place: Span) -> list[Span]:
    pardoned = [
        match.span() for item in check.unless for match in _compiled(item).finditer(text, place.start, place.end)
    ]
    return sorted(
        Span(*match.span())
        for item in check.forbid
        for match in _compiled(item).finditer(text, place.start, place.end)
        if not any(start <= match.start() and match.end() <= end for start, end in pardoned)
    )


@cache
def _compiled(expression: str) -> re.Pattern[str]:
    return re.compile(expression, re.VERBOSE)
