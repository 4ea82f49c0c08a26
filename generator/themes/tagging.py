"""Themes of all points of a report."""

from __future__ import annotations

from collections import Counter

from generator.catalogues.structure import structure
from generator.model.document import Document
from generator.model.identity import Identity
from generator.model.outline import Heading, Outline, Paragraph, Point
from generator.model.span import Span
from generator.model.theme import ThemeTag
from generator.themes.lexicon import Lexicon
from generator.themes.matching import Scan, Sentence
from generator.themes.residue import foreign_words, names_studied_law, own_functions
from generator.themes.voting import Tally, count
from generator.themes.weighing import Verdict, weigh

_DIGITS = 3
"""Decimals of a weight."""
_ANNOUNCEMENTS = ("如下：", "如下:", "如下。", "如下")
"""How an introduction ends."""
_OPENING = 0.3
"""Without such an end, what stands before the first heading introduces if it is no more than this part of the text."""
_NOTE = 100
"""Characters of a line with attachments, contacts or labels at most."""
_POINTS = 8
"""A report with fewer points is too short to tell which words it uses everywhere."""
_EVERYWHERE = 0.34
"""A word in this part of the points is used everywhere."""
_COMMON = 0.34
"""Such a word counts only this much."""


class Tagger:
    """Gives the points of one report their themes."""

    def __init__(
        self, document: Document, outline: Outline, identity: Identity, lexicon: Lexicon, masked: tuple[Span, ...] = ()
    ) -> None:
        """Scan the text once; titles of laws in `masked` spans say nothing about a theme."""
        self._text = document.text
        self._outline = outline
        self._lexicon = lexicon
        self._scan = Scan(document.text, lexicon, masked)
        self._own = own_functions(identity)
        self._common = self._common_words()
        self._headings = {heading.id: heading for heading in outline.headings}
        self._heading_tallies: dict[str, Tally] = {}

    def tags(self) -> tuple[ThemeTag, ...]:
        """The tags of all points in order of the text, the weightiest theme of a point first."""
        return tuple(
            tag
            for paragraph in self._outline.paragraphs[self._opening() :]
            if not self._is_note(paragraph)
            for point in paragraph.points
            for tag in self._tags_of(point, paragraph)
        )

    def _is_note(self, paragraph: Paragraph) -> bool:
        """Whether a line outside all sections is one around the report: 附件, 此件公开发布, labels of web pages."""
        if paragraph.section is not None or len(paragraph.span) > _NOTE:
            return False
        words, line = structure(), "".join(paragraph.span.of(self._text).split())
        return any(pattern.match(line) for pattern in (words.tail_label, words.label, words.remains))

    def _opening(self) -> int:
        """How many paragraphs only introduce the report: they name all matters and are about none.

        Those before the first heading do, if they end in 「…报告如下：」 or are a small part of the report.
        """
        headings, paragraphs = self._outline.headings, self._outline.paragraphs
        before = [item for item in paragraphs if headings and item.span.end <= headings[0].span.start]
        if before and before[-1].span.of(self._text).rstrip().endswith(_ANNOUNCEMENTS):
            return len(before)
        written = sum(len(item.span) for item in paragraphs)
        return len(before) if sum(len(item.span) for item in before) <= _OPENING * written else 0

    def _tags_of(self, point: Point, paragraph: Paragraph) -> list[ThemeTag]:
        heads = self._path(point.heading)
        own = heads[0] if heads and point.span.holds(heads[0].span) and not heads[0].clause else None
        above = [heading for heading in heads if heading is not own and not heading.clause]
        body = self._tally(self._body(point, own))
        verdicts = weigh(
            body, self._of_heading(own) if own else None, [self._of_heading(item) for item in above], self._lexicon
        )
        return [tag for verdict in verdicts for tag in self._tags_for(verdict, point, paragraph)]

    def _path(self, identifier: str | None) -> list[Heading]:
        """The headings over a point, the innermost first."""
        found = []
        while identifier is not None and (heading := self._headings.get(identifier)):
            found.append(heading)
            identifier = heading.parent
        return found

    def _body(self, point: Point, own: Heading | None) -> Span:
        return point.span if own is None else Span(own.span.end, point.span.end)

    def _of_heading(self, heading: Heading) -> Tally:
        if heading.id not in self._heading_tallies:
            self._heading_tallies[heading.id] = self._tally(heading.span)
        return self._heading_tallies[heading.id]

    def _tally(self, span: Span) -> Tally:
        sentences = [self._clean(sentence) for sentence in self._scan.sentences(span)]
        foreign = foreign_words((hit for sentence in sentences for hit in sentence.hits), self._own)
        return count(sentences, self._lexicon, {**self._common, **dict.fromkeys(foreign, 0.0)})

    def _common_words(self) -> dict[str, float]:
        """Words that this report uses everywhere (消防救援 in that of a fire brigade) tell its points apart less."""
        points = [point for paragraph in self._outline.paragraphs for point in paragraph.points]
        if len(points) < _POINTS:
            return {}
        seen = Counter(word for point in points for word in self._scan.words(point.span))
        return {word: _COMMON for word, times in seen.items() if times >= _EVERYWHERE * len(points)}

    def _clean(self, sentence: Sentence) -> Sentence:
        hits = tuple(hit for hit in sentence.hits if not names_studied_law(self._scan.text, hit))
        return Sentence(sentence.start, sentence.end, hits)

    def _tags_for(self, verdict: Verdict, point: Point, paragraph: Paragraph) -> list[ThemeTag]:
        """A tag for each sub-topic of a theme, or one for the theme; together they have the theme's weight."""
        found = []
        for topic, part in verdict.topics or ((None, 1.0),):
            hits = (item.hit for item in verdict.heard if item.topic in {None, topic} or topic is None)
            cues = tuple(dict.fromkeys(span for hit in hits for span in self._scan.original(hit)))
            weight = max(round(verdict.weight * part, _DIGITS), 10**-_DIGITS)
            found.append(ThemeTag(verdict.theme, topic.id if topic else None, point.span, paragraph.id, weight, cues))
        return found
