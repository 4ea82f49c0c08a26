"""Whether the text of pages can be trusted: scans, broken text layers, machine-read text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.intake import problems
from generator.intake.common import common_share
from generator.intake.refusal import Refusal

if TYPE_CHECKING:
    from generator.intake.layout.sheet import Sheet
    from generator.model.diagnostic import Diagnostic

_FEW = 5
_FULL_PAGE = 0.5
_PLAUSIBLE = 0.85
_LEAST_COMMON = 0.35
_ENOUGH = 30
_REPORT, _SOME_CHINESE = 100, 20


def judge_pages(sheets: list[Sheet], what: str) -> tuple[Diagnostic, ...]:
    """Refuse pages without a usable text; what is returned says where a usable one needs a second look."""
    texts = ["".join(glyph.char for glyph in sheet.glyphs if not glyph.char.isspace()) for sheet in sheets]
    empty = [sheet for sheet, text in zip(sheets, texts, strict=True) if len(text) < _FEW]
    if len(empty) == len(sheets):
        raise Refusal(problems.PICTURES_ONLY.at(what=what))
    scanned = [sheet.number for sheet in empty if max(sheet.pictures, default=0.0) >= _FULL_PAGE]
    if scanned:
        raise Refusal(problems.SCANNED_PAGES.at(pages="、".join(map(str, scanned[:10]))))
    bad = sum(
        len(text) - sheet.implausible < _PLAUSIBLE * len(text)
        for sheet, text in zip(sheets, texts, strict=True)
        if text
    )
    share, chinese = common_share("".join(texts))
    filled = len(sheets) - len(empty)
    visible = sum(map(len, texts))
    foreign = visible >= _REPORT and chinese * _SOME_CHINESE < visible  # glyph numbers often fall among ASCII signs
    if foreign or bad * 2 > filled or (chinese >= _ENOUGH and share < _LEAST_COMMON):
        raise Refusal(problems.GARBAGE_LAYER.at(what=what))
    read = [
        sheet.number
        for sheet, text in zip(sheets, texts, strict=True)
        if len(text) >= _FEW and (sheet.searchable or sheet.invisible * 2 > len(text))
    ]
    found = [problems.MACHINE_READ.at(pages="、".join(map(str, read[:10])))] if read else []
    lost = [sheet.number for sheet in sheets if sheet.lost]
    if lost:
        found.append(problems.LOST_GLYPHS.at(pages="、".join(map(str, lost[:10])), count=sum(s.lost for s in sheets)))
    return tuple(found)
