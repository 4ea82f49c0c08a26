"""Finds the catalogue entry that a quantity is a figure of."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from generator.catalogues.indicators import indicator_catalogue
from generator.catalogues.patterns import compiled, search
from generator.indicators.context import Context, Resolution
from generator.indicators.scope import scope_of
from generator.indicators.surroundings import surroundings, unit_of

if TYPE_CHECKING:
    from generator.catalogues.indicators import Indicator, IndicatorCatalogue, Rule, SharedVeto
    from generator.catalogues.patterns import Pattern
    from generator.indicators.surroundings import Surroundings

    Dimensions = tuple[tuple[Pattern, str], ...]

_SHORT = 8
"""The longest left side for which wordings without a keyword are tried (`12次50余人次`, `覆盖500余人次`)."""

_PART = "其中"

_LIST_GOES_ON = re.compile(r"(?:、|和(?![谐解])|及(?![时格早])|与(?!会)|或|以及)(?P<next>[^\W\d_]{2,8})")

_LIST_BEFORE = re.compile(
    r"(?P<last>[^\W\d_]{1,8}?)(?:、|和|(?<![涉惠普遍波触提])及|与|或|以及)(?:各|[省市州县区]直|市级|县级|区级|相关|有关|职能|工作)*$"
)
"""The members behind or before a word, in a list that ends in one number (专、兼职调解员⟨名⟩)."""

_MEMBERS = 16
"""How far before a word the list that it ends can begin to matter."""

_ITEMS = re.compile(r"[、,]|(?<=⟩)(?:和|及|与)")

_OWN_WORDS = 12
"""The longest words that can be shown as a dimension."""


@dataclass(frozen=True, slots=True)
class _Hit:
    indicator: Indicator
    rule: Rule
    direct: bool
    line: str
    """The words that made the rule fire: those of the clause, or the subject that the binder took from elsewhere."""

    @property
    def rank(self) -> tuple[int, bool, int]:
        return self.indicator.entry.priority, self.direct, self.rule.weight


class Resolver:
    """A catalogue with an index from units and words to the rules that may fire."""

    def __init__(self, catalogue: IndicatorCatalogue) -> None:
        """Build the index: for each unit, the first two characters of a rule's keywords lead to the rule."""
        self.catalogue = catalogue
        index: dict[str, dict[str, list[tuple[str, Indicator, Rule]]]] = defaultdict(lambda: defaultdict(list))
        for indicator in catalogue.indicators:
            for rule in indicator.rules:
                for unit in rule.units:
                    for keyword in rule.pattern.keywords or ("^",):
                        index[unit][keyword[:2]].append((keyword, indicator, rule))
        self._topic_words = re.compile("|".join(catalogue.topics))
        self._asked: tuple[Surroundings | None, str] = None, ""
        self._index = {unit: dict(words) for unit, words in index.items()}

    def resolve(self, context: Context) -> tuple[Resolution, ...]:
        """The entries that fire: none, one, or one for each of two rates that share a number."""
        if unit_of(context) not in self._index:
            return ()
        found: list[Resolution] = []
        for text in surroundings(context):
            hit = self._best(self.hits(text))
            if hit is not None and all(hit.indicator.entry.id != other.indicator for other in found):
                found.append(self._resolution(hit, text, scope_of(context) if hit.indicator.entry.scoped else ""))
        return tuple(found)

    def fired(self, context: Context) -> tuple[str, ...]:
        """The ids of all entries with a matching pattern, before one is chosen; for checks of the catalogue."""
        ids = {hit.indicator.entry.id: None for text in surroundings(context) for hit in self.hits(text)}
        return tuple(ids)

    def hits(self, text: Surroundings) -> list[_Hit]:
        """Every entry that fires, each with its heaviest rule; the binder's phrase is tried where the words fail."""
        found = self._hits(text)
        if text.part and (parts := [hit for hit in found if _takes_up(hit)]):
            return parts  # 其中刑事案件124件 are a part of the 法律援助案件 before, whatever else counts 刑事案件
        if not found and text.given:  # 组建队伍46支、队员1380人: the words alone count where they take up what was said
            found = [hit for hit in self._hits(text.on_its_own()) if hit.rule.previous is not None]
        return found if found or not text.subject else self._hits(text.by_subject())

    def _hits(self, text: Surroundings) -> list[_Hit]:
        words = self._index.get(text.unit)
        if words is None:
            return []
        haystack = ("^" if len(text.left) <= _SHORT else "") + text.left + "⟨" + text.right
        pairs = map(str.__add__, haystack, haystack[1:])
        seen: set[int] = set()
        best: dict[str, _Hit] = {}
        vetoed: dict[str, bool] = {}
        for place, pair in enumerate(pairs):
            for keyword, indicator, rule in words.get(pair if pair[0] != "^" else "^", ()):
                if id(rule) in seen or not haystack.startswith(keyword, place):
                    continue
                seen.add(id(rule))
                hit = self._hit(indicator, rule, text)
                if hit is None or self._vetoed(hit, text, vetoed):
                    continue
                known = best.get(indicator.entry.id)
                if known is None or known.rank < hit.rank:
                    best[indicator.entry.id] = hit
        return list(best.values())

    def _hit(self, indicator: Indicator, rule: Rule, text: Surroundings) -> _Hit | None:
        match = direct = compiled(rule.pattern.direct).search(text.line)
        if direct is None and rule.pattern.behind is not None and text.right:
            match = compiled(rule.pattern.behind).search(text.line)
        if direct is not None and text.open_list and _is_last_of_several(indicator, direct.start(), text):
            return None
        if match is None or _is_done_with(indicator, text.line[: match.start()]) or not self._gates(rule, text):
            return None
        return _Hit(indicator, rule, direct is not None, text.line)

    def _gates(self, rule: Rule, text: Surroundings) -> bool:
        if rule.previous is not None and not self._continues(rule, rule.previous, text):
            return False
        if rule.heading is not None and not search(rule.heading, text.heading):
            return False
        if rule.sentence is not None and not (search(rule.sentence, text.sentence) and self._has_no_subject(text)):
            return False
        if rule.unless is not None and search(rule.unless, text.sentence):
            return False
        if any(search(veto, text.whole) for veto in rule.vetoes):
            return False
        return not rule.wording.about or self._topic_of(text) == rule.wording.about

    def _continues(self, rule: Rule, previous: Pattern, text: Surroundings) -> bool:
        """Whether the clause goes on with what the one before it said; 专项检查6家 does not go on with 双随机抽查."""
        if not search(previous, text.previous):
            return False
        own = (match for kind in self.catalogue.kinds if (match := compiled(kind.direct).search(text.whole)))
        if not all(match[0] in text.previous or match[0] in rule.wording.match for match in own):
            return False
        return self._has_no_subject(text)

    def _has_no_subject(self, text: Surroundings) -> bool:
        """Whether the clause is still about those of whom the sentence spoke; 各部门学法 is not the government's."""
        return not any(search(subject, text.whole) for subject in self.catalogue.subjects)

    def _vetoed(self, hit: _Hit, text: Surroundings, known: dict[str, bool]) -> bool:
        indicator, takes_up = hit.indicator, _takes_up(hit) or hit.rule.sentence is not None
        if any(search(veto, text.whole) for veto in indicator.vetoes):
            return True
        for name in indicator.bound_by:
            if name not in known:
                known[name] = _speaks_so(self.catalogue.vetoes[name], text)
            if known[name] or (takes_up and _spoke_so(self.catalogue.vetoes[name], text)):
                return True
        return False

    def _topic_of(self, text: Surroundings) -> str:
        """The topic, found once for all the rules that ask for it in turn."""
        if self._asked[0] is not text:
            self._asked = text, self.topic(text)
        return self._asked[1]

    def topic(self, text: Surroundings) -> str:
        """What the quantity is about: the topic named right after it, else the last one before it in the paragraph.

        A part (其中刑事案件) is about what its whole is about.

        If neither tells, it is the heading's, where the heading names one topic only.
        """
        after = self._topics(text.right)
        if after:
            return after[0]
        whole = (text.previous,) if text.part else ()
        for words in (*whole, text.before + text.left, text.lead):
            if before := self._topics(words):
                return before[-1]
        for heading in reversed(text.heading.split("/")):
            named = set(self._topics(heading))
            if named:
                return named.pop() if len(named) == 1 else ""
        return ""

    def _topics(self, text: str) -> list[str]:
        return [self.catalogue.topics[match[0]] for match in self._topic_words.finditer(text)] if text else []

    def _resolution(self, hit: _Hit, text: Surroundings, scope: str) -> Resolution:
        entry, rule = hit.indicator.entry, hit.rule
        dimension = rule.wording.dimension or self._dimension(hit, text) or _own_words(hit, text)
        return Resolution(
            indicator=entry.id,
            name=entry.name,
            theme=entry.theme,
            dimension="，".join(filter(None, (scope, dimension if dimension not in scope else ""))),
            rule=f"{entry.id}: {rule.wording.match}",
            per="per" in entry.allows,
            of_previous=entry.of_previous,
        )

    def _dimension(self, hit: _Hit, text: Surroundings) -> str:
        """The part of the thing counted: by the entry's own dimensions and by those that hold everywhere."""
        own, everywhere = hit.indicator.dimensions, self.catalogue.everywhere
        taken_up = _takes_up(hit)
        found = _label(own, text.line) or (_inherited(own, text) if taken_up else "")
        if found:
            level = _label(everywhere, text.line) or _label(self.catalogue.of_wholes, text.of_whole)
            told = hit.indicator.speaks_of(level) or _tells(own, found, level)
            return found if told else f"{level}，{found}"
        found = _label(everywhere, text.line) or _label(self.catalogue.of_lists, text.listed)
        bare = not text.right and text.subject not in text.line
        if not found and (taken_up or bare or hit.rule.sentence is not None):
            found = _inherited(self.catalogue.of_before, text)
        found = found or _label(own, text.of_whole) or _label(self.catalogue.of_wholes, text.of_whole)
        if not found and bare and not _tells_several(self.catalogue.of_results, text.previous):
            found = _label(self.catalogue.of_results, text.subject)
        if not found and _is_result(hit, text):
            found = _inherited(self.catalogue.of_results, text)
        if not found and hit.line != text.line:
            found = _label(own, hit.line)
        return "" if hit.indicator.speaks_of(found) else found

    def _best(self, hits: list[_Hit]) -> _Hit | None:
        fired = {hit.indicator.entry.id for hit in hits}
        left = [hit for hit in hits if not fired.intersection(hit.indicator.entry.yields_to)] or hits
        left.sort(key=lambda hit: hit.rank, reverse=True)
        if not left or (len(left) > 1 and left[0].rank == left[1].rank):
            return None  # two entries with equal right: a wrong merge is worse than none
        return left[0]


