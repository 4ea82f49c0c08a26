"""The five required contents of a report as links into its text."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.outcome import Part, PartName, PartStatus
from generator.model.report import Report

PART_NAMES = {
    PartName.MEASURES: "举措和成效",
    PartName.SHORTCOMINGS: "不足和原因",
    PartName.FIRST_RESPONSIBLE: "第一责任人履职",
    PartName.NEXT_YEAR_PLAN: "下一年度安排",
    PartName.OTHER: "其他情况",
}
"""Short names, in the order in which 《法治政府建设与责任落实督察工作规定》 lists the contents."""

STATUS_NAMES = {
    PartStatus.SECTION: "单列",
    PartStatus.INLINE: "在文中",
    PartStatus.ABSENT: "未见",
}
"""未见, not 缺少: the program did not find it, which is less than its not being there."""


@dataclass(frozen=True, slots=True)
class PartLink:
    """One required content: its short name, how it was found, and the anchor where it begins (None if absent)."""

    name: str
    status: str
    anchor: str | None


def part_links(report: Report) -> tuple[PartLink, ...]:
    """The contents in the order of the judgement; empty where nothing was judged."""
    return tuple(
        PartLink(PART_NAMES[part.name], STATUS_NAMES[part.status], _anchor(report, part))
        for part in report.judgement.parts
    )


def _anchor(report: Report, part: Part) -> str | None:
    """The heading with which a part begins, else the paragraph that holds its beginning."""
    if part.span is None:
        return None
    start = part.span.start
    heading = next((item for item in report.outline.headings if item.span.start == start), None)
    if heading is not None:
        return heading.id
    paragraph = report.outline.paragraph_at(start)
    return paragraph.id if paragraph else None
