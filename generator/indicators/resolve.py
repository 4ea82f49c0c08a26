"""Finds the catalogue entry that a quantity is a figure of."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING, TypeAlias

from generator.catalogues.indicators import indicator_catalogue
from generator.catalogues.patterns import compiled, search
from generator.indicators.context import Context, Resolution
from generator.indicators.departments import department_of
from generator.indicators.dimensions import Hit, dimension_of
from generator.indicators.restrictions import restriction_of
from generator.indicators.scope import scope_of
from generator.indicators.surroundings import surroundings, unit_of

if TYPE_CHECKING:
    from generator.catalogues.indicator_forms import Indicator, IndicatorCatalogue, Rule, SharedVeto
    from generator.catalogues.patterns import Pattern
    from generator.indicators.surroundings import Surroundings

_SHORT = 8
"""The longest left side for which wordings without a keyword are tried (`12次50余人次`, `覆盖500余人次`)."""


_OWN_FIELD = re.compile(r"[^,;]{2,12}(?:方面|领域),")
"""…；市场监管领域，立案23件: what was spoken of before the ; is over."""


_Candidate: TypeAlias = "tuple[int, Indicator, Rule, tuple[tuple[str, ...], ...]]"
"""A rule with its number and the groups of words of which each must be there with one."""

_Index: TypeAlias = "dict[str, tuple[tuple[str, list[_Candidate]], ...]]"
"""The first two characters of keywords lead to the keywords that begin so, and these to their rules."""


class Resolver:
    """A catalogue with an index from units and words to the rules that may fire, made for each unit when it is met."""

    def __init__(self, catalogue: IndicatorCatalogue) -> None:
        """Take the catalogue; nothing is worked out before it is asked for."""
        self.catalogue = catalogue
        self._topic_words = re.compile("|".join(catalogue.topics))
        self._asked: tuple[Surroundings | None, str] = None, ""
        self._index: dict[str, _Index] = {}

    def resolve(self, context: Context) -> tuple[Resolution, ...]:
        """The entries that fire: none, one, or one for each of two rates that share a number."""
        if not self._rules_of(unit_of(context)):
            return ()
        found: list[Resolution] = []
        for text in surroundings(context):
            hit = self._best(self.hits(text))
            if hit is not None and all(hit.indicator.entry.id != other.indicator for other in found):
                found.append(self._resolution(hit, text, context))
        return tuple(found)

    def fired(self, context: Context) -> tuple[str, ...]:
        """The ids of all entries with a matching pattern, before one is chosen; for checks of the catalogue."""
        ids = {hit.indicator.entry.id: None for text in surroundings(context) for hit in self.hits(text)}
        return tuple(ids)

    def hits(self, text: Surroundings) -> list[Hit]:
        """Every entry that fires, each with its heaviest rule; the binder's phrase is tried where the words fail."""
        found = self._hits(text)
        if text.part and (parts := [hit for hit in found if hit.takes_up]):
            return parts  # 其中刑事案件124件 are a part of the 法律援助案件 before, whatever else counts 刑事案件
        if not found and text.given:  # 组建队伍46支、队员1380人: the words alone count where they take up what was said
            found = [hit for hit in self._hits(text.on_its_own()) if hit.rule.previous is not None]
        return found if found or not text.subject else self._hits(text.by_subject())

    def _hits(self, text: Surroundings) -> list[Hit]:
        words = self._rules_of(text.unit)
        if not words:
            return []
        best: dict[str, Hit] = {}
        vetoed: dict[str, bool] = {}
        for _, indicator, rule, _ in _candidates(words, text):
            hit = self._hit(indicator, rule, text)
            if hit is None or self._vetoed(hit, text, vetoed):
                continue
            known = best.get(indicator.entry.id)
            if known is None or known.rank < hit.rank:
                best[indicator.entry.id] = hit
        return list(best.values())

    def _rules_of(self, unit: str) -> _Index:
        """The rules that know the unit."""
        if unit not in self._index:
            rules: dict[str, dict[str, list[_Candidate]]] = defaultdict(lambda: defaultdict(list))
            known = ((indicator, rule) for indicator in self.catalogue.indicators for rule in indicator.rules)
            for number, (indicator, rule) in enumerate(known):
                if unit in rule.units:
                    for keyword in rule.pattern.keywords or ("^",):
                        rules[keyword[:2]][keyword].append((number, indicator, rule, rule.pattern.others))
            self._index[unit] = {pair: tuple(by_keyword.items()) for pair, by_keyword in rules.items()}
        return self._index[unit]

    def _hit(self, indicator: Indicator, rule: Rule, text: Surroundings) -> Hit | None:
        if rule.authors and rule.authors.isdisjoint(text.author):
            return None
        match = direct = compiled(rule.pattern.direct).search(text.line)
        if direct is None and rule.pattern.behind is not None and text.right:
            match = compiled(rule.pattern.behind).search(text.line)
        if direct is not None and text.open_list and _is_last_of_several(indicator, direct.start(), text):
            return None
        if match is None or _is_done_with(indicator, text.line[: match.start()]) or not self._gates(rule, text):
            return None
        return Hit(indicator, rule, direct is not None, text.line)

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

    def _vetoed(self, hit: Hit, text: Surroundings, known: dict[str, bool]) -> bool:
        indicator, takes_up = hit.indicator, hit.takes_up or hit.rule.sentence is not None
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
        part = text.before.rpartition(";")[2]
        said = (part,) if _OWN_FIELD.match(part) else (text.before, text.lead)
        for words in (*whole, said[0] + text.left, *said[1:]):
            if before := self._topics(words):
                return before[-1]
        for heading in reversed(text.heading.split("/")):
            named = set(self._topics(heading))
            if named:
                return named.pop() if len(named) == 1 else ""
        return ""

    def _topics(self, text: str) -> list[str]:
        return [self.catalogue.topics[match[0]] for match in self._topic_words.finditer(text)] if text else []

    def _resolution(self, hit: Hit, text: Surroundings, context: Context) -> Resolution:
        entry, rule = hit.indicator.entry, f"{hit.indicator.entry.id}: {hit.rule.wording.match}"
        part = dimension_of(hit, text, self.catalogue)
        scope = scope_of(context) if entry.scoped else ""
        scope = "" if hit.indicator.speaks_of(scope) else scope
        restriction = restriction_of(context, hit.means, scope)
        if restriction and part in {hit.part_in(restriction.words), restriction.words} - {""}:
            restriction = None  # “春晖”专窗: the entry has a word for it
        if restriction:
            rule = f"{rule}（限于{restriction.told}）"
        if entry.scoped and not (scope or restriction):
            scope = "" if (department := department_of(context)) in entry.definition else department
        return Resolution(
            indicator=entry.id,
            name=entry.name,
            theme=entry.theme,
            dimension=_together(restriction.words if restriction else "", scope, part),
            rule=rule,
            per="per" in entry.allows,
            of_previous=entry.of_previous,
        )

    def _best(self, hits: list[Hit]) -> Hit | None:
        fired = {hit.indicator.entry.id for hit in hits}
        left = [hit for hit in hits if not fired.intersection(hit.indicator.entry.yields_to)] or hits
        left.sort(key=lambda hit: hit.rank, reverse=True)
        if not left or (len(left) > 1 and left[0].rank == left[1].rank):
            return None  # two entries with equal right: a wrong merge is worse than none
        return left[0]


