"""Finds the problems of a report's identity."""

from __future__ import annotations

from collections.abc import Iterator

from generator.identity.names import Named
from generator.identity.place import without_place
from generator.identity.problems import (
    AGENCY_DIFFERS,
    AGENCY_UNKNOWN,
    DATES_DIFFER,
    ISSUER_MISSING,
    KIND_UNKNOWN,
    NO_SUCH_DAY,
    NO_TITLE,
    OTHER_KIND,
    YEAR_UNKNOWN,
    YEARS_DIFFER,
)
from generator.identity.roster import goes_by
from generator.identity.sources import Sources
from generator.identity.years import find_year, reported_year
from generator.model.diagnostic import Diagnostic, Severity
from generator.model.identity import Basis, Identity, ReportKind
from generator.model.metadata import AgencyEntry, Metadata
from generator.text.dates import read_date


def find_problems(
    sources: Sources, metadata: Metadata, agency: AgencyEntry | None, identity: Identity, other_kind: str
) -> Iterator[Diagnostic]:
    """What is wrong with `identity`; `other_kind` is the Chinese name of another kind of report, "" if it is none."""
    yield from _kind(sources, identity, other_kind)
    yield from _title(sources, identity)
    if agency is not None:
        yield from _agency(sources, agency)
    elif identity.agency is None:
        yield AGENCY_UNKNOWN.at()
    yield from _year(sources, metadata, identity)
    yield from _dates(sources, metadata)


def _kind(sources: Sources, identity: Identity, other_kind: str) -> Iterator[Diagnostic]:
    if other_kind:
        yield OTHER_KIND.at(sources.outline.title, kind=other_kind)
    elif identity.kind is ReportKind.UNKNOWN:
        yield KIND_UNKNOWN.at(sources.outline.title)


def _title(sources: Sources, identity: Identity) -> Iterator[Diagnostic]:
    title = identity.title
    if title is None or title.basis is Basis.INFERRED:
        instead = f"；页面暂用“{title.value}”，并注明是推定的" if title else ""
        yield NO_TITLE.at(instead=instead, otherwise="，或在补充信息文件里写 title")
        return
    if title.basis is Basis.DECLARED:
        instead = "；页面采用补充信息申报的标题，并注明是补充的"
        yield NO_TITLE.at(severity=Severity.WARNING, instead=instead, otherwise="")
        return
    issuer = sources.title.issuer
    if issuer is None and identity.agency is not None and identity.agency.value in title.value:
        return  # a name of the roster that is written in an unusual way
    if issuer is None or issuer.place.level:
        what = "报告机关" if issuer is None else f"是哪个{issuer.place.level}的机关"
        name = identity.agency.value if identity.agency else "甲县乙局"
        year = identity.year.value if identity.year else 2024
        span = title.span if issuer is None else issuer.span
        yield ISSUER_MISSING.at(span, what=what, example=f"{name}{year}年度法治政府建设情况报告")


def _agency(sources: Sources, agency: AgencyEntry) -> Iterator[Diagnostic]:
    """The declared agency must be one of those that title, signature or opening name, if they name any department."""
    names = [*sources.signers]
    names += [sources.title.issuer] if sources.title.issuer else []
    names = names or list(sources.opening)
    departments = [name for name in names if not name.is_place]
    if departments and not any(_is(name, agency) for name in departments):
        found = departments[0]
        yield AGENCY_DIFFERS.at(found.span, declared=agency.name, found=found.text)


def _is(name: Named, agency: AgencyEntry) -> bool:
    if goes_by(agency, name.text) or name.text == agency.speaks_for:
        return True
    own = without_place(agency.name)
    said = without_place(name.text)
    # 县乙局, or 甲县乙局 for 丁市甲县乙局; an office of the agency signs for it.
    return said.startswith(own) and (name.is_bare or name.place.lowest is None or name.place.lowest in agency.name)


def _year(sources: Sources, metadata: Metadata, identity: Identity) -> Iterator[Diagnostic]:
    found = find_year(sources.document, sources.outline)
    if identity.year is None:
        yield YEAR_UNKNOWN.at()
    elif metadata.year is not None and found and found.basis is Basis.TEXT and found.value != metadata.year:
        yield YEARS_DIFFER.at(found.span, one=f"补充信息申报{metadata.year}年", other=f"报告里写的是{found.value}年")
    told = reported_year(sources.document, sources.outline)
    if found and told and sources.outline.title and found.value != told.value:
        yield YEARS_DIFFER.at(told.span, one=f"标题写{found.value}年", other=f"正文开头写{told.value}年")


def _dates(sources: Sources, metadata: Metadata) -> Iterator[Diagnostic]:
    span = sources.outline.date
    if span is None:
        return
    written = span.of(sources.document.text)
    signed = read_date(written)
    if signed is None:
        fault = "不是日历上有的日子" if written.rstrip().endswith(("日", "号")) else "没有写到日"
        yield NO_SUCH_DAY.at(span, written=written, fault=fault)
    elif metadata.signed_on is not None and metadata.signed_on != signed:
        yield DATES_DIFFER.at(span, declared=metadata.signed_on.isoformat(), found=signed.isoformat())
