"""The page of one report."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import PurePosixPath

from generator.catalogues.themes import theme_names
from generator.intake.scrub import can_be_linked
from generator.model.fact import Fact, LeftOut, Reason
from generator.model.identity import Basis
from generator.model.report import Corpus, Report, SiteFile
from generator.model.span import RepairKind
from generator.pages import addresses
from generator.pages.body import Mark, report_blocks, sentence_marks
from generator.pages.environment import write_page
from generator.pages.outcomes import outcome_rows
from generator.pages.related import themes_of, with_links
from generator.pages.required_parts import part_links
from generator.series.anchors import sentence_anchor
from generator.series.collection import agency_entry
from generator.series.related import Related

REPAIR_NAMES = {
    RepairKind.PAGE_BREAK: "接续被分页打断的句子",
    RepairKind.TITLE_JOIN: "标题合为一行",
    RepairKind.BOLD_MARK: "去掉转换残留的加粗符号",
    RepairKind.BOOKMARK: "去掉文字处理软件残留的书签、域代码",
    RepairKind.MARKUP: "去掉标记语法，保留文字",
    RepairKind.CONTROL: "不可见字符改为可见或去掉",
}
"""What each kind of listed repair is called on the page."""

LEFT_OUT_NAMES = {
    Reason.DATE: "日期、年份",
    Reason.DOCUMENT_NUMBER: "文号",
    Reason.ORDINAL: "序数",
    Reason.PROPER: "专有名称",
    Reason.SLOGAN: "固定提法",
    Reason.QUOTED: "引号内的名称",
    Reason.TITLE: "法规文件名称",
    Reason.DURATION: "时长",
    Reason.VAGUE: "没有确数",
    Reason.HOTLINE: "热线号码",
    Reason.VERSION: "版本、型号",
    Reason.FREQUENCY: "频次要求",
    Reason.TARGET: "下一步目标",
}
"""Reasons that the page gives; headings, lexical and structural words are only in the data (`inspect`)."""

_MENTIONS_SHOWN = 12
_CONTEXT = 12
"""Characters shown before and after a repair."""


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """A row of the indicator table: the fact, the anchor of its sentence, the address of its indicator or None."""

    fact: Fact
    anchor: str
    indicator: str | None


@dataclass(frozen=True, slots=True)
class ThemeRows:
    """The rows of one theme; `name` is the theme's short name, 其他 for figures without a theme."""

    name: str
    rows: tuple[IndicatorRow, ...]


@dataclass(frozen=True, slots=True)
class RepairRow:
    """One repair with the words around it: what was dropped from the source, and what is shown instead."""

    before: str
    dropped: str
    shown: str
    after: str


@dataclass(frozen=True, slots=True)
class RepairGroup:
    """The repairs of one kind."""

    name: str
    rows: tuple[RepairRow, ...]


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Other reports of the same agency (newest first) and the years before and after."""

    others: tuple[Report, ...]
    previous: Report | None
    following: Report | None


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a report's page needs of the rest of the site.

    `related` is `generator.series.related.relate`'s table; `instruments` are the ids of cited instruments with a page.
    """

    corpus: Corpus
    related: dict[tuple[str, str], Related]
    instruments: frozenset[str]


def report_page(report: Report, around: Surroundings, neighbours: Neighbours) -> SiteFile:
    """The report's page; its JSON twin, repairs file and original lie beside it (`generator.site.plan`)."""
    if report.id is None or report.agency is None or report.identity.title is None or report.identity.year is None:
        raise ValueError(report.path)
    address = addresses.report(report.id)
    title = report.identity.title.value
    corpus = around.corpus
    marks = (*sentence_marks(report), *figure_marks(report, addresses.up(address)))
    marks = (*marks, *citation_marks(report, around.instruments, addresses.up(address)))
    return write_page(
        address,
        "report.md.j2",
        title=title,
        front={
            "description": report.themes.abstract or title,
            "template": "report.html",
            "gongkai": page_facts(report, corpus),
        },
        report=report,
        corpus=corpus,
        neighbours=neighbours,
        original=original_name(report),
        linked=can_be_linked(report.document.original),
        blocks=with_links(report, report_blocks(report, marks), around.related),
        themes=themes_of(report),
        parts=part_links(report),
        outcomes=outcome_rows(report),
        title_line=title_line(report),
        indicator_groups=indicator_groups(report),
        other_times=any(fact.indicator and not fact.in_year for fact in report.findings.facts),
        left_out=left_out_groups(report),
        repairs=repair_groups(report),
        lineage=corpus.roster.lineage(report.agency.region),
        supplied=report.identity.title.basis is not Basis.TEXT,
    )


def original_name(report: Report) -> str:
    """The name under which the original lies beside the page: the report's id with the original's suffix."""
    return f"{report.id}{PurePosixPath(report.document.original.name).suffix.lower()}"


