"""Lines that a web page left around a report: menus, labels, buttons. Told to the clerk, never taken out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.catalogues.structure import structure
from generator.model.diagnostic import Diagnostic, Problem, Severity
from generator.outline.head import Head
from generator.outline.lines import Line
from generator.outline.tail import Tail

PAGE_REMAINS = Problem(
    code="G102",
    name="web-page-remains",
    severity=Severity.NOTE,
    message="文中有{count}行网页附带的文字，例如“{example}”",
    hint="这些不是报告的内容，网页会原样显示。请从原文件中删去“当前位置”“来源”“字号”“打印”一类的行；公开日期、来源写在补充信息里。",
    wrong="来源：县乙局　字号：[大 中 小]\n甲县乙局2024年度法治政府建设情况报告\n一、主要做法",
    right="甲县乙局2024年度法治政府建设情况报告\n一、主要做法",
)

_LONGEST = 120
"""A row of labels; running text is longer."""
_SHOWN = 20
_OFFICIAL = re.compile(r"签发|密级|紧急程度|文号|发文字号|公开(?:方式|范围|属性)|此件|附件|主题词")
"""What official documents say themselves around their text."""


def check_remains(lines: Sequence[Line], head: Head, tail: Tail) -> Iterator[Diagnostic]:
    """One problem for all lines that are no part of the report, at the first of them."""
    around = [*lines[: head.start], *lines[tail.end :]]
    taken = head.taken | tail.taken
    found = [line for line in around if line.index not in taken and _is_remains(line, below=line.index >= tail.end)]
    if found:
        example = found[0].text if len(found[0].text) <= _SHOWN else f"{found[0].text[:_SHOWN]}…"
        yield PAGE_REMAINS.at(found[0].span, count=len(found), example=example)


def _is_remains(line: Line, *, below: bool) -> bool:
    if line.table is not None or len(line.text) > _LONGEST or line.text.endswith(("。", "；")):
        return False
    if _OFFICIAL.match(line.text):
        return False
    words = structure()
    patterns = (words.label, words.label_row, *([words.remains] if below else []))
    return any(pattern.match(line.text) for pattern in patterns)
