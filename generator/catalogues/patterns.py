"""The small pattern language of the indicator catalogue, made for people who know reports and not regular expressions.

`受理|收到 … 行政复议 (申请|案件)? ⟨件|宗⟩` reads: 受理 or 收到, anything, 行政复议, perhaps 申请 or 案件, then the
number with the unit 件 or 宗. Blanks part the words and stand for nothing; `…` is a stretch of up to 40 characters,
`‥` one of up to 12; `|` is "or"; `( )` groups; `?` is "perhaps"; `^` is the beginning of the clause and `$` its end;
`⟨⟩` is the number with any unit of the entry; `〔名〕` stands for a list of words of the shared file. Every pattern
becomes a regular expression without nested repetition, so matching takes time linear in the clause. Directly behind
the number `…` is no more than 12 characters: farther on, the words are about something else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from generator.catalogues.pattern_reader import Node, PatternError, read_nodes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

GAP = "[^⟨⟩]{0,40}"
"""What `…` may cover: lists of things between a verb and its object are rarely longer."""

NEAR = "[^⟨⟩]{0,12}"
"""What may stand between a number and the noun after it, e.g. `12件各类较为复杂的行政复议案件`."""

SUFFIX = "》?(?:的|总)?(?:数量|总数|总量|人数|件数|次数|份数|户数|场次|人次|数|量)?"
"""Words of counting between a name and its number, e.g. 受理数量 or 办理总数; they need not be in a pattern."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern ready for use.

    `direct` matches the words before the number (or exactly where the pattern puts it); `behind` matches the same
    words where the last ones follow the number (`受理12件行政复议申请`), None if the pattern fixes the place itself.
    Both are sources of regular expressions, compiled when first needed. `keywords`: at least one of them must be in
    a text that matches, each of two characters or more, `⟨` for the number among them; empty if the pattern has
    none. `others`: one word of each of these is in it too. `weight` is the least number of characters that a match
    fixes. `units` are the measure words that its number may have, empty if it takes any.
    """

    source: str
    direct: str
    behind: str | None
    keywords: tuple[str, ...]
    others: tuple[tuple[str, ...], ...]
    weight: int
    units: frozenset[str]


NO_PAIRS: Mapping[str, int] = MappingProxyType({})


@cache
def compiled(source: str) -> re.Pattern[str]:
    """The compiled expression; compiling is put off because most entries never meet a number that could be theirs."""
    return re.compile(source)


def read_pattern(
    source: str, words: Mapping[str, str], *, behind: bool = True, pairs: Mapping[str, int] = NO_PAIRS
) -> Pattern:
    """Read one pattern; `words` are the shared lists for `〔名〕`, `behind` allows the noun after the number.

    `pairs` says how often two characters stand side by side where the pattern will be used: of the words that every
    match has, the rarest become its keywords. Raises `PatternError` for a pattern that is no pattern.
    """
    nodes = read_nodes(source, words)
    places = [number for number, node in enumerate(nodes) if node.kind == "mention"]
    if len(places) > 1:
        raise PatternError(f"“{source}”中只能有一个 ⟨⟩")
    bound = any(node.kind in {"start", "end"} for node in nodes)
    floats = behind and not bound and bool(places) and places[0] == len(nodes) - 1 and len(nodes) > 1
    return Pattern(
        source=source,
        direct=_expression(nodes),
        behind=_behind(nodes) if floats else None,
        keywords=(keywords := _keywords(nodes, pairs)),
        others=_others(nodes, keywords),
        weight=sum(_least(node) for node in nodes),
        units=frozenset(unit for place in places for unit in nodes[place].text.split("|") if unit),
    )


def search(pattern: Pattern, text: str) -> bool:
    """Whether the pattern occurs in `text` as it is written; for gates and vetoes."""
    return compiled(pattern.direct).search(text) is not None


def occurs(pattern: Pattern, line: str) -> bool:
    """Whether the pattern occurs in a line, its number where the pattern puts it or before the last words."""
    return any(compiled(source).search(line) for source in (pattern.direct, pattern.behind) if source)


def _expression(nodes: tuple[Node, ...]) -> str:
    parts: list[str] = []
    for number, node in enumerate(nodes):
        if node.kind == "mention" and number and nodes[number - 1].kind in {"literal", "group"}:
            parts.append(SUFFIX)
        behind = number > 0 and nodes[number - 1].kind == "mention"
        parts.append(NEAR if behind and node.kind == "gap" else _part(node))
    return "".join(parts)


def _part(node: Node) -> str:
    if node.kind == "literal":
        return re.escape(node.text)
    if node.kind == "group":
        inner = "|".join("".join(map(_part, choice)) for choice in node.choices)
        return f"(?:{inner}){'?' if node.optional else ''}"
    if node.kind == "mention":
        return f"⟨(?:{'|'.join(map(re.escape, node.text.split('|')))})⟩" if node.text else "⟨[^⟨⟩]*⟩"
    return {"gap": GAP, "near": NEAR, "start": "^", "end": "$"}[node.kind]


def _behind(nodes: tuple[Node, ...]) -> str:
    """All ways to put the number before one of the words: `A…B⟨⟩` gives `⟨⟩A…B` and `A…⟨⟩B`."""
    mention, words = nodes[-1], nodes[:-1]
    cuts = [0] + [number + 1 for number, node in enumerate(words) if node.kind in {"gap", "near"}]
    ways = []
    for cut in cuts:
        before, after = words[:cut], words[cut:]
        if not after:
            continue
        ways.append(_expression(before) + _part(mention) + NEAR + _expression(after))
    return "|".join(ways)


def _least(node: Node) -> int:
    """The least number of characters that a part fixes."""
    if node.kind == "literal":
        return len(node.text)
    if node.kind == "group" and not node.optional:
        return min(sum(map(_least, choice)) for choice in node.choices)
    return 1 if node.kind in {"start", "end"} or node.text else 0


def _keywords(nodes: tuple[Node, ...], pairs: Mapping[str, int]) -> tuple[str, ...]:
    if known := [tuple(sorted(words)) for node in nodes if (words := _required(node))]:
        return min(known, key=lambda words: (sum(_commonness(word, pairs) for word in words), len(words), words))
    behind = [_beginnings(node) for number, node in enumerate(nodes) if number and nodes[number - 1].kind == "mention"]
    return tuple(sorted(_best(behind) or ()))


def _commonness(word: str, pairs: Mapping[str, int]) -> int:
    """How often a word can occur at most: as often as its rarest two characters stand side by side."""
    return min(pairs.get(pair, 0) for pair in map(str.__add__, word, word[1:]))


def _others(nodes: tuple[Node, ...], keywords: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """What else is in every match, the words of which one is there behind one another."""
    found = {tuple(sorted(words)) for node in nodes if (words := _required(node))}
    return tuple(map(_shared, sorted(found - {keywords}, key=lambda words: (len(words), words))))


@cache
def _shared(words: tuple[str, ...]) -> tuple[str, ...]:
    """The first group that was equal, so that what is known of one is known of all."""
    return words


def _beginnings(node: Node) -> frozenset[str] | None:
    """`⟨` and the words with which a part behind the number begins, so that even 村 and 镇 can be looked up."""
    if node.kind == "literal":
        return frozenset({"⟨" + node.text})
    if node.kind != "group" or node.optional:
        return None
    inner = [_beginnings(choice[0]) if choice else None for choice in node.choices]
    return None if None in inner else frozenset().union(*(words for words in inner if words))


def _required(node: Node) -> frozenset[str] | None:
    """Strings of which every match of the part contains at least one; None if there are no such strings."""
    if node.kind == "literal":
        return frozenset({node.text}) if len(node.text) > 1 else None
    if node.kind != "group" or node.optional:
        return None
    found: set[str] = set()
    for choice in node.choices:
        inner = _best(_required(part) for part in choice)
        if inner is None:
            return None
        found |= inner
    return frozenset(found)


def _best(candidates: Iterable[frozenset[str] | None]) -> frozenset[str] | None:
    """The candidate that filters most: few strings, long ones."""
    known = [item for item in candidates if item]
    return max(known, key=lambda item: (min(map(len, item)), -len(item)), default=None)
