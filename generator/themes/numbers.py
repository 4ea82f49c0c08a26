"""Document numbers (发文字号) such as 中发〔2021〕33号, in whatever brackets, and orders such as 国务院令第711号.

Their form is GB/T 9704—2012, 7.2.5: code of the agency, year in 〔〕, serial number without 第 and without zeros.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.model.span import Span

_NUMBER = re.compile(
    r"""
    \s* [〔【\[［(（{｛﹝〈<《] \s* (?P<year> [12][0-9]{3} ) \s* [〕】\]］)）}｝﹞〉>》]
    \s* 第? \s* (?P<serial> [0-9]{1,5} ) \s* 号
    """,
    re.VERBOSE,
)
"""〔2023〕6号, [2022]06号, （2021） 第5号, whatever agency stands before it; not 2023年6号楼."""

_ORDER = re.compile(r"令\s*第?\s*(?P<serial>[0-9]{1,4})\s*号")
"""令第711号, after the body that gave the order."""

_CODE = re.compile(r"[\u4e00-\u9fa5]{1,14}$")
_BODY = re.compile(r"国务院|(?:中华人民共和国)?主席|[\u4e00-\u9fa5]{0,12}(?:部|总局|委员会|署|政府|省|市)$")
_CODE_LENGTH = 14
"""No agency code or body is longer."""

_BEFORE_CODE = (
    *("根据", "按照", "依据", "遵照", "依照", "参照", "对照", "结合", "贯彻", "落实", "执行", "以及", "精神", "文件"),
    *(
        "印发",
        "转发",
        "下发",
        "出台",
        "通知",
        "即",
        "和",
        "与",
        "及",
        "由",
        "的",
        "了",
        "为",
        "见",
        "是",
        "以",
        "将",
        "按",
    ),
    *("据", "对"),
)
"""Words that stand before a document number and are no part of it; a code never holds them (D: own list)."""


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """A cited document number; `normalised` has the form of the standard, `proper` says whether the text has it too."""

    span: Span
    text: str
    normalised: str
    proper: bool


def find_numbers(text: str) -> tuple[DocumentNumber, ...]:
    """All document numbers of a text, in order."""
    numbers = (_number(text, match) for match in _NUMBER.finditer(text))
    orders = (_order(text, match) for match in _ORDER.finditer(text))
    return tuple(sorted((found for found in (*numbers, *orders) if found), key=lambda number: number.span))


def _number(text: str, match: re.Match[str]) -> DocumentNumber | None:
    code = _CODE.search(text[max(0, match.start() - _CODE_LENGTH) : match.start()])
    if code is None:
        return None
    agency = code[0][_code_start(code[0]) :]
    span = Span(match.start() - len(agency), match.end())
    normalised = f"{agency}〔{match['year']}〕{int(match['serial'])}号"
    return DocumentNumber(span, span.of(text), normalised, proper="".join(span.of(text).split()) == normalised)


def _order(text: str, match: re.Match[str]) -> DocumentNumber | None:
    code = _CODE.search(text[max(0, match.start() - _CODE_LENGTH) : match.start()])
    body = code[0][_code_start(code[0]) :] if code else ""
    if not _BODY.fullmatch(body):
        return None
    span = Span(match.start() - len(body), match.end())
    return DocumentNumber(span, span.of(text), f"{body}令第{int(match['serial'])}号", proper=True)


def _code_start(code: str) -> int:
    """Where the agency's code begins in a run of characters: after the last word that cannot be part of one."""
    ends = (code.rfind(word) + len(word) for word in _BEFORE_CODE if word in code[:-1])
    return max(ends, default=0)
