"""The top of a report: labels of the web page, table of contents, document number, title, addressee."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.catalogues.bodies import bodies
from generator.catalogues.structure import structure
from generator.model.span import Span
from generator.outline.addressee import addressed_part, is_addressee
from generator.outline.families import marker_at
from generator.outline.lines import Line
from generator.outline.titles import find_title
from generator.text import fold
from generator.text.dates import DATE
from generator.text.numerals import HAN_YEAR

_ZONE = 60
"""Labels, red head, table of contents and title never need more lines than that before the first paragraph."""
_SIGNED = 10
"""Signatures, dates and notes are among so many lines at the end."""
_TEXT = 60
"""A line longer than that with a full stop in it, or one that ends in a full stop, is running text."""

_NUMBER = re.compile(r"[一-鿿]{2,14}[〔\[(【]20[0-9]{2}[〕\])】]第?[0-9]{1,4}号")
_DATE_LINE = re.compile(rf"\(? \s* (?P<date> {DATE} ) \s* \)?", re.VERBOSE)
_DATE_AT_END = re.compile(rf"\s* \( \s* (?P<date> {DATE} ) \s* \) $", re.VERBOSE)
_MATTER = re.compile(rf"关于|[12][0-9]{{3}}年|{HAN_YEAR}年|(?<!依)法治|依法(?!治)")
"""Where the matter of a title begins: its issuer stands before it."""
_CONTENTS = re.compile(r"目录|目次")
_LEADER = re.compile(r"[.．…·]*[0-9]{0,3}$")
_FURNITURE = re.compile(
    r"""
    .{2,30} 文件 (?: \(.{1,12}\) )? | ★.* | [—\-－_=*]{3,}
  | 20[0-9]{2} ([-/]) [0-9]{1,2} \1 [0-9]{1,2} (?: [0-9]{1,2} : [0-9:]{2,5} )? .{0,20}   # when the page was published
  | [0-9A-Z]{4,} / 20[0-9]{2} - [0-9]+                                              # its index number
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Head:
    """What was found at the top.

    `taken` are the lines that are nothing but title, addressee, number, signature or date; the body begins at line
    `start`. `signature` and `date` stand below the title in some reports; they count where the end has none.
    """

    title: Span | None = None
    addressee: Span | None = None
    number: Span | None = None
    signature: Span | None = None
    date: Span | None = None
    taken: frozenset[int] = frozenset()
    start: int = 0


def find_head(text: str, lines: Sequence[Line]) -> Head:
    """The head of the report with these lines of the cleaned text."""
    zone, contents = _zone(lines)
    aside = {line.index for line in zone if line.index in contents or _is_furniture(line)} | _values(zone)
    free = [line for line in zone if line.index not in aside]
    head = _with_title(text, free)
    head = _with_joint_bodies(text, free, lines, head)
    head = _with_number(text, zone, head)
    below = [line for line in free if line.index not in head.taken and line.index >= head.start]
    head = _with_addressee(text, below, lines, head)
    return replace(head, start=max(head.start, *(index + 1 for index in aside), 0) if aside else head.start)


def _values(zone: Sequence[Line]) -> set[int]:
    """Lines that give the value of a label on the line before: 发布时间：⏎2024-01-20."""
    return {
        after.index
        for line, after in pairwise(zone)
        if structure().label.fullmatch(line.text)
        and not structure().label.match(after.text)
        and not _is_marked(after)
        and not (structure().title_matter.search(after.text) and after.text.endswith(structure().title_ends))
    }


def _zone(lines: Sequence[Line]) -> tuple[list[Line], set[int]]:
    """The lines before the first paragraph or heading, and which of them are a table of contents."""
    zone: list[Line] = []
    contents: set[int] = set()
    seen: set[str] = set()
    for line in lines[:_ZONE]:
        entry = _LEADER.sub("", line.text)
        if _CONTENTS.fullmatch(line.text):
            seen.add("")
        if line.table is None:
            if _is_text(line) or (_is_marked(line) and (not seen or entry in seen)):
                break
            if seen and (_is_marked(line) or entry != line.text or _CONTENTS.fullmatch(line.text)):
                contents.add(line.index)
                seen.add(entry)
        zone.append(line)
    return zone, contents


