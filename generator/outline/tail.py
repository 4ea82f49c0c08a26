"""The end of a report: closing formula, signature, date, attachments, contacts, remains of the web page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.catalogues.bodies import bodies
from generator.catalogues.structure import structure
from generator.model.span import Span
from generator.outline.lines import Line
from generator.text import fold
from generator.text.dates import DATE, MONTH

_LONGEST_SIGNATURE = 60
_LONGEST_ITEM = 80
"""A line of a list of attachments."""
_MOST_SIGNERS = 8
_LONGEST_REMAINS = 40

_DATE_LINE = re.compile(
    rf"(?: (?: 报告|成文|印发|填报|落款 )? (?: 时间|日期 ) \s* : \s* )? \(? (?P<date> {DATE} | {MONTH} ) \)?",
    re.VERBOSE,
)
_SIGNED_DATE = re.compile(
    rf"(?P<names> [^。；，,;]{{2,{_LONGEST_SIGNATURE}}}? ) \s* \(? (?P<date> {DATE} | {MONTH} ) \)?", re.VERBOSE
)
_LABEL = re.compile(
    r"(?:(?:报告|报送|填报|上报|制发|发文)?(?:单位|机关|部门)|署名|落款)(?:\((?:盖章|公章|签章|章)\))?:"
)
_SEAL = re.compile(r"\((?:盖章|公章|签章|印章|章|印)\)$")
_PAGE = re.compile(r"[—\-－]*\s*[0-9]{1,3}\s*[—\-－]*")
_ATTACHED = re.compile(r"附[件表]?(?:[：:]|[0-9]{1,2}$|[0-9]{1,2}[.、：:\s]|[一二三四五六七八九十][、：:]?|$)")


@dataclass(frozen=True, slots=True)
class Tail:
    """What was found at the end. The body ends before line `end`; `taken` are the lines of signature and date."""

    signature: Span | None
    date: Span | None
    taken: frozenset[int]
    end: int


def find_tail(text: str, lines: Sequence[Line], start: int) -> Tail:
    """The tail of the report; the body begins at line `start` and ends before the tail."""
    first, last = _block(text, lines, start)
    names = [_names(text, line) for line in lines[first:last]]
    dates = [date for line in lines[first:last] if (date := _date(text, line)) is not None]
    spans = [span for span in names if span is not None]
    end = _before_attachments(lines, start, first)
    while (
        end > start and structure().formula.fullmatch(lines[end - 1].text) and len(lines[end - 1].text) < _LONGEST_ITEM
    ):
        end -= 1
    return Tail(
        signature=Span(spans[0].start, spans[-1].end) if spans else None,
        date=dates[-1] if dates else None,
        taken=frozenset(range(first, last)),
        end=end,
    )


def _block(text: str, lines: Sequence[Line], start: int) -> tuple[int, int]:
    """First and past-last line of signature and date; an empty block where the tail begins if there is none."""
    for last in range(len(lines), start, -1):
        line = lines[last - 1]
        if _date(text, line) is not None and _is_end(lines, last):
            first = _grown(text, lines, start, last)
            named = any(_names(text, line) is not None for line in lines[first:last])
            return first, last if named else _below(lines, last)
    last = len(lines)
    while last > start and _is_remark(lines[last - 1]):
        last -= 1
    first = _grown(text, lines, start, last)
    if any(_names(text, line) is not None for line in lines[first:last]):
        return first, last
    return last, last


def _is_end(lines: Sequence[Line], after: int) -> bool:
    """Whether nothing of the body follows: the file ends, an attachment begins, or only remarks follow."""
    for line in lines[after : after + _MOST_SIGNERS]:
        if line.table is not None or _ATTACHED.match(line.text):
            return True
        if not _is_remark(line) and not _is_signer(line):
            return False
    return True


def _below(lines: Sequence[Line], end: int) -> int:
    """Past the names of signers that stand below the date."""
    return next((index for index in range(end, len(lines)) if not _is_signer(lines[index])), len(lines))


def _grown(text: str, lines: Sequence[Line], start: int, last: int) -> int:
    first = last
    while first > start and last - first < _MOST_SIGNERS:
        line = lines[first - 1]
        if line.table is not None or (_date(text, line) is None and not _is_signer(line)):
            break
        first -= 1
    return first


def _is_signer(line: Line) -> bool:
    name = _SEAL.sub("", fold(line.text))
    name = _LABEL.sub("", name)
    return len(line.text) <= _LONGEST_SIGNATURE and line.heading is None and bodies().is_name(name)


def _is_remark(line: Line) -> bool:
    remains = len(line.text) <= _LONGEST_REMAINS and not line.text.endswith("。")
    return (
        (remains and structure().remains.match(line.text) is not None)
        or structure().tail_label.match(line.text) is not None
        or structure().label.match(line.text) is not None
        or _PAGE.fullmatch(line.text) is not None
    )


def _before_attachments(lines: Sequence[Line], start: int, end: int) -> int:
    """Where the note on attachments begins that stands above the signature; `end` if there is none."""
    for first in range(end - 1, max(start, end - 30), -1):
        if _ATTACHED.match(lines[first].text):
            return first
        if len(lines[first].text) > _LONGEST_ITEM or lines[first].text.endswith(("。", "；")):
            return end
    return end


def _date(text: str, line: Line) -> Span | None:
    if line.table is not None or len(line.span) > 2 * _LONGEST_SIGNATURE:
        return None
    written = fold(line.span.of(text))
    match = _DATE_LINE.fullmatch(written)
    if match is None:
        match = _SIGNED_DATE.fullmatch(written)
        if match is None or not _names_in(match["names"]):
            return None
    return Span(line.span.start + match.start("date"), line.span.start + match.end("date"))


def _names(text: str, line: Line) -> Span | None:
    """The names of the signers on the line, without label, seal and date."""
    written = fold(line.span.of(text))
    begin, end = 0, len(written)
    if match := _SIGNED_DATE.fullmatch(written):
        end = match.end("names")
    elif _DATE_LINE.fullmatch(written):
        return None
    if match := _LABEL.match(written[:end]):
        begin = match.end()
    if match := _SEAL.search(written[:end].rstrip()):
        end = match.start()
    part = written[begin:end]
    if not _names_in(part):
        return None
    begin += len(part) - len(part.lstrip())
    return Span(line.span.start + begin, line.span.start + begin + len(part.strip()))


def _names_in(text: str) -> bool:
    name = "".join(_SEAL.sub("", _LABEL.sub("", text.strip())).split())
    return bodies().is_name(name)
