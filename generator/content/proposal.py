"""What `add` proposes for a report that comes in: folder, file name, metadata, and a roster entry for a new agency."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pypinyin import Style, lazy_pinyin

from generator.model.metadata import AgencyEntry, Roster
from generator.model.report import Report

_TEMPLATE = """\
# 报告的补充信息：正文没有写明、由发布单位申报的事项。不清楚的整行删去，页面会显示“未载明”。
{agency}
{year}
{title}disclosure: 主动公开
# index_number: 索引号
# published_on: 2024-03-28 09:18    # 公开日期，照实填写
# source_url: https://…             # 原始发布网址
"""


@dataclass(frozen=True, slots=True)
class Proposal:
    """Where a report should lie and what should stand beside it.

    `folder` is below `reports/`, `stem` the file's name without suffix, `metadata` the text of the metadata file;
    `roster_entry` holds the YAML lines to add for an agency that is not in the roster, "" if it is known.
    """

    folder: str
    stem: str
    metadata: str
    roster_entry: str


def propose(report: Report, roster: Roster) -> Proposal:
    """Propose from what the report says of itself; what it does not say is left for the clerk to fill in (待填)."""
    identity = report.identity
    year = identity.year.value if identity.year else None
    name = identity.agency.value if identity.agency else None
    entry = _known_agency(name, roster)
    agency_id = entry.id if entry else (propose_id(name, report, roster) if name else "")
    title = "" if report.outline.title else "# 原文没有标题，请补充：\n# title: …\n"
    return Proposal(
        folder=str(year) if year else "待定年度",
        stem=name or report.document.original.name.rsplit(".", 1)[0],
        metadata=_TEMPLATE.format(
            agency=f"agency: {agency_id}" if agency_id else "# agency: 待填    # 机关在名册 agencies.yml 中的 id",
            year=f"year: {year}" if year else "# year: 待填    # 报告年度，写四位数字",
            title=title,
        ),
        roster_entry="" if entry or name is None else _roster_lines(agency_id, name, report, roster),
    )


def _known_agency(name: str | None, roster: Roster) -> AgencyEntry | None:
    if name is None:
        return None
    return next((entry for entry in roster.agencies if name in (entry.name, *entry.aliases)), None)


def propose_id(name: str, report: Report, roster: Roster) -> str:
    """An ASCII id: the region's id and the initials of the agency's name without its place (pinyin)."""
    place, region_id = _region(report, roster)
    bare = re.sub(rf"^.*?{re.escape(place)}", "", name) if place and place in name else name
    initials = "".join(lazy_pinyin(bare, style=Style.FIRST_LETTER, errors="ignore"))
    proposed = f"{region_id}-{initials or 'jg'}"
    taken = {entry.id for entry in roster.agencies}
    return next(item for item in (proposed, *(f"{proposed}{n}" for n in range(2, 100))) if item not in taken)


def _region(report: Report, roster: Roster) -> tuple[str, str]:
    region = report.identity.region
    place = region.county or region.city or region.province or ""
    known = next((entry for entry in roster.regions if entry.name == place), None)
    bare = re.sub(r"(?:自治)?[省市县区旗州盟]$", "", place)
    return place, known.id if known else ("".join(lazy_pinyin(bare, errors="ignore")) or "diqu")


def _roster_lines(agency_id: str, name: str, report: Report, roster: Roster) -> str:
    place, region_id = _region(report, roster)
    lines = []
    if place and all(entry.id != region_id for entry in roster.regions):
        level = "county" if report.identity.region.county else "city" if report.identity.region.city else "province"
        lines += [
            "regions:",
            f'  - {{id: {region_id}, name: {place}, code: "待填六位代码", level: {level}, parent: 待填上级}}',
        ]
    lines += [
        "agencies:",
        f"  - id: {agency_id}",
        f"    name: {name}",
        f"    region: {region_id}",
        f"    kind: {_kind(name)}",
    ]
    return "\n".join(lines)


_KINDS = (
    (re.compile(r"街道(?:办事处)?$"), "subdistrict"),
    (re.compile(r"[镇乡](?:人民)?政府$"), "town"),
    (re.compile(r"人民政府$"), "government"),
)


def _kind(name: str) -> str:
    """The roster's kind of an agency as far as its name tells."""
    return next((kind for ending, kind in _KINDS if ending.search(name)), "department")
