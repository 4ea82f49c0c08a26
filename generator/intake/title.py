"""Which lines at the top of a document are its title, so that they can be joined."""

from __future__ import annotations

import re

from generator.catalogues.structure import structure
from generator.intake.joining import is_heading, is_sentence
from generator.text.numerals import HAN_YEAR

_ZONE = 12
_LINES = 5
_LONGEST = 60

_ENDS = re.compile(r"[^。；]*(?:报告|总结|汇报|通报|公报|要点|情况|说明|材料|工作)(?:[（(][^（）()]{1,20}[）)])?")
_NOT_TITLE = re.compile(
    r"""
    .*〔\d{4}〕.*号 .*                                     # a document number
  | .* (?: 文件 | 函件 ) (?: [（(].*[）)] )?               # a red head
  | [（(] .* [）)]                                         # a date or remark in brackets
  | [—–\-] .*
  | .* [：:] .*                                            # 索引号：…, an addressee
  | [•·●■◆▪*>＞»|｜\[【] .*                              # a menu or a label of a web page
  | .* \d{4} [年.\-/] \d{1,2} [月.\-/] \d{1,2} .*
  | (?: 目录 | 附件 .* | 内部资料 | 秘密 .* | 机密 .* )
    """,
    re.VERBOSE,
)
_REPORT = re.compile(r".*(?:报告|总结)(?:[（(][^（）()]{1,20}[）)])?")
_NAMES = r"(?: 局|政府|委员会|委|办公室|办|厅|中心|院|处|所|队|站|会|部|署|公司 | 镇|乡|街道 | [省市县区旗州盟] )"
"""How the names of agencies and places end."""
_NAME = re.compile(rf".*{_NAMES}", re.VERBOSE)
_YEAR = rf"(?:\d{{4}}|{HAN_YEAR}) 年? 度?"
_WHOLE = re.compile(rf"(?:{_YEAR})? .{{1,40}} {_NAMES} (?= 关于 | {_YEAR} | 法治 | 依法 | 推进 )", re.VERBOSE)
"""A title that names its agency or place."""
_HALF = re.compile(rf"关于 | {_YEAR} | 法治 | 依法 | 推进 | 全面 | 深入", re.VERBOSE)
"""A title without a name, which may stand on the line above."""
_CUT_AFTER = re.compile(r".*(?:[的和与及、]|关于|关于.*|年|年度|度)")


def find_title(lines: list[str]) -> tuple[int, int] | None:
    """The first and last index of the title's lines, None if no line of the top looks like one.

    `lines` are the first lines of the document without blanks at their ends, none empty.
    """
    zone = 0
    for line in lines[:_ZONE]:
        if is_sentence(line) or is_heading(line) or len(line) > _LONGEST:
            break
        zone += 1
    last = _last(lines[:zone])
    if last is None:
        return None
    first = last
    while first and last - first + 1 < _LINES and _goes_on(lines[first - 1], "".join(lines[first : last + 1])):
        first -= 1
    return first, last


def _last(lines: list[str]) -> int | None:
    # 报告 wins over the weaker words, which also end ordinary short lines.
    for index, line in enumerate(lines):
        if _REPORT.fullmatch(line) and not _NOT_TITLE.fullmatch(line):
            return index
    for index, line in enumerate(lines):
        if _ENDS.fullmatch(line) and not _NOT_TITLE.fullmatch(line):
            return index
    return None


def _goes_on(before: str, title: str) -> bool:
    if _NOT_TITLE.fullmatch(before) or title.startswith(before) or _REPORT.fullmatch(before):
        return False
    # Labels of web pages may have lost their colon: 公开时限 长期公开, 无障碍 简体|繁体.
    if structure().label.match("".join(before.split())) or structure().label.match(before.split(maxsplit=1)[0]):
        return False
    if _CUT_AFTER.fullmatch(before):
        return True
    # A whole title needs nothing before it but the place that its agency belongs to, a half one only a name.
    if _WHOLE.match(title):
        return before[-1] in "省市县区旗州盟"
    return _HALF.match(title) is None or _NAME.fullmatch(before) is not None
