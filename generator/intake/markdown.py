"""The syntax of Markdown: what of it is structure, and the stretches of source that do not reach the page.

Written for positions, which no Markdown library gives to the character: every sign that is dropped must be recorded.
Lines stay lines (staff end a paragraph with one line end as often as with two), numbers of lists stay text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape
from typing import TYPE_CHECKING

from generator.intake.tables import bar_cells, bar_table
from generator.intake.tokens import Sort, Token, tokenise
from generator.model.document import Style, StyleRun, Table
from generator.model.span import RepairKind, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(?:(?!---[ \t]*\r?\n|---[ \t]*\Z).*\r?\n){0,200}---[ \t]*(?:\r?\n|\Z)")
_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+|(?=[\u4e00-\u9fff（“《]))")
_HEADING_END = re.compile(r"[ \t]+#+[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}(=+|-{2,})[ \t]*$")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})[^`]*$")
_PREFIX = re.compile(r"(?: {0,3}>[ \t]?){0,9}(?: {0,9}[-*+][ \t]+(?:\[[ xX]\][ \t]+)?(?=\S))?")
_BARS = re.compile(r" {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_DEFINITION = re.compile(r" {0,3}\[[^\[\]\n]{1,100}\]:[ \t]*\S{1,2000}[^\n]{0,300}$")
_INLINE = re.compile(
    r"""
    (?P<comment> <!-- )
  | (?P<unread>  < (?P<tag> script | style | iframe | object | svg | template | noscript ) \b [^<>]{0,2000} > )
  | (?P<auto>    < (?: https?:// | mailto: ) [^<>\s]{1,1000} > )
  | (?P<html>    </? [A-Za-z][A-Za-z0-9:-]{0,30} (?: \s [^<>]{0,2000} )? /? > )
  | (?P<escape>  \\ [!-/:-@\[-`{-~] )
  | (?P<entity>  & (?: \#\d{1,7} | \#[xX][0-9A-Fa-f]{1,6} | [A-Za-z][A-Za-z0-9]{1,30} ) ; )
  | (?P<open>    !? \[ (?= [^\[\]\n]{0,300} \] [(\[] ) )
  | (?P<close>   \] (?: \( (?: [^()\n] | \([^()\n]{0,200}\) ){0,2000} \) | \[[^\[\]\n]{0,100}\] ) )
  | (?P<code>    `{1,3} (?= [^`\n]{1,300} ` ) (?P<inner> [^`\n]{1,300} ) `{1,3} )
  | (?P<strong>  __ (?=\S) (?P<bold> [^_\n]{1,300} ) (?<=\S) __ )
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_GROUPS = {"tag": "unread", "inner": "code", "bold": "strong"}
_BREAKS = frozenset({"br", "p", "div", "tr", "li", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol", "hr"})
_CELLS = frozenset({"td", "th"})
_LEVELS = (Style.HEADING_1, Style.HEADING_2, Style.HEADING_3, Style.HEADING_4)


@dataclass(frozen=True, slots=True)
class Cut:
    """A stretch of the source that is syntax; `new` stands for it, `sort` says what that is."""

    start: int
    end: int
    new: str = ""
    sort: Sort = Sort.DROPPED


@dataclass(slots=True)
class Markdown:
    """What the syntax of a text says: stretches to drop, in order, and structure. All offsets count in the source."""

    cuts: list[Cut] = field(default_factory=list)
    styles: list[StyleRun] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    headings: list[tuple[int, Span]] = field(default_factory=list)
    unclosed: set[str] = field(default_factory=set)
    """Names of elements whose end was looked for in vain: they are not looked for again."""

    def cuts_end(self) -> int:
        """Where the last cut ends, 0 without one."""
        return self.cuts[-1].end if self.cuts else 0

    def tokens(self, text: str) -> Iterator[Token]:
        """The tokens of the source, syntax marked as dropped."""
        done = 0
        for cut in self.cuts:
            start = max(done, cut.start)
            if cut.end < done or (start == cut.end and not cut.new):
                continue
            yield from tokenise(text, done, start)
            yield Token(cut.sort, start, cut.end, cut.new, RepairKind.MARKUP)
            done = cut.end
        yield from tokenise(text, done)


def parse(text: str) -> Markdown:
    """Find the syntax in a text; anything that is not understood stays as it is."""
    found = Markdown()
    start = 0
    front = _FRONT_MATTER.match(text)
    if front:
        found.cuts.append(Cut(0, front.end()))
        start = front.end()
    lines = [(match.start(), match.end()) for match in re.compile(r"[^\r\n]+").finditer(text, start)]
    fence = ""
    index = 0
    while index < len(lines):
        begin, end = lines[index]
        if found.cuts and begin < found.cuts[-1].end:  # in or after a dropped element of several lines
            begin = found.cuts[-1].end
            if begin < end:
                _inline(found, text, begin, end)
            index += 1
            continue
        mark = _FENCE.match(text[begin:end])
        if mark and (not fence or mark.group(1).startswith(fence)):
            fence = "" if fence else mark.group(1)[:3]
            found.cuts.append(Cut(begin, end))
        elif not fence:
            index += _block(found, text, lines, index)
        index += 1
    _settle_levels(found)
    return found


def _block(found: Markdown, text: str, lines: list[tuple[int, int]], index: int) -> int:
    # One line outside code; returns how many more lines were used up.
    begin, end = lines[index]
    line = text[begin:end]
    heading = _HEADING.match(line)
    if _RULE.match(line) or _DEFINITION.match(line):
        found.cuts.append(Cut(begin, end))
        return 0
    below = text[slice(*lines[index + 1])] if index + 1 < len(lines) else ""
    adjacent = bool(below) and text[end : lines[index + 1][0]] in {"\n", "\r\n", "\r"}
    if heading:
        closing = _HEADING_END.search(line)
        stop = begin + closing.start() if closing and closing.start() > heading.end() else end
        found.cuts.append(Cut(begin, begin + heading.end()))
        _inline(found, text, begin + heading.end(), stop)
        if stop < end:
            found.cuts.append(Cut(stop, end))
        found.headings.append((len(heading.group(1)), Span(begin + heading.end(), stop)))
        return 0
    if "|" in line and adjacent and _BARS.match(below) and "|" in below:
        return _table(found, text, lines, index)
    under = _UNDERLINE.match(below) if adjacent and line.strip() and index + 1 < len(lines) else None
    prefix = None if under else _PREFIX.match(line)
    if prefix and prefix.end():
        found.cuts.append(Cut(begin, begin + prefix.end()))
        begin += prefix.end()
    _inline(found, text, begin, end)
    if under and found.cuts_end() <= lines[index + 1][0] and len(line) <= len(_LEVELS) * 20:
        found.headings.append((1 if under.group(1)[0] == "=" else 2, Span(begin, end)))
        found.cuts.append(Cut(*lines[index + 1]))
        return 1
    return 0


def _inline(found: Markdown, text: str, begin: int, end: int, *, lines: bool = True) -> None:
    # `lines` False keeps `<br>` from ending the line: a row of a table.
    opened = False
    place = begin
    while (match := _INLINE.search(text, place, end)) is not None:
        place = match.end()
        group = _GROUPS.get(match.lastgroup or "", match.lastgroup or "")
        if group in {"comment", "unread"}:
            place = _element(found, text, match)
            continue
        if group == "close" and not opened:
            place = match.start() + 1
            continue
        opened = group == "open" or (opened and group != "close")
        found.cuts.extend(_inline_cuts(match, group, lines=lines))
        if group == "strong":
            found.styles.append(StyleRun(Span(*match.span("bold")), Style.BOLD))


def _element(found: Markdown, text: str, match: re.Match[str]) -> int:
    # Drops a comment or an element whose content is no text, to its end; one that never ends loses its tag alone.
    name = (match["tag"] or "!--").lower()
    ending = None
    if name not in found.unclosed:
        ending = re.compile("-->" if name == "!--" else rf"</{name}\s*>", re.IGNORECASE).search(text, match.end())
    if ending is None:
        found.unclosed.add(name)
    end = match.end() if ending is None else ending.end()
    found.cuts.append(Cut(match.start(), end))
    return end


def _inline_cuts(match: re.Match[str], group: str, *, lines: bool) -> Iterator[Cut]:
    start, end = match.span()
    if group in {"code", "strong"}:
        inner = "inner" if group == "code" else "bold"
        yield Cut(start, match.start(inner))
        yield Cut(match.end(inner), end)
    elif group == "auto":
        yield Cut(start, start + 1)
        yield Cut(end - 1, end)
    elif group == "escape":
        yield Cut(start, end, match.group()[1], Sort.TEXT)
    elif group == "entity":
        new = unescape(match.group())
        if new == match.group():
            return
        blank = not new.strip()
        yield Cut(start, end, " " if blank else new, Sort.BLANK if blank else Sort.TEXT)
    elif group == "html":
        name = re.sub(r"[</>]|\s.*", "", match.group(), flags=re.DOTALL).lower()
        if name in _BREAKS:
            yield Cut(start, end, *(("\n", Sort.END) if lines else (" ", Sort.BLANK)))
        elif name in _CELLS:
            yield Cut(start, end, " ", Sort.BLANK)
        else:
            yield Cut(start, end)
    else:
        yield Cut(start, end)


def _table(found: Markdown, text: str, lines: list[tuple[int, int]], index: int) -> int:
    # The head, the row of bars, and the rows below until a line has no bar or an empty line follows.
    rows = [index]
    last = index + 1
    while last + 1 < len(lines) and "|" in text[slice(*lines[last + 1])]:
        if text[lines[last][1] : lines[last + 1][0]] not in {"\n", "\r\n", "\r"}:
            break
        last += 1
        rows.append(last)
    spans = []
    for row in rows:
        cells = bar_cells(text, *lines[row])
        spans.append(cells)
        place = lines[row][0]
        for number, cell in enumerate(cells):
            found.cuts.append(Cut(place, cell.start, "\t" if number else "", Sort.BLANK if number else Sort.DROPPED))
            _inline(found, text, cell.start, cell.end, lines=False)
            place = cell.end
        found.cuts.append(Cut(place, lines[row][1]))
        if row == index:
            found.cuts.append(Cut(lines[row + 1][0], lines[row + 1][1]))
    found.cuts[:] = [cut for cut in found.cuts if cut.start < cut.end or cut.new]
    found.tables.append(bar_table(spans, Span(lines[index][0], lines[rows[-1]][1])))
    return last - index


def _settle_levels(found: Markdown) -> None:
    # A single heading of the highest level at the top is the title; the others move up.
    levels = [level for level, _ in found.headings]
    if not levels:
        return
    highest = min(levels)
    titled = levels.count(highest) == 1 and levels[0] == highest
    if titled:
        found.styles.append(StyleRun(found.headings[0][1], Style.TITLE))
    rest = found.headings[1:] if titled else found.headings
    base = min((level for level, _ in rest), default=1)
    for level, span in rest:
        found.styles.append(StyleRun(span, _LEVELS[min(level - base, len(_LEVELS) - 1)]))
