"""Numbers of headings that are missing, repeated or of the wrong family. Reported, never mended."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.model.diagnostic import Diagnostic, Problem, Severity
from generator.model.span import Span
from generator.outline.draft import Draft
from generator.outline.families import Family

NUMBERING = Problem(
    code="S07",
    name="heading-numbering",
    severity=Severity.WARNING,
    message="{what}",
    hint="{mend}网页按原文显示，不会代为编号。",
    wrong="一、工作开展情况\n存在的困难和问题\n三、下一年工作安排",
    right="一、工作开展情况\n二、存在的困难和问题\n三、下一年工作安排",
)
MIXED = Problem(
    code="S08",
    name="mixed-heading-levels",
    severity=Severity.WARNING,
    message="{before}与{after}之间的“{marker}{title}”接着上一级标题编号，却用了另一级标题的序号",
    hint="如果它与前后标题同级，把“{marker}”改为“{wanted}”；如果是下级标题，从头编号。",
    wrong="一、主要做法\n（二）存在问题\n三、下一步打算",
    right="一、主要做法\n二、存在问题\n三、下一步打算",
)

UNNUMBERED = Problem(
    code="G101",
    name="heading-without-number",
    severity=Severity.NOTE,
    message="标题“{title}”没有编号，而同级的标题有编号",
    hint="核对是否漏写了编号。网页按原文显示，不会代为编号。",
    wrong="一、主要做法\n存在的问题\n二、下一步打算",
    right="一、主要做法\n二、存在的问题\n三、下一步打算",
)

_HAN = "〇一二三四五六七八九"
_SHOWN = 16
"""Characters of a heading that a message quotes."""


def check_numbering(drafts: Sequence[Draft], parents: Sequence[int | None]) -> Iterator[Diagnostic]:
    """Problems with the numbers of 一、 and （一）; points may restart, and other families follow their own habits."""
    strays: set[Draft] = set()
    told: set[Span | None] = set()
    for family in (Family.ONE, Family.TWO):
        series: dict[int | None, list[int]] = {}
        for index, draft in enumerate(drafts):
            if draft.family is family and not draft.inline:
                series.setdefault(parents[index], []).append(index)
        for members in series.values():
            found = list(_check_series(drafts, members, strays))
            told |= {problem.span for problem in found}
            yield from found
    yield from _check_unnumbered(drafts, parents, told)


def _check_series(drafts: Sequence[Draft], members: Sequence[int], strays: set[Draft]) -> Iterator[Diagnostic]:
    """The problems of one series; a heading that was reported as one of the series above (`strays`) starts anywhere."""
    first = drafts[members[0]]
    if first in strays:
        pass
    elif first.number != 1 and not _is_excused(drafts, None, members[0]):
        yield _missing(first, None, range(1, first.number), None)
    for before, after in pairwise(members):
        left, right = drafts[before], drafts[after]
        if right.number == left.number + 1:
            continue
        if right.number <= left.number:
            yield _repeated(left, right)
            continue
        missing = range(left.number + 1, right.number)
        between = drafts[before + 1 : after]
        stray = next((draft for draft in _firsts(between) if _stands_for(draft, left, missing)), None)
        if stray is not None:
            strays.add(stray)
            yield MIXED.at(
                stray.span,
                before=_quoted(left),
                after=_quoted(right),
                marker=stray.marker,
                title=_title(stray),
                wanted=_marker(left, stray.number),
            )
            continue
        bare = next((draft for draft in between if draft.family is Family.NONE and draft.level == left.level), None)
        yield _missing(right, left, missing, bare)


def _check_unnumbered(
    drafts: Sequence[Draft], parents: Sequence[int | None], told: set[Span | None]
) -> Iterator[Diagnostic]:
    """Whole-line headings without a number beside numbered ones; those of a gap in the numbering were told before."""
    numbered = {(parent, draft.level) for draft, parent in zip(drafts, parents, strict=True) if draft.number}
    for draft, parent in zip(drafts, parents, strict=True):
        bare = draft.family is Family.NONE and not draft.run_in
        if bare and (parent, draft.level) in numbered and draft.span not in told:
            yield UNNUMBERED.at(draft.span, title=_title(draft))


def _is_excused(drafts: Sequence[Draft], before: Draft | None, index: int) -> bool:
    """Whether an unnumbered heading of the same level stands first and may count as the first number."""
    return before is None and any(draft.level == drafts[index].level for draft in drafts[:index] if not draft.number)


def _firsts(drafts: Sequence[Draft]) -> list[Draft]:
    """The first heading of each family."""
    found: dict[Family, Draft] = {}
    for draft in drafts:
        found.setdefault(draft.family, draft)
    return list(found.values())


def _stands_for(draft: Draft, left: Draft, missing: range) -> bool:
    """（二） between 一、 and 三、, or 2. between （一） and （三）: it counts on, but in another family."""
    return (
        not draft.inline
        and draft.family not in {left.family, Family.POINT, Family.NONE}
        and len(missing) == 1
        and draft.number == missing[0] != 1
        and draft.rank > left.rank
    )


def _missing(at: Draft, before: Draft | None, missing: range, bare: Draft | None) -> Diagnostic:
    numbers = "".join(f"“{_marker(at, number)}”" for number in missing)
    lost = numbers if len(missing) <= 3 else f"“{_marker(at, missing[0])}”至“{_marker(at, missing[-1])}”"  # noqa: PLR2004
    if before is None:
        return NUMBERING.at(
            at.span, what=f"标题编号从“{at.marker}”开始，缺{lost}", mend="核对是否漏了前面的标题，或编号有误。"
        )
    place = f"“{before.marker}”与“{at.marker}”之间缺{lost}"
    if bare is not None:
        return NUMBERING.at(
            bare.span,
            what=f"标题编号不连续：{place}，其间的标题“{_title(bare)}”没有编号",
            mend=f"很可能应为“{_marker(at, missing[0])}{_title(bare)}”，请核对原文。",
        )
    return NUMBERING.at(at.span, what=f"标题编号不连续：{place}", mend="核对是否漏了标题，或编号有误。")


def _repeated(left: Draft, right: Draft) -> Diagnostic:
    if right.number == left.number:
        what = f"标题编号重复：“{right.marker}”出现两次（{_quoted(left)}与{_quoted(right)}）"
    else:
        what = f"标题编号不连续：“{left.marker}”之后又出现“{right.marker}”"
    return NUMBERING.at(right.span, what=what, mend="核对编号，或者其间漏了上一级标题。")


def _quoted(draft: Draft) -> str:
    return f"“{draft.marker}{_title(draft)}”"


def _title(draft: Draft) -> str:
    return draft.words if len(draft.words) <= _SHOWN else draft.words[:_SHOWN] + "…"


def _marker(like: Draft, number: int) -> str:
    """The marker of the same family with another number, e.g. 二、."""
    return f"（{_write(number)}）" if like.family is Family.TWO else f"{_write(number)}、"


def _write(number: int) -> str:
    tens, ones = divmod(number, 10)
    if not tens:
        return _HAN[ones]
    return ("" if tens == 1 else _HAN[tens % 10]) + "十" + (_HAN[ones] if ones else "")
