"""What was mended on the way from the file to the page (T03, X03)."""

from __future__ import annotations

import re

from generator.catalogues.checks import Repairs
from generator.catalogues.rules import Rule
from generator.rules.context import Matter
from generator.rules.ruling import Remark, Ruling, met, not_applicable, not_met

_BROKEN = re.compile(r"\S[ \t\u00a0\u3000]{1,}\S|\n\s*\n")
_HAN_DIGIT_GAP = re.compile(r"(?<=[0-9A-Za-z])[ \u00a0](?=[一-龥])|(?<=[一-龥])[ \u00a0](?=[0-9A-Za-z])")


def check_repairs(rule: Rule, check: Repairs, matter: Matter) -> Ruling:
    """Dispatch on what is looked at."""
    del rule
    return _title(matter) if check.of == "title" else _lossless(matter)


def _title(matter: Matter) -> Ruling:
    title = matter.report.outline.title
    if title is None:
        return not_applicable("报告没有标题。")
    place = matter.report.document.to_source(title)
    source = matter.report.document.source[place.start : place.end].strip().replace("\r\n", "\n").replace("\r", "\n")
    # A blank between digits and characters is an editor's habit, not a broken title.
    if _BROKEN.search(_HAN_DIGIT_GAP.sub("", source)):
        return not_met("标题中间有空行或空格，网页上已合并。", Remark(title))
    return met("标题没有断开。", title)


def _lossless(matter: Matter) -> Ruling:
    """Outside the listed repairs, page and source hold the same text, and the slices leave nothing out."""
    document = matter.report.document
    wrong, source, cleaned = 0, 0, 0
    for piece in document.source_map.slices:
        gap = piece.source.start != source or piece.cleaned.start != cleaned
        differs = piece.repair is None and piece.source.of(document.source) != piece.cleaned.of(document.text)
        wrong += gap or differs
        source, cleaned = piece.source.end, piece.cleaned.end
    wrong += source != len(document.source) or cleaned != len(document.text)
    if wrong:
        return not_met(f"网页文字与原文件有{wrong}处对不上。", Remark(None, {"count": str(wrong)}, quote=""))
    listed = len(document.listed_repairs())
    return met(f"除列明的{listed}处修复外，网页与原文逐字相同。" if listed else "网页与原文逐字相同。")
