"""What cleaning has to tell the clerk."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from generator.intake import problems
from generator.model.diagnostic import Severity
from generator.model.span import RepairKind, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.model.diagnostic import Diagnostic
    from generator.model.span import Slice

_AROUND = 10
_SHOWN = 5
_REPLACED = "\ufffd"


def artefacts(source: str, text: str, repairs: Iterable[Slice]) -> Iterator[Diagnostic]:
    """One problem for each kind of left-over, with how often it occurs, at its first place."""
    by_kind: dict[RepairKind, list[Slice]] = {}
    for piece in repairs:
        if piece.repair is not None:
            by_kind.setdefault(piece.repair, []).append(piece)
    bold = by_kind.get(RepairKind.BOLD_MARK, [])
    if bold:
        yield problems.LEFT_OVER.at(
            _near(text, bold[0]),
            what="加粗符号“**”",
            count=len(bold),
            done="已去掉，加粗保留",
            advice="请在原文件中删除“**”；从其他系统导出时选择“纯文本”或 .docx。",
        )
    for what, found in _grouped(source, by_kind.get(RepairKind.BOOKMARK, [])):
        yield problems.LEFT_OVER.at(
            _near(text, found[0]),
            quote=what,
            what=f"书签或域代码“{what}”",
            count=len(found),
            done="已去掉",
            advice="请在原文件中删除；用 Word 另存为 .docx 后再提交，就不会带出。",
        )
    yield from _replaced(text)
    control = by_kind.get(RepairKind.CONTROL, [])
    if control:
        names = Counter(_name(char) for piece in control for char in piece.source.of(source) if not _is_tail(char))
        which = "、".join(name for name, _ in names.most_common(_SHOWN)) + ("等" if len(names) > _SHOWN else "")
        yield problems.CONTROL.at(_near(text, control[0]), count=sum(names.values()), which=which)


def joined(text: str, places: Iterable[int]) -> Iterator[Diagnostic]:
    """One problem for each joined paragraph, quoted around the place of the join (`｜`)."""
    for place in places:
        start = max(text.rfind("\n", 0, place) + 1, place - _AROUND)
        end = text.find("\n", place, place + _AROUND)
        end = min(len(text), place + _AROUND) if end < 0 else end
        quote = f"{text[start:place]}｜{text[place:end]}"
        yield problems.BROKEN.at(Span(start, end), quote=quote)


def _replaced(text: str) -> Iterator[Diagnostic]:
    count = text.count(_REPLACED)
    if count:
        place = text.index(_REPLACED)
        yield problems.LEFT_OVER.at(
            Span(place, place + 1),
            severity=Severity.ERROR,
            quote=_quote(text, place),
            what="无法识别的字符“\ufffd”",
            count=count,
            done="无法自动补回",
            advice="原文件在这里缺字或编码损坏，请补上正确的字后重新保存为 UTF-8。",
        )


def _quote(text: str, place: int) -> str:
    start = max(text.rfind("\n", 0, place) + 1, place - _AROUND)
    return text[start : place + _AROUND].partition("\n")[0]


def _grouped(source: str, pieces: list[Slice]) -> Iterator[tuple[str, list[Slice]]]:
    groups: dict[str, list[Slice]] = {}
    for piece in pieces:
        for what in re.findall(r"\[bookmark:[^\]]*\]|[^\[\]]+", piece.source.of(source)):
            groups.setdefault(what.strip()[:60], []).append(piece)
    yield from groups.items()


def _near(text: str, piece: Slice) -> Span:
    # What was dropped has no place of its own on the page: the problem is shown at the text that follows it.
    start = piece.cleaned.start
    end = text.find("\n", start, start + _AROUND)
    end = min(len(text), start + _AROUND) if end < 0 else end
    return Span(start, end) if end > start else Span(max(0, start - _AROUND), start)


def _name(char: str) -> str:
    return "ESC" if char == "\x1b" else f"U+{ord(char):04X}"


def _is_tail(char: str) -> bool:
    # The printable rest of an ANSI sequence, `[31m`.
    return " " <= char <= "~"
