"""The public board: which agency's report is here, and whether it came in time as far as its date is known."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.report import Corpus, SiteFile
from generator.pages import addresses
from generator.pages.environment import write_page
from generator.pages.paging import paginate
from generator.rules import Standing
from generator.series.board import board_rows, board_years, shown_label

LEGEND = (
    (Standing.ON_TIME.value, "公开日期在4月1日之前。"),
    (Standing.LATE.value, "公开日期晚于期限；是否显示由网站主办单位决定，不显示时只列公开日期。"),
    (Standing.UNDATED.value, "报告已收录，但没有载明公开日期，无法判断是否按期。"),
    (Standing.NOT_COLLECTED.value, "本站没有这份报告。未收录不等于未公开。"),
    (Standing.NOT_APPLICABLE.value, "规定或名册没有要求该机关报告这一年度。"),
)


def board_pages(corpus: Corpus) -> Iterator[SiteFile]:
    """The board, paged by agency."""
    years = board_years(corpus)
    rows = [(row.agency, [(place, shown_label(place, corpus)) for place in row.places]) for row in board_rows(corpus)]
    due = next((place.due for _, places in rows for place, _ in places if place.due), None)
    for page in paginate(rows, addresses.BOARD, corpus.settings.rows_per_page):
        yield write_page(
            page.address,
            "board.md.j2",
            title="公开情况",
            list=page,
            years=years,
            due=due,
            legend=LEGEND,
            corpus=corpus,
        )
