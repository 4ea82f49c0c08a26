"""Comparison with lists that the publisher supplies (C07, C08, C11)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.catalogues.checks import Listed
from generator.catalogues.rules import Rule
from generator.model.span import Span
from generator.rules.context import Matter
from generator.rules.ruling import Remark, Ruling, met, not_applicable, not_met, undecided

_TITLES = re.compile(
    r"(?:书记|省长|市长|县长|区长|镇长|乡长|旗长|主席|主任|局长|部长|厅长|院长|检察长|总理|委员长|常委|代表)[：:“]?$"
)
_TITLES_AFTER = re.compile(r"(?:同志|书记|省长|市长|县长|区长|主席|主任|局长|总书记)")
_LAW = re.compile(r"《([^《》\n]{2,60})》")
_SHORTEST = 4
"""A phrase of fewer characters has too many neighbours that differ in one."""


def check_listed(rule: Rule, check: Listed, matter: Matter) -> Ruling:
    """Dispatch on the list."""
    del rule
    settings = matter.context.settings
    if check.of == "laws":
        return _laws(check, matter)
    wanted = settings.phrases if check.of == "phrases" else settings.leaders
    if not wanted:
        return not_applicable("网站设置没有提供名单。")
    remarks = []
    for item in wanted:
        least = _SHORTEST if check.of == "phrases" else 2
        if len(item) < least:
            continue
        for span in _near(item, matter.text):
            if check.of == "leaders" and not _beside_title(matter.text, span):
                continue
            found = span.of(matter.text)
            if found not in wanted:
                remarks.append(Remark(span, {"found": found, "wanted": item}))
    if remarks:
        remarks.sort(key=lambda item: item.span or Span(0, 0))
        return not_met(f"有{len(remarks)}处与名单差一个字。", *remarks)
    return met("与名单核对没有发现差错。")


def _near(wanted: str, text: str) -> Iterator[Span]:
    """Places where the text differs from `wanted` in one character put in place of another."""
    for gap in range(len(wanted)):
        before, after = re.escape(wanted[:gap]), re.escape(wanted[gap + 1 :])
        for match in re.finditer(f"{before}(?!{re.escape(wanted[gap])})[一-龥]{after}", text):
            yield Span(*match.span())


def _beside_title(text: str, span: Span) -> bool:
    before = _TITLES.search(text, max(0, span.start - 6), span.start)
    return before is not None or _TITLES_AFTER.match(text, span.end) is not None


def _laws(check: Listed, matter: Matter) -> Ruling:
    cited = [Span(*match.span()) for match in _LAW.finditer(matter.text)]
    if not cited:
        return not_applicable("报告没有引用法律法规。")
    if not check.laws and not check.repealed:
        return not_applicable("网站设置没有提供法律法规名单。")
    repealed = [span for span in cited if _bare(span, matter.text) in map(_short, check.repealed)]
    if repealed:
        return not_met(
            f"引用了已经废止的{repealed[0].of(matter.text)}。",
            *(Remark(span, {"found": span.of(matter.text), "what": "已经废止"}) for span in repealed),
        )
    known = set(map(_short, (*check.laws, *check.repealed)))
    unknown = [span for span in cited if check.laws and _bare(span, matter.text) not in known]
    if unknown:
        remarks = (Remark(span, {"found": span.of(matter.text), "what": "不在名单之中"}) for span in unknown)
        return undecided(f"有{len(unknown)}部不在名单之中，无法判断。", *remarks)
    return met("引用的法律法规都在名单之中。", *cited)


def _bare(span: Span, text: str) -> str:
    return _short(span.of(text)[1:-1])


def _short(name: str) -> str:
    return re.sub(r"\s", "", name).removeprefix("中华人民共和国")