@cache
def resolver() -> Resolver:
    """The resolver of the catalogue that comes with the generator."""
    return Resolver(indicator_catalogue())


def resolve(context: Context) -> tuple[Resolution, ...]:
    """The catalogue entries that fire on a quantity: none, one, or one for each of two rates that share a number."""
    return resolver().resolve(context)


def _speaks_so(veto: SharedVeto, text: Surroundings) -> bool:
    """Whether the clause, the list that the number stands in or the sentence is what the veto speaks of."""
    if any(search(pattern, text.whole) for pattern in veto.clause):
        return True
    if text.listed and any(search(pattern, text.listed) for pattern in veto.clause):
        return True
    return any(search(pattern, text.sentence) for pattern in veto.sentence)


def _spoke_so(veto: SharedVeto, text: Surroundings) -> bool:
    """Whether the clause before, from which the words are taken up, made it what the veto speaks of."""
    if not veto.across or not text.previous or "⟨" in text.previous:
        return False
    return any(search(pattern, f"{text.previous}，{text.line}") for pattern in veto.clause)


def _is_result(hit: _Hit, text: Surroundings) -> bool:
    """Whether the clause says nothing but the entry's words and tells, in another unit, what came of the one before.

    抓获嫌疑人36名 after 侦破涉企案件28起, 调解员60人 after 医疗纠纷调委会12个.
    """
    before = text.previous.rpartition("⟨")[2]
    if not before.endswith("⟩") or before == f"{text.unit}⟩" or text.right or "⟨" in text.before:
        return False
    match = compiled(hit.rule.pattern.direct).search(text.line)
    return match is not None and match.start() == 0


