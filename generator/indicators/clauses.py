"""Cuts a text into clauses and says which quantities stand in each, with the words between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.indicators.grammar import MARKER
from generator.indicators.quantities import Quantity
from generator.indicators.shadow import Shadow
from generator.model.span import Span

_MARK = re.compile(r"[,。;:!?\n()]")

_MARKED = re.compile(rf"\s* (?: {MARKER} )", re.VERBOSE)
"""（4）走访20户: the number of a point is no word of its clause."""

_PARTS = "其中"

_SHORT = 8
"""So few characters stand before a comma behind 其中."""

_OPENED = (f"{_PARTS},", f"{_PARTS}:")

_BRACKET = re.compile(r"[()\n]")

_BLANKS = re.compile(r"\s+")

_SENTENCE_ENDS = "。!?\n"

_REACH = 120
"""How much of a stretch of words can matter to the quantity before or behind it; it bounds the cost of each."""

_LONGEST_ASIDE = 300
"""Brackets that are farther apart are no pair; the limit keeps a text of opening brackets cheap."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause with its quantities.

    `words` are the stretches of text before, between and after the quantities (one more than there are quantities),
    without blanks; a bracket that holds quantities is left out and is a clause of its own (`host` is the quantity
    directly before the bracket, `aside` True). `ends` is the mark that ends the clause, `sentence` counts sentences.
    """

    span: Span
    words: tuple[str, ...]
    quantities: tuple[Quantity, ...]
    sentence: int
    ends: str
    aside: bool = False
    host: Quantity | None = None
    parent: str = ""
    """For an aside: the words before the bracket, back to the quantity or clause before."""

    @property
    def bare(self) -> str:
        """The clause with each quantity written as ⟨unit⟩, as catalogue patterns see the clause before."""
        shown = [self.words[0]]
        for quantity, words in zip(self.quantities, self.words[1:], strict=True):
            shown += (f"⟨{quantity.measure.unit}⟩", words)
        return "".join(shown)


@dataclass(frozen=True, slots=True)
class _Bracket:
    """A bracket that holds quantities; `before` is how many quantities of the clause stand before it."""

    span: Span
    before: int
    quantities: tuple[Quantity, ...]


def find_clauses(shadow: Shadow, span: Span, quantities: Sequence[Quantity]) -> tuple[Clause, ...]:
    """The clauses of `span` in order; an aside follows the clause that it interrupts."""
    return tuple(_Cutter(shadow, quantities).cut(span))


class _Cutter:
    def __init__(self, shadow: Shadow, quantities: Sequence[Quantity]) -> None:
        self._shadow = shadow
        self._quantities = quantities
        self._next = 0
        self._sentence = 0

    def cut(self, span: Span) -> Iterator[Clause]:
        """Clauses of a stretch outside brackets."""
        asides: list[_Bracket] = []
        start, at = span.start, span.start
        held: list[Quantity] = []
        while at <= span.end:
            match = _MARK.search(self._shadow.frame, at, span.end)
            stop = match.start() if match else span.end
            held += self._take(stop)
            if held and stop < held[-1].span.end:  # a mark inside a quantity: 12,486件, 300份(件)
                at = held[-1].span.end
                continue
            if match and match[0] in ",:" and self._inside_number(stop):
                at = stop + 1
                continue
            if match and match[0] in ",:" and stop - start < _SHORT and self._opens_parts(start, stop):
                at = stop + 1
                continue
            if match and match[0] == "(":
                closing = self._closing(stop, span.end)
                if inside := self._take(closing):
                    asides.append(_Bracket(Span(stop, closing), len(held), tuple(inside)))
                at = closing
                continue
            if match and match[0] == ")":
                at = stop + 1
                continue
            yield from self._clause(Span(start, stop), held, asides, match[0] if match else "")
            if match and match[0] in _SENTENCE_ENDS:
                self._sentence += 1
            held, asides, start = [], [], stop + 1
            at = stop + 1

    def _clause(self, span: Span, held: list[Quantity], asides: list[_Bracket], ends: str) -> Iterator[Clause]:
        marked = _MARKED.match(self._shadow.plain, span.start, held[0].span.start if held else span.end)
        words, at = [], marked.end() if marked else span.start
        for quantity in held:
            words.append(self._words(at, quantity.span.start, asides))
            at = quantity.span.end
        words.append(self._words(at, span.end, asides))
        yield Clause(span, tuple(words), tuple(held), self._sentence, ends)
        for bracket in asides:
            before, place = bracket.before, bracket.span
            begin = held[before - 1].span.end if before else span.start
            parent = self._words(begin, place.start, ())
            host = held[before - 1] if before and not parent else None
            yield from self._aside(bracket, host, parent)

    def _aside(self, bracket: _Bracket, host: Quantity | None, parent: str) -> Iterator[Clause]:
        inner = Span(bracket.span.start + 1, bracket.span.end - 1)
        for clause in _Cutter(self._shadow, bracket.quantities).cut(inner):
            yield replace(clause, sentence=self._sentence, aside=True, host=host, parent=parent)

    def _words(self, start: int, end: int, asides: Sequence[_Bracket]) -> str:
        pieces, at = [], start
        for bracket in asides:
            if start <= bracket.span.start and bracket.span.end <= end:
                pieces.append(self._shadow.plain[at : bracket.span.start])
                at = bracket.span.end
        pieces.append(self._shadow.plain[at:end])
        words = _BLANKS.sub("", "".join(pieces))
        if words.startswith(_OPENED):
            words = _PARTS + words[len(_PARTS) + 1 :]
        return words if len(words) <= 2 * _REACH else f"{words[:_REACH]}…{words[-_REACH:]}"

    def _take(self, stop: int) -> list[Quantity]:
        taken = []
        while self._next < len(self._quantities) and self._quantities[self._next].span.start < stop:
            taken.append(self._quantities[self._next])
            self._next += 1
        return taken

    def _closing(self, start: int, end: int) -> int:
        """The offset behind the bracket that closes the one at `start`; `start` + 1 if none does nearby."""
        depth = 0
        for match in _BRACKET.finditer(self._shadow.frame, start, min(end, start + _LONGEST_ASIDE)):
            if match[0] == "\n":
                break
            depth += 1 if match[0] == "(" else -1
            if depth == 0:
                return match.end()
        return start + 1

    def _opens_parts(self, start: int, at: int) -> bool:
        """Whether nothing but 其中 stands before a comma: it is of the next clause as 其中 without a comma is."""
        return self._shadow.plain[start:at].strip() == _PARTS

    def _inside_number(self, at: int) -> bool:
        plain = self._shadow.plain
        return plain[at - 1 : at].isdecimal() and plain[at + 1 : at + 2].isdecimal()
