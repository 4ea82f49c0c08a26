"""The public catalogue (目录) as rows: 索引, 名称, 内容概述, 生成日期 (条例 Art. 12)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.model.report import Corpus, Report


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """One row. `index` is the publisher's 索引号, else the report id, so that it is never empty and always unique.

    `formed` is the 成文日期, None if the report states none.
    """

    index: str
    name: str
    summary: str
    formed: date | None
    year: int
    agency: str
    report: str
    address: str


def catalogue_entries(corpus: Corpus) -> tuple[CatalogueEntry, ...]:
    """The rows of all published reports, newest year first, then by report id."""
    return tuple(_entry(report) for report in corpus.reports)


def _entry(report: Report) -> CatalogueEntry:
    identity = report.identity
    if report.id is None or identity.title is None or identity.year is None or report.agency is None:
        raise ValueError(report.path)
    return CatalogueEntry(
        index=report.metadata.index_number or report.id,
        name=identity.title.value,
        summary=report.themes.abstract or identity.title.value,
        formed=identity.signed_on.value if identity.signed_on else None,
        year=identity.year.value,
        agency=identity.agency.value if identity.agency else report.agency.name,
        report=report.id,
        address=f"reports/{report.id}/",
    )
