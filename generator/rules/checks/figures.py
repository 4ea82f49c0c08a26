"""Figures there should be, and arithmetic that should hold (C01–C03)."""

from __future__ import annotations

from generator.catalogues.checks import Figures, Recomputed
from generator.catalogues.rules import Rule
from generator.model.fact import Fact, Recomputation
from generator.model.span import Span
from generator.rules.context import Matter
from generator.rules.ruling import Remark, Ruling, met, not_applicable, not_met


def check_figures(rule: Rule, check: Figures, matter: Matter) -> Ruling:
    """At least so many figures."""
    del rule
    facts = matter.report.findings.facts
    if len(facts) >= check.least:
        return met(f"全文有{len(facts)}个数据。", *(fact.span for fact in facts[:3]))
    return not_met("全文没有一个工作数据。", Remark(None, quote=""))


def check_recomputed(rule: Rule, check: Recomputed, matter: Matter) -> Ruling:
    """The recomputations of the given kinds agree. Those that do not were told by the stage that found them."""
    del rule
    findings = matter.report.findings
    facts = {fact.id: fact for fact in findings.facts}
    sums = [item for item in findings.recomputations if item.kind in check.kinds]
    wrong = [item for item in sums if not item.agrees]
    if wrong:
        remarks = (Remark(_place(item, facts), {"what": f"数字对不上：{item.formula}"}) for item in wrong)
        return not_met(f"有{len(wrong)}处数字对不上。", *remarks)
    if not sums:
        return not_applicable("没有可以复核的数字。")
    return met(f"复核了{len(sums)}处，没有发现对不上的数字。", *_evidence(sums, facts))


def _place(item: Recomputation, facts: dict[str, Fact]) -> Span | None:
    last = facts.get(item.facts[-1]) if item.facts else None
    return last.span if last else None


def _evidence(sums: list[Recomputation], facts: dict[str, Fact]) -> tuple[Span, ...]:
    return tuple(place for item in sums if (place := _place(item, facts)) is not None)
