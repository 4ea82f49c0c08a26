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
from generator.text.widths import fold

if TYPE_CHECKING:
    from generator.catalogues.indicators import Indicator, IndicatorCatalogue, Rule
    from generator.catalogues.patterns import Pattern

_LEFT, _RIGHT, _BEFORE = 80, 40, 200
"""How many characters before and after a number can matter: names are short, and costs stay bounded."""

_SHORT = 8
"""The longest left side for which wordings without a keyword are tried (`12次50余人次`, `覆盖500余人次`)."""

_DROPPED = {ord(mark): None for mark in "“”‘’\"'「」『』()<>〈〉*# \t\n"}
"""Marks that say nothing about what is counted; patterns are written without them. 《》 stay: a title is a title."""

_ASIDE = re.compile(r"\((?:含|包括|不含|其中|同比|以下)[^()]{0,40}\)")

_FILLERS = re.compile(
    r"""(?:
        (?:共|合|总|累)计(?:达)? | (?:累积|全部|一共|总共|先后|分别)
        | (?:保持|稳定|维持|控制|压缩|提升|提高|上升|增长|下降|降低|达|增加|扩大|扩展|增|降|升)(?:在|到|至)了?
        | 高达 | (?<![传下送直表])达了? | (?<![行作])为 | (?<![民公合预节契条誓履])约 | (?<!公)共
        | [有是均已仅超近等了:、]
    )+$""",
    re.VERBOSE,
)
"""Words between a name and its number that do not change the name: 共 累计 达到 均为 提升至."""

_RATES = re.compile(r"(?<=[率度比例])(?:、|以及|和|及|与)")
"""Where one rate ends and the next begins; 及时率 holds a 及 of its own."""

_RATE_END = re.compile(r"(?:率|度|比例|占比|比|面)$")


@dataclass(frozen=True, slots=True)
class _Text:
    """A context made ready: what stands left and right, the line, and what came before in the sentence."""

    line: str
    left: str
    right: str
    unit: str
    previous: str
    heading: str
    sentence: str
    before: str


@dataclass(frozen=True, slots=True)
class _Hit:
    indicator: Indicator
    rule: Rule
    direct: bool

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
        self._index = {unit: dict(words) for unit, words in index.items()}

    def resolve(self, context: Context) -> tuple[Resolution, ...]:
        """The entries that fire: none, one, or one for each of two rates that share a number."""
        unit = fold(context.unit)
        if unit not in self._index:
            return ()
        found: list[Resolution] = []
        for left in _lefts(context.left, unit):
            text = _prepared(context, left, unit)
            hit = self._best(self.hits(text))
            if hit is not None and all(hit.indicator.entry.id != other.indicator for other in found):
                found.append(_resolution(hit, text))
        return tuple(found)

    def fired(self, context: Context) -> tuple[str, ...]:
        """The ids of all entries with a matching pattern, before one is chosen; for checks of the catalogue."""
        unit = fold(context.unit)
        ids = {
            hit.indicator.entry.id: None
            for left in _lefts(context.left, unit)
            for hit in self.hits(_prepared(context, left, unit))
        }
        return tuple(ids)

    def hits(self, text: _Text) -> list[_Hit]:
        """Every entry that fires on a text, each with its heaviest rule."""
        words = self._index.get(text.unit)
        if words is None:
            return []
        haystack = ("^" if len(text.left) <= _SHORT else "") + text.left + "⟨" + text.right
        seen: set[int] = set()
        best: dict[str, _Hit] = {}
        vetoed: dict[str, bool] = {}
        for place in range(len(haystack) - 1):
            pair = "^" if haystack[place] == "^" else haystack[place : place + 2]
            for keyword, indicator, rule in words.get(pair, ()):
                if id(rule) in seen or not haystack.startswith(keyword, place):
                    continue
                seen.add(id(rule))
                hit = self._hit(indicator, rule, text)
                if hit is None or self._vetoed(indicator, text, vetoed):
                    continue
                known = best.get(indicator.entry.id)
                if known is None or known.rank < hit.rank:
                    best[indicator.entry.id] = hit
        return list(best.values())

    def _hit(self, indicator: Indicator, rule: Rule, text: _Text) -> _Hit | None:
        direct = compiled(rule.pattern.direct).search(text.line) is not None
        if not direct and (
            rule.pattern.behind is None
            or not text.right
            or compiled(rule.pattern.behind).search(text.line) is None
        ):
            return None
        return _Hit(indicator, rule, direct) if self._gates(rule, text) else None

    def _gates(self, rule: Rule, text: _Text) -> bool:
        if rule.previous is not None and not search(rule.previous, text.previous):
            return False
        if rule.heading is not None and not search(rule.heading, text.heading):
            return False
        if rule.sentence is not None and not search(rule.sentence, text.sentence):
            return False
        if any(search(veto, text.line) for veto in rule.vetoes):
            return False
        return not rule.wording.about or self.topic(text) == rule.wording.about

    def _vetoed(self, indicator: Indicator, text: _Text, known: dict[str, bool]) -> bool:
        if any(search(veto, text.line) for veto in indicator.vetoes):
            return True
        for name, patterns in self.catalogue.vetoes:
            if name in indicator.entry.allows:
                continue
            if name not in known:
                known[name] = any(search(pattern, text.line) for pattern in patterns)
            if known[name]:
                return True
        return False

    def topic(self, text: _Text) -> str:
        """What the quantity is about: the topic named right after it, else the last one before, else the heading's."""
        after = self._topics(text.right)
        if after:
            return after[0]
        before = self._topics(text.before + text.left)
        if before:
            return before[-1]
        for heading in reversed(text.heading.split("/")):
            named = set(self._topics(heading))
            if named:
                return named.pop() if len(named) == 1 else ""
        return ""

    def _topics(self, text: str) -> list[str]:
        return [match.lastgroup or "" for match in _topic_words(self.catalogue.topics).finditer(text)] if text else []

    def _best(self, hits: list[_Hit]) -> _Hit | None:
        fired = {hit.indicator.entry.id for hit in hits}
        left = [hit for hit in hits if not fired.intersection(hit.indicator.entry.yields_to)] or hits
        left.sort(key=lambda hit: hit.rank, reverse=True)
        if not left or (len(left) > 1 and left[0].rank == left[1].rank):
            return None  # two entries with equal right: a wrong merge is worse than none
        return left[0]