def _with_title(text: str, free: Sequence[Line]) -> Head:
    found = find_title(free)
    if found is None:
        return Head()
    first, last = found
    span = Span(first.span.start, last.span.end)
    taken = frozenset(range(first.index, last.index + 1))
    match = _DATE_AT_END.search(fold(span.of(text)))
    if match is None:
        return Head(title=span, taken=taken, start=last.index + 1)
    date = Span(span.start + match.start("date"), span.start + match.end("date"))
    return Head(title=Span(span.start, span.start + match.start()), date=date, taken=taken, start=last.index + 1)


def _with_joint_bodies(text: str, free: Sequence[Line], lines: Sequence[Line], head: Head) -> Head:
    """Bodies that report together with the one in the title stand above it, each on a line, and sign at the end."""
    if head.title is None or not bodies().is_name("".join(head.title.of(text).split()).partition("关于")[0]):
        return head
    title, first = "".join(head.title.of(text).split()), min(head.taken)
    signed = "".join(line.text for line in lines[-_SIGNED:] if line.index > first)
    for line in reversed([line for line in free if line.index < first]):
        joins = line.index == first - 1 and bodies().is_name(line.text) and line.text not in title
        if not joins or line.text not in signed:
            break
        first = line.index
        head = replace(head, title=Span(line.span.start, head.title.end), taken=head.taken | {line.index})
    return head


def _with_number(text: str, zone: Sequence[Line], head: Head) -> Head:
    for line in zone:
        written = fold(line.span.of(text))
        match = _NUMBER.match(written.replace(" ", ""))
        if match and line.index not in head.taken and line.table is None:
            end = written.index("号", written.index("20")) + 1
            span = Span(line.span.start, line.span.start + end)
            return replace(head, number=span, taken=head.taken | {line.index}, start=max(head.start, line.index + 1))
    return head


def _with_addressee(text: str, below: Sequence[Line], lines: Sequence[Line], head: Head) -> Head:
    """Look at the lines below the title, then at the beginning of the first paragraph."""
    title = "" if head.title is None else "".join(head.title.of(text).split())
    for line in below:
        if line.text == title:
            head = replace(head, start=max(head.start, line.index + 1))  # web pages show the title twice
        elif is_addressee(line.text):
            span = Span(line.span.start, line.span.end - 1)
            return _taking(replace(head, addressee=span), line)
        if match := _DATE_LINE.fullmatch(fold(line.span.of(text))):
            start = line.span.start
            date = head.date or Span(start + match.start("date"), start + match.end("date"))
            head = _taking(replace(head, date=date), line)
        elif bodies().is_name(_bare(line.text)) and head.title is not None and head.signature is None:
            head = _taking(_signed_or_addressed(text, line, head), line)
    first = next((line for line in lines if line.index >= head.start and line.table is None), None)
    if first is not None and (end := addressed_part(text, first.span)):
        head = replace(head, addressee=Span(first.span.start, end))
    return head


def _taking(head: Head, line: Line) -> Head:
    return replace(head, taken=head.taken | {line.index}, start=max(head.start, line.index + 1))


def _signed_or_addressed(text: str, line: Line, head: Head) -> Head:
    """A name alone below the title: the issuer, unless the title names another one; then the colon was forgotten."""
    title = "" if head.title is None else "".join(head.title.of(text).split())
    issuer = _MATTER.split(title, maxsplit=1)[0]
    if bodies().is_name(issuer) and _bare(line.text) not in title and head.addressee is None:
        return replace(head, addressee=line.span)
    bracket = len(line.text) - len(_bare(line.text)) > 0
    return replace(head, signature=Span(line.span.start + bracket, line.span.end - bracket))


def _bare(text: str) -> str:
    """The text without brackets around the whole of it: （甲县乙局）."""
    return text[1:-1] if text[:1] in {"（", "("} and text[-1] in {"）", ")"} else text


def _is_text(line: Line) -> bool:
    return line.heading is None and (
        line.text.endswith(("。", "；", "！"))
        or (len(line.text) > _TEXT and any(mark in line.text for mark in "。；，"))
    )


def _is_marked(line: Line) -> bool:
    return marker_at(line.text, 0, len(line.text)) is not None


def _is_furniture(line: Line) -> bool:
    return (
        line.table is not None
        or structure().label.match(line.text) is not None
        or structure().label_row.match(line.text) is not None
        or _FURNITURE.fullmatch(fold(line.text)) is not None
        or _NUMBER.match(fold(line.text)) is not None
    )