def _candidates(words: _Index, text: Surroundings) -> list[_Candidate]:
    """The rules that have a keyword in the text and whose other words are there, in the order of the catalogue.

    Most of all rules fail here. Patterns share groups of words: what is known of one is known of many.
    """
    haystack = ("^" if len(text.left) <= _SHORT else "") + text.left + "⟨" + text.right
    found: list[_Candidate] = []
    keywords: set[str] = set()
    tried: set[int] = set()
    there: dict[int, bool] = {}
    for place, pair in enumerate(map(str.__add__, haystack, haystack[1:])):
        for keyword, rules in words.get(pair if pair[0] != "^" else "^", ()):
            if keyword in keywords or not haystack.startswith(keyword, place):
                continue
            keywords.add(keyword)
            for candidate in rules:
                if candidate[0] in tried:
                    continue
                tried.add(candidate[0])
                for group in candidate[3]:
                    known = there.get(id(group))
                    if known is None:
                        known = there[id(group)] = any(word in text.line for word in group)
                    if not known:
                        break
                else:
                    found.append(candidate)
    found.sort(key=itemgetter(0))
    return found


@cache
def resolver() -> Resolver:
    """The resolver of the catalogue that comes with the generator."""
    return Resolver(indicator_catalogue())


def resolve(context: Context) -> tuple[Resolution, ...]:
    """The catalogue entries that fire on a quantity: none, one, or one for each of two rates that share a number."""
    return resolver().resolve(context)


def _together(*parts: str) -> str:
    """The parts of a dimension, each that no other says already."""
    told = [part for part in dict.fromkeys(parts) if not any(part != other and part in other for other in parts)]
    return "，".join(filter(None, told))


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


def _is_done_with(indicator: Indicator, words: str) -> bool:
    """Whether the words before those of the entry say that something else was done with it (培训｜执法人员86人)."""
    return bool(words) and any(search(act, words) for act in indicator.acts)


def _is_last_of_several(indicator: Indicator, start: int, text: Surroundings) -> bool:
    """Whether an open list is counted, of which the entry knows the last member only (党员、网格员等⟨人⟩)."""
    own = text.open_list <= start < len(text.left)
    return own and not any(text.names_another(rule.pattern) for rule in indicator.rules)
