"""Page numbers, running headers and footers: what pages repeat at their edges and no report says."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.intake.layout.rows import Row
    from generator.intake.layout.sheet import Sheet

_EDGE = 0.14
"""Share of the page's height at top and bottom where headers and footers stand."""
_PAGE_NUMBER = re.compile(
    r"""
    [\s\-–—―‐·.•~～_|/()（）]*
    (?: 第 \s* )? (?: \d{1,4} | [ivxlcIVXLC]{1,6} | [一二三四五六七八九十百]{1,4} (?= \s* 页 ) ) (?: \s* 页 )?
    (?: \s* [/／,，共of]+ \s* (?: 第 \s* )? \d{1,4} (?: \s* 页 )? )?
    [\s\-–—―‐·.•~～_|/()（）]*
    """,
    re.VERBOSE,
)
_HEIGHT = 0.012
_HALF = 0.5
_LONGEST = 60


def remove_furniture(sheets: list[Sheet], rows: list[list[Row]]) -> list[list[tuple[str, str]]]:
    """Take headers, footers and page numbers out of the rows of each page; returns kind and text of what was taken.

    Only the outermost rows of a page are looked at, from the edge inwards: one that is a page number, or that stands
    at the same height with the same words (digits aside) on at least half of the pages, and on two of them.
    """
    repeated = _repeated(sheets, rows)
    taken: list[list[tuple[str, str]]] = []
    for sheet, page in zip(sheets, rows, strict=True):
        found: list[tuple[str, str]] = []
        for kind, order in (("header", 1), ("footer", -1)):
            while page:
                row = page[0] if order == 1 else page[-1]
                text = _bare(row.text)
                if not _at_edge(row, sheet, kind):
                    break
                number = _PAGE_NUMBER.fullmatch(row.text.strip()) is not None
                if not number and (kind, _masked(text), _place(row, sheet)) not in repeated:
                    break
                found.append(("page_number" if number else kind, row.text.strip()))
                page.remove(row)
        taken.append(found)
    return taken


def _repeated(sheets: list[Sheet], rows: list[list[Row]]) -> set[tuple[str, str, int]]:
    counts: Counter[tuple[str, str, int]] = Counter()
    for sheet, page in zip(sheets, rows, strict=True):
        seen = set()
        for row in page:
            for kind in ("header", "footer"):
                text = _bare(row.text)
                if _at_edge(row, sheet, kind) and len(text) <= _LONGEST:
                    place = _place(row, sheet)
                    seen |= {(kind, _masked(text), place + near) for near in (-1, 0, 1)}
        counts.update(seen)
    least = max(2, len(sheets) * _HALF)
    return {key for key, count in counts.items() if count >= least}


def _at_edge(row: Row, sheet: Sheet, kind: str) -> bool:
    place = row.base / sheet.height if sheet.height else 0.5
    return place < _EDGE if kind == "header" else place > 1 - _EDGE


def _place(row: Row, sheet: Sheet) -> int:
    return round(row.base / sheet.height / _HEIGHT) if sheet.height else 0


def _masked(text: str) -> str:
    return re.sub(r"\d+", "0", text)


def _bare(text: str) -> str:
    return re.sub(r"\s+", "", text)