def page_facts(report: Report, corpus: Corpus) -> dict[str, object]:
    """What the theme needs to know of a report for page tags; unknown values are left out, never empty."""
    identity = report.identity
    known = {
        "kind": "report",
        "id": report.id,
        "year": identity.year.value if identity.year else None,
        "agency": identity.agency.value if identity.agency else None,
        "published": _moment(identity.published_on),
        "source": (report.metadata.source_url or (identity.agency.value if identity.agency else None)),
        "keywords": ",".join(report.themes.keywords) or None,
        "hash": report.document.original.sha256[:12],
        "column": corpus.settings.column,
    }
    return {key: value for key, value in known.items() if value is not None}


def _moment(value: datetime | date | None) -> str | None:
    """`2024-03-28 09:18` (the form of the PubDate tag), the day alone where no time is declared."""
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="minutes")
    return value.isoformat() if value else None


def title_line(report: Report) -> int | None:
    """The line of the cleaned text that holds the title; None if the title is not in the text."""
    span = report.outline.title
    if span is None or report.identity.title is None or report.identity.title.basis is not Basis.TEXT:
        return None
    return next((number for number, line in enumerate(report.document.lines()) if line.holds(span)), None)


def figure_marks(report: Report, root: str) -> Iterator[Mark]:
    """A soft mark for each figure: a link to its indicator where one is known, else plain."""
    seen = set()
    for fact in report.findings.facts:
        if fact.span in seen:
            continue
        seen.add(fact.span)
        if fact.indicator is not None:
            opening = f'<a class="figure" id="{fact.id}" href="{root}{addresses.indicator(fact.indicator)}">'
            yield Mark(fact.span, opening, "</a>")
        else:
            yield Mark(fact.span, f'<span class="figure" id="{fact.id}">', "</span>")


def citation_marks(report: Report, instruments: frozenset[str], root: str) -> Iterator[Mark]:
    """A link for each citation of an instrument that has a page."""
    for item in report.themes.citations:
        if item.instrument in instruments:
            yield Mark(item.span, f'<a class="citation" href="{root}{addresses.instrument(item.instrument)}">', "</a>")


def indicator_groups(report: Report) -> tuple[ThemeRows, ...]:
    """The figures grouped by theme, themes in catalogue order, figures in order of the text."""
    names = theme_names()
    groups: dict[str, list[IndicatorRow]] = {name: [] for name in (*names.values(), "其他")}
    for fact in report.findings.facts:
        address = addresses.indicator(fact.indicator) if fact.indicator is not None else None
        row = IndicatorRow(fact, sentence_anchor(report, fact), address)
        groups[names.get(fact.theme or "", "其他")].append(row)
    return tuple(ThemeRows(name, tuple(rows)) for name, rows in groups.items() if rows)


def left_out_groups(report: Report) -> tuple[tuple[str, int, tuple[LeftOut, ...]], ...]:
    """Numbers that are no figures by reason: name of the reason, how many, and the first few different ones."""
    found = []
    for reason, name in LEFT_OUT_NAMES.items():
        items = [item for item in report.findings.left_out if item.reason is reason]
        if items:
            distinct = tuple({item.mention: item for item in items}.values())
            found.append((name, len(items), distinct[:_MENTIONS_SHOWN]))
    return tuple(found)


def repair_groups(report: Report) -> tuple[RepairGroup, ...]:
    """The listed repairs by kind, each with the words around it, so that a reader can judge every one."""
    groups: dict[str, list[RepairRow]] = {}
    text = report.document.text
    for piece in report.document.listed_repairs():
        if piece.repair is not None:
            at = piece.cleaned
            row = RepairRow(
                before=text[max(0, at.start - _CONTEXT) : at.start].rpartition("\n")[2],
                dropped=_visible(piece.source.of(report.document.source)),
                shown=at.of(text),
                after=text[at.end : at.end + _CONTEXT].partition("\n")[0],
            )
            groups.setdefault(REPAIR_NAMES[piece.repair], []).append(row)
    return tuple(RepairGroup(name, tuple(rows)) for name, rows in groups.items())


def _visible(text: str) -> str:
    """`text` with what cannot be seen made visible: line ends as ⏎, control and format characters as U+202E."""
    flat = text.replace("\r\n", "⏎").replace("\n", "⏎").replace("\r", "⏎")
    hidden = ("Cc", "Cf", "Co", "Cn")
    return "".join(f"U+{ord(mark):04X}" if unicodedata.category(mark) in hidden else mark for mark in flat)


def neighbours_of(report: Report, by_agency: dict[str, list[Report]]) -> Neighbours:
    """The other years of the same agency; `by_agency` maps agency ids to reports, newest first."""
    own = by_agency[agency_entry(report).id]
    place = own.index(report)
    return Neighbours(
        others=tuple(item for item in own if item is not report),
        previous=own[place + 1] if place + 1 < len(own) else None,
        following=own[place - 1] if place > 0 else None,
    )
