"""Which part of the thing counted a figure is: the places where a text may tell it, asked one after the other."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.catalogues.patterns import compiled, occurs, search

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.catalogues.indicator_forms import Dimensions, Indicator, IndicatorCatalogue, Rule
    from generator.catalogues.patterns import Pattern
    from generator.indicators.surroundings import Surroundings

_PART = "其中"

_LIST_GOES_ON = re.compile(r"(?:、|和(?![谐解])|及(?![时格早])|(?<![参给授赋])与(?!会)|或|以及)(?P<next>[^\W\d_]{2,8})")

_LIST_BEFORE = re.compile(
    r"(?P<last>[^\W\d_]{1,8}?)(?:、|和|(?<![涉惠普遍波触提])及|(?<![参给授赋])与|或|以及)"
    r"(?:各|[省市州县区]直|市级|县级|区级|相关|有关|职能|工作)*$"
)
"""The members behind or before a word, in a list that ends in one number (专、兼职调解员⟨名⟩)."""

_MEMBERS = 16
"""How far before a word the list that it ends can begin to matter."""

_ITEMS = re.compile(r"[、,]|(?<=⟩)(?:和|及|与)")

_RESULT = re.compile(r"(?:[共已均]|累计|全部)?[^\W\d_]{2,6}(?:[达为]|⟨[^⟨⟩]*⟩|\d[\d.]*[万亿余多]*(?:%|[^\W\d_]{1,3}))+")
"""A clause that tells nothing but a result: 审结118件, 成功率93.7%."""

_SEVERAL = re.compile(rf"{_PART}|\d[^、]*、[^、]*\d")
"""其中婚姻家庭36件、邻里26件: what comes of it is not of one of them."""

_OWN_WORDS = 12
"""The longest words that can be shown as a dimension."""


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry that fires, with the rule that made it."""

    indicator: Indicator
    rule: Rule
    direct: bool
    line: str
    """The words that made the rule fire: those of the clause, or the subject that the binder took from elsewhere."""

    @property
    def rank(self) -> tuple[int, bool, int]:
        """What decides between entries that fire on one number."""
        return self.indicator.entry.priority, self.direct, self.rule.weight

    @property
    def takes_up(self) -> bool:
        """Whether the rule reads what was said before: 民事案件 after 法律援助案件."""
        return self.rule.previous is not None or bool(self.rule.wording.about)

    def part_in(self, words: str) -> str:
        """What the entry's own dimensions call what the words speak of (专门窗口 of 春晖专窗), "" if nothing."""
        return _label(self.indicator.dimensions, words)

    def means(self, words: str) -> bool:
        """Whether words of the clause are those by which the entry is known, so that they narrow nothing.

        Without “法律明白人” a sentence is not of them; without 马背调解队, 调解纠纷571件 still is of disputes.
        """
        needed = words in self.line and not occurs(self.rule.pattern, self.line.replace(words, ""))
        return needed or self.indicator.speaks_of(words)


def dimension_of(hit: Hit, text: Surroundings, catalogue: IndicatorCatalogue) -> str:
    """The part of the thing counted, "" for the whole: the rule, the entry or what holds of any entry tells."""
    if hit.rule.wording.dimension:
        return hit.rule.wording.dimension
    asked = _Asked(hit, text, catalogue.everywhere)
    if found := asked.own():
        level = asked.clause() or asked.whole()
        told = hit.indicator.speaks_of(level) or _tells(hit.indicator.dimensions, found, level)
        return found if told else f"{level}，{found}"
    found = next(filter(None, (source(asked) for source in _SOURCES)), "")
    return _own_words(hit, text) if hit.indicator.speaks_of(found) else found


@dataclass(frozen=True, slots=True)
class _Asked:
    """A figure and the places where the text may tell what it is a part of; each gives a label or ""."""

    hit: Hit
    text: Surroundings
    everywhere: dict[str, Dimensions]

    def own(self) -> str:
        """The entry's own dimensions, in the clause or in the one from which words are taken up."""
        own = self.hit.indicator.dimensions
        return _label(own, self.text.line) or (_inherited(own, self.text) if self.hit.takes_up else "")

    def clause(self) -> str:
        """建成州级公共法律服务中心2个."""
        line = self.text.line
        return _label(self.everywhere["line"], line[: line.rfind("⟩") + 1] if self.text.aside else line)

    def list(self) -> str:
        """培育枫桥式司法所4个、人民调解组织6个: the list says it for all its members."""
        return _label(self.everywhere["list"], self.text.listed)

    def clause_before(self) -> str:
        """省级清单涉及20项，取消4项: the words left out are those of the clause before."""
        elided = self.hit.takes_up or self._bare or self.hit.rule.sentence is not None
        return _inherited(self.everywhere["before"], self.text) if elided and not self.text.opens else ""

    def own_whole(self) -> str:
        """The entry's own dimensions, in the words for what the figure is a part of."""
        return _label(self.hit.indicator.dimensions, self.text.of_whole)

    def whole(self) -> str:
        """市级建议提案16件（人大建议12件）: a part is of the level of its whole."""
        return _label(self.everywhere["whole"], self.text.of_whole)

    def subject(self) -> str:
        """调解医疗纠纷36件，成功31件: what the binder says is counted is said of the result."""
        several = not self._bare or _tells_several(self.everywhere["result"], self.text.previous)
        return "" if several else _label(self.everywhere["result"], self.text.subject)

    def result(self) -> str:
        """侦破涉企案件16件，抓获嫌疑人25名: what came of it is of the same matter."""
        return _inherited(self.everywhere["result"], self.text) if _is_result(self.hit, self.text) else ""

    def fired_on(self) -> str:
        """The entry's own dimensions, in the subject that made it fire where the clause does not name it."""
        return _label(self.hit.indicator.dimensions, self.hit.line) if self.hit.line != self.text.line else ""

    @property
    def _bare(self) -> bool:
        return not self.text.right and self.text.subject not in self.text.line


