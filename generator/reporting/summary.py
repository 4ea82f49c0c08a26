"""What the generator read in a file, in words: the text form of `gongkai inspect`."""

from __future__ import annotations

from generator.model.identity import Basis, Known
from generator.model.report import Report
from generator.reporting.terminal import format_problems
from generator.text.shown_date import UNSTATED, day

_BASIS = {Basis.TEXT: "正文", Basis.DECLARED: "申报", Basis.ROSTER: "名册", Basis.INFERRED: "推断"}


def summarise_report(report: Report) -> str:
    """Identity with its grounds, the outline, counts of figures and repairs, and the problems."""
    who, outline = report.identity, report.outline
    rows = [
        str(report.path),
        f"  标题：{_known(who.title)}",
        f"  机关：{_known(who.agency)}",
        f"  年度：{_known(who.year)}",
        f"  主体：{_known(who.subject)}" if who.subject else "",
        f"  地区：{' '.join(filter(None, (who.region.province, who.region.city, who.region.county))) or UNSTATED}",
        f"  主送：{_known(who.addressee)}" if who.addressee else "",
        f"  署名：{_known(who.signed_by)}" if who.signed_by else "",
        f"  成文：{day(who.signed_on.value)}（{_BASIS[who.signed_on.basis]}）"
        if who.signed_on
        else f"  成文：{UNSTATED}",
        f"  正文：{len(outline.paragraphs)} 段，{len(outline.headings)} 个标题",
        f"  修复：{len(report.document.listed_repairs())} 处；数据：{len(report.findings.facts)} 项",
    ]
    rows += [
        f"  {'  ' * heading.level}{heading.marker}{heading.title}" for heading in outline.headings if not heading.clause
    ]
    return "\n".join(row for row in rows if row) + "\n" + format_problems(report.diagnostics)


def _known(known: Known[str] | Known[int] | None) -> str:
    return UNSTATED if known is None else f"{known.value}（{_BASIS[known.basis]}）"
