"""The five required contents (S01, S02, S04–S06)."""

from __future__ import annotations

from generator.catalogues.checks import RequiredPart
from generator.catalogues.parts import part_words
from generator.catalogues.rules import Rule
from generator.model.diagnostic import Severity
from generator.model.outcome import Part, PartName, PartStatus, Verdict
from generator.rules.context import Matter
from generator.rules.ruling import Remark, Ruling, met, not_applicable, not_met, undecided

_SHOWN = 24
"""Characters of a heading that a sentence quotes."""


def check_part(rule: Rule, check: RequiredPart, matter: Matter) -> Ruling:
    """Met as a section, or inside other text (then with a remark). A part that nobody has to write may be absent."""
    part = matter.parts[check.part]
    if part.span is None:
        if not check.obligatory:
            return not_applicable("没有写这一部分；没有其他需要报告的情况时可以不写。")
        return not_met(f"{rule.message}。", Remark(quote=""))
    if part.status is PartStatus.INLINE:
        reason = f"{check.inline}。" if check.inline else "只在行文中提到。"
        remarks = (Remark(part.span, message=check.inline, severity=Severity.WARNING),) if check.inline else ()
        return Ruling(Verdict.MET, reason, (part.span,), remarks)
    heading = _heading(matter, part)
    if check.part is PartName.OTHER and _is_about_shortcomings(matter, part):
        remark = Remark(part.span, {"heading": heading}, quote=heading)
        return undecided(f"“{heading}”部分写的仍是问题和整改，与标题不符，须由人判断。", remark)
    return met(f"见“{heading}”部分。", part.span)


def _heading(matter: Matter, part: Part) -> str:
    found = matter.heading_at(part.span.start) if part.span else None
    if found is None:
        return ""
    words = found.marker + found.title
    return words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"


def _is_about_shortcomings(matter: Matter, part: Part) -> bool:
    """Whether the first sentences under the heading tell of problems, not of other matters."""
    body = matter.part_body(part.name)
    if body is None:
        return False
    words = part_words(matter.year)[PartName.SHORTCOMINGS]
    opening = [span.of(matter.text) for span in matter.sentences(body)[:2]]
    return any(words.sentences.search(sentence.replace(" ", "")) for sentence in opening)
