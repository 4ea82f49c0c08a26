"""The board as CSV, and the due dates as a calendar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from generator.model.report import Corpus, SiteFile
from generator.opendata.tabular import Column, csv_bytes
from generator.rules import due_date
from generator.series.board import board_rows, board_years, shown_label

BOARD_COLUMNS = (
    Column("机关编号", "string"),
    Column("机关", "string"),
    Column("年度", "integer"),
    Column("公开情况", "string"),
    Column("公开日期", "date", "发布单位申报的日期；没有申报为空"),
    Column("期限", "date", "当年应当公开的最后一天；不适用为空"),
    Column("依据", "string", "期限的依据"),
    Column("说明", "string"),
    Column("报告编号", "string", "没有报告为空"),
)


def board_files(corpus: Corpus) -> Iterator[SiteFile]:
    """`data/board.csv` and `data/deadlines.ics`."""
    rows = [
        (
            row.agency.id,
            row.agency.name,
            place.year,
            shown_label(place, corpus),
            place.published_on.isoformat() if place.published_on else "",
            place.due.last_day.isoformat() if place.due else "",
            place.due.basis if place.due else "",
            place.explanation if corpus.settings.show_overdue or place.days == 0 else "",
            place.report.id if place.report else "",
        )
        for row in board_rows(corpus)
        for place in row.places
    ]
    yield SiteFile("data/board.csv", csv_bytes(BOARD_COLUMNS, rows))
    yield SiteFile("data/deadlines.ics", _calendar(corpus))


def _calendar(corpus: Corpus) -> bytes:
    """An iCalendar file (RFC 5545) with the last safe day of each year of the board and of the year to come."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//gongkai//deadlines//ZH", "CALSCALE:GREGORIAN"]
    years = board_years(corpus)
    for year in sorted({*years, years[0] + 1}):
        due = due_date(None, year)
        if due is None:
            continue
        lines += [
            "BEGIN:VEVENT",
            f"UID:gongkai-due-{year}@gongkai.invalid",
            f"DTSTAMP:{corpus.today:%Y%m%d}T000000Z",
            f"DTSTART;VALUE=DATE:{due.last_day:%Y%m%d}",
            f"DTEND;VALUE=DATE:{due.last_day + timedelta(days=1):%Y%m%d}",
            f"SUMMARY:{year}年度法治政府建设情况报告公开期限",
            f"DESCRIPTION:{_escaped(due.basis)}",
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line)).encode()


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace(";", r"\;").replace(",", r"\,").replace("\n", r"\n")


def _folded(line: str) -> Iterator[str]:
    """A content line in parts of at most 75 octets, the later ones led by a blank (RFC 5545, 3.1)."""
    part = ""
    for character in line:
        if len((part + character).encode()) > 75:  # noqa: PLR2004  (octets, by the RFC)
            yield part
            part = " "
        part += character
    yield part
