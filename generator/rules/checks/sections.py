"""Empty and repeated sections, thin parts, the length of the whole (S09, S10, C15)."""

from __future__ import annotations

from collections import Counter

from generator.catalogues.checks import Length, Sections, Share
from generator.catalogues.rules import Rule
from generator.model.outcome import PartName, PartStatus
from generator.model.outline import Heading
from generator.model.span import Span
from generator.rules.context import Matter
from generator.rules.ruling import Remark, Ruling, met, not_applicable, not_met

_LEVELS = 2


def check_sections(rule: Rule, check: Sections, matter: Matter) -> Ruling:
    """Headings of levels 1 and 2 on lines of their own: no title twice under one parent, some text below each."""
    del rule
    headings = [
        item for item in matter.report.outline.headings if item.level <= _LEVELS and not item.run_in and not item.clause
    ]
    if not headings:
        return not_applicable("报告没有分段标题。")
    remarks = [*_repeated(headings), *_empty(check.least, headings, matter)]
    if remarks:
        remarks.sort(key=lambda item: item.span or Span(0, 0))
        return not_met(f"有{len(remarks)}个标题重复或者下面没有内容。", *remarks)
    return met("每个标题下面都有内容，没有重复的标题。")


def _repeated(headings: list[Heading]) -> list[Remark]:
    seen: Counter[tuple[str | None, str]] = Counter()
    found = []
    for heading in headings:
        key = (heading.parent, "".join(heading.title.split()))
        seen[key] += 1
        if seen[key] > 1:
            found.append(Remark(heading.span, {"heading": heading.title, "what": "与前面的标题重复"}))
    return found


def _empty(least: int, headings: list[Heading], matter: Matter) -> list[Remark]:
    parts = matter.parts
    other = parts[PartName.OTHER].span if PartName.OTHER in parts else None
    found = []
    for heading in headings:
        below = "".join(matter.text[heading.span.end : heading.section.end].split())
        says_none = other is not None and other.holds(heading.section)  # 五、其他需要报告的情况：无。
        if len(below) < least and not says_none:
            what = f"下面只有{len(below)}个字" if below else "下面没有内容"
            found.append(Remark(heading.span, {"heading": heading.title, "what": what}))
    return found


def check_share(rule: Rule, check: Share, matter: Matter) -> Ruling:
    """A part takes some share of the report. One that stands only inside other text is judged by the rule on parts."""
    del rule
    part = matter.parts[check.part]
    if part.span is None:
        return not_applicable("报告没有写这一部分。")
    count = _characters(part.span.of(matter.text))
    percent = 100 * count / max(1, _characters(matter.text))
    if count >= check.characters and percent >= check.percent:
        return met(f"共{count}字，占全文{percent:.1f}%。", part.span)
    quote = None if part.status is PartStatus.INLINE else ""
    values = {"count": str(count), "percent": f"{percent:.1f}"}
    return not_met(f"只有{count}字，占全文{percent:.1f}%。", Remark(part.span, values, quote=quote))


def check_length(rule: Rule, check: Length, matter: Matter) -> Ruling:
    """Characters without blanks against the least, and against the site's limit."""
    del rule
    count = _characters(matter.text)
    most = check.most or matter.context.settings.word_limit
    if count < check.least:
        return _too(count, f"少于{check.least}字")
    if most is not None and count > most:
        return _too(count, f"超过{most}字的限制")
    return met(f"全文{count}字。")


def _too(count: int, what: str) -> Ruling:
    return not_met(f"全文{count}字，{what}。", Remark(None, {"count": str(count), "what": what}, quote=""))


def _characters(text: str) -> int:
    return len("".join(text.split()))