_SOURCES: tuple[Callable[[_Asked], str], ...] = (
    _Asked.clause,
    _Asked.list,
    _Asked.clause_before,
    _Asked.own_whole,
    _Asked.whole,
    _Asked.subject,
    _Asked.result,
    _Asked.fired_on,
)
"""Where an entry whose own dimensions say nothing in the clause is asked, the nearest words first."""


def _is_result(hit: Hit, text: Surroundings) -> bool:
    """Whether the clause says nothing but the entry's words and tells, in another unit, what came of the one before.

    抓获嫌疑人36名 after 侦破涉企案件28起, 调解员60人 after 医疗纠纷调委会12个.
    """
    before = text.previous.rpartition("⟨")[2]
    if not before.endswith("⟩") or before == f"{text.unit}⟩" or text.right or "⟨" in text.before:
        return False
    match = compiled(hit.rule.pattern.direct).search(text.line)
    return match is not None and match.start() == 0


def _own_words(hit: Hit, text: Surroundings) -> str:
    """What a part says for itself where its whole is a figure of the same entry: 公开信息50条，其中公文类信息20条."""
    if not (text.part or text.left.startswith(_PART)) or not text.previous.endswith("⟩"):
        return ""
    whole = any(
        occurs(rule.pattern, text.previous)
        for rule in hit.indicator.rules
        if not (rule.previous or rule.sentence or rule.wording.about)
    )
    own = text.left.removeprefix(_PART) or text.right
    return own if whole and len(own) <= _OWN_WORDS else ""


def _inherited(dimensions: Dimensions, text: Surroundings) -> str:
    """The dimension that the clause before gives, or that of which it gives a result itself; none if several do."""
    earlier: list[str] = []
    before = text.previous
    if not text.opens:
        *earlier, last = text.before.rstrip(",;").rsplit(";", 1)[-1].split(",")
        before = before or last
    found = _label(dimensions, before)
    while earlier and not found and _RESULT.fullmatch(before):
        before = earlier.pop()
        found = "" if _SEVERAL.search(before) else _label(dimensions, before)
    if not found or _tells_several(dimensions, before):
        return ""
    said = _label(dimensions, ",".join(earlier)) if "⟨" in text.previous else ""
    return found if said in {"", found} else ""


def _tells_several(dimensions: Dimensions, clause: str) -> bool:
    """Whether the figures of a clause are not all of the same dimension: 婚姻家庭纠纷⟨件⟩、邻里纠纷⟨件⟩."""
    return len({_label(dimensions, item) for item in _ITEMS.split(clause) if "⟨" in item}) > 1


def _label(dimensions: Dimensions, text: str) -> str:
    for pattern, label in dimensions:
        match = compiled(pattern.direct).search(text)
        if match and not (label and _is_one_of_several(pattern, match)):
            return label
    return ""


def _tells(own: Dimensions, found: str, level: str) -> bool:
    """Whether the dimension found says no less than the level, or the entry's own tell of levels themselves."""
    said = level.removesuffix("级") in found or f"{level[:1]}级" in found
    return said or not level.endswith("级") or any(label.endswith("级") for _, label in own)


def _is_one_of_several(pattern: Pattern, match: re.Match[str]) -> bool:
    """Whether the word found is a member of a list that is counted as a whole: 县区和市直部门 are not only 部门."""
    if "⟨" in match[0]:
        return False
    behind = _LIST_GOES_ON.match(match.string, match.end())
    before = _LIST_BEFORE.search(match.string, max(0, match.start() - _MEMBERS), match.start())
    others = [other for other in (behind and behind["next"], before and before["last"]) if other]
    return bool(others) and not all(search(pattern, other) for other in others)
