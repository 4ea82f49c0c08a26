"""Where an agency stands with one report year: what the public board shows. No ranking, no guessing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from generator.model.metadata import AgencyEntry
from generator.model.report import Corpus, Report
from generator.rules.deadlines import PUBLICATION, DueDate, due_date
from generator.rules.settle import settled_rule


class Standing(StrEnum):
    """The five states of the board; the value is the word shown."""

    ON_TIME = "按期"
    LATE = "逾期"
    UNDATED = "已公开（日期未载明）"
    NOT_COLLECTED = "未收录"
    """This site has no such report; it says nothing about whether the agency published one."""
    NOT_APPLICABLE = "不适用"


@dataclass(frozen=True, slots=True)
class Place:
    """The standing of one agency for one year.

    `days` is how late (0 unless late). `due` is None where no duty binds the agency. `report` is the published report,
    if this site has it; `published_on` its day of publication. `open` says that the last safe day has not passed.
    `explanation` is one Chinese sentence.
    """

    standing: Standing
    agency: AgencyEntry
    year: int
    due: DueDate | None
    days: int
    report: Report | None
    published_on: date | None
    open: bool
    explanation: str

    @property
    def label(self) -> str:
        """The words for the board, e.g. 逾期 12 天."""
        return f"{self.standing.value} {self.days} 天" if self.standing is Standing.LATE else self.standing.value


def standing(corpus: Corpus, agency: AgencyEntry, year: int) -> Place:
    """Where `agency` stands with the report on `year`, as far as this site knows on the day of the build."""
    due = due_date(agency.kind, year, settled_rule(corpus.settings, PUBLICATION))
    report = _report(corpus, agency, year)
    published = publication_day(report) if report else None
    state, days, why = _judge(agency, year, due, report, published)
    still_open = due is not None and corpus.today <= due.last_day
    if state is Standing.NOT_COLLECTED and still_open:
        why = f"期限未到（最迟 {due.last_day:%Y-%m-%d}），本站尚未收录" if due else why
    return Place(state, agency, year, due, days, report, published, still_open, why)


def publication_day(report: Report) -> date | None:
    """The day on which a report was made public as the publisher declares it, None if it is not stated."""
    published = report.identity.published_on or report.metadata.published_on
    return published.date() if isinstance(published, datetime) else published


def _report(corpus: Corpus, agency: AgencyEntry, year: int) -> Report | None:
    return next(
        (
            item
            for item in corpus.reports
            if item.agency == agency and item.identity.year is not None and item.identity.year.value == year
        ),
        None,
    )


def _judge(
    agency: AgencyEntry, year: int, due: DueDate | None, report: Report | None, published: date | None
) -> tuple[Standing, int, str]:
    if due is None:
        return Standing.NOT_APPLICABLE, 0, "规定没有要求这类机关在这一年度公开报告"
    if (agency.since is not None and year < agency.since) or (agency.until is not None and year > agency.until):
        return Standing.NOT_APPLICABLE, 0, "名册载明这一年度不在该机关应当报告的年度之内"
    if report is None:
        return Standing.NOT_COLLECTED, 0, "本站没有收录这份报告；未收录不等于未公开"
    if published is None:
        return Standing.UNDATED, 0, "报告已收录，公开日期未载明，无法判断是否按期"
    return _compare(due, published)


def _compare(due: DueDate, published: date) -> tuple[Standing, int, str]:
    if days := due.days_late(published):
        return Standing.LATE, days, f"{published:%Y-%m-%d} 公开，期限为 {due.last_day:%Y-%m-%d}"
    if published == due.disputed:
        why = f"{published:%Y-%m-%d} 公开；“4月1日之前”是否含当日有不同理解，此处按期限之内列示"
        return Standing.ON_TIME, 0, why
    return Standing.ON_TIME, 0, f"{published:%Y-%m-%d} 公开，在期限 {due.last_day:%Y-%m-%d} 之内"