@cache
def _topic_words(topics: tuple[tuple[str, Pattern], ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<{name}>{pattern.direct})" for name, pattern in topics))


@cache
def resolver() -> Resolver:
    """The resolver of the catalogue that comes with the generator."""
    return Resolver(indicator_catalogue())


def resolve(context: Context) -> tuple[Resolution, ...]:
    """The catalogue entries that fire on a quantity: none, one, or one for each of two rates that share a number."""
    return resolver().resolve(context)


def _resolution(hit: _Hit, text: _Text) -> Resolution:
    entry, rule = hit.indicator.entry, hit.rule
    dimension = rule.wording.dimension or _dimension(hit.indicator, text.line)
    if not dimension and (rule.wording.previous or rule.wording.about):
        dimension = _dimension(hit.indicator, text.previous)
    return Resolution(
        indicator=entry.id,
        name=entry.name,
        theme=entry.theme,
        dimension=dimension,
        rule=f"{entry.id}: {rule.wording.match}",
    )


def _dimension(indicator: Indicator, text: str) -> str:
    labels = {label: None for pattern, label in indicator.dimensions if search(pattern, text)}
    return next(iter(labels), "")


def _lefts(left: str, unit: str) -> tuple[str, ...]:
    """The left context, once for each of several rates before one number (`受理率、办结率均达100%`)."""
    if unit not in {"%", "‰"}:
        return (left,)
    parts = [part for part in _RATES.split(_FILLERS.sub("", left)) if part]
    tail = len(parts)
    while tail and _RATE_END.search(parts[tail - 1]):
        tail -= 1
    rates = parts[tail:]
    return tuple(rates) if len(rates) > 1 else (left,)


def _prepared(context: Context, left: str, unit: str) -> _Text:
    ready = _FILLERS.sub("", _clean(left[-2 * _LEFT :]))[-_LEFT:].lstrip("、和及与")
    right = _clean(context.right[: 2 * _RIGHT])[:_RIGHT]
    right = "" if right.startswith("、") else right.removeprefix("的")
    return _Text(
        line=f"{ready}⟨{unit}⟩{right}",
        left=ready,
        right=right,
        unit=unit,
        previous=_clean(context.previous[-2 * _LEFT :]),
        heading=_clean(context.heading).replace("/ ", "/"),
        sentence=_clean(context.sentence[: 10 * _BEFORE]),
        before=_clean(_before(context) + context.left.removesuffix(left) if left != context.left else _before(context)),
    )


def _clean(text: str) -> str:
    text = fold(text)
    if "(" in text:
        text = _ASIDE.sub("", text)
    return text.translate(_DROPPED)


def _before(context: Context) -> str:
    """The part of the sentence before the clause, at most 200 characters; the clause before if that is not found."""
    anchor = context.left or context.right
    place = context.sentence.find(anchor, 0, 10 * _BEFORE) if anchor else -1
    if place < 0:
        return context.previous
    return context.sentence[max(0, place - _BEFORE) : place] or context.previous