def _takes_up(hit: _Hit) -> bool:
    """Whether the rule reads what was said before: 民事案件 after 法律援助案件."""
    return hit.rule.previous is not None or bool(hit.rule.wording.about)


def _own_words(hit: _Hit, text: Surroundings) -> str:
    """What a part says for itself where its whole is a figure of the same entry: 公开信息50条，其中公文类信息20条."""
    if not (text.part or text.left.startswith(_PART)) or not text.previous.endswith("⟩"):
        return ""
    whole = any(
        compiled(source).search(text.previous)
        for rule in hit.indicator.rules
        for source in (rule.pattern.direct, rule.pattern.behind)
        if source and not (rule.previous or rule.sentence or rule.wording.about)
    )
    own = text.left.removeprefix(_PART) or text.right
    return own if whole and len(own) <= _OWN_WORDS else ""


def _is_done_with(indicator: Indicator, words: str) -> bool:
    """Whether the words before those of the entry say that something else was done with it (培训｜执法人员86人)."""
    return bool(words) and any(search(act, words) for act in indicator.acts)


def _is_last_of_several(indicator: Indicator, start: int, text: Surroundings) -> bool:
    """Whether an open list is counted, of which the entry knows the last member only (党员、网格员等⟨人⟩)."""
    own = text.open_list <= start < len(text.left)
    return own and not any(text.names_another(rule.pattern) for rule in indicator.rules)


def _inherited(dimensions: Dimensions, text: Surroundings) -> str:
    """The dimension that the clause before gives; none if it or those before name several, each with its figure."""
    found = "" if _tells_several(dimensions, text.previous) else _label(dimensions, text.previous)
    said = text.before.removesuffix(",").rsplit(";", 1)[-1].rpartition(",")[0]
    earlier = _label(dimensions, said) if found and "⟨" in text.previous else ""
    return found if earlier in {"", found} else ""


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
