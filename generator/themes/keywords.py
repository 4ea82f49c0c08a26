"""Keywords of a report: its own words that tell most about it (TF-IDF against the frozen table)."""

from __future__ import annotations

import math
from collections import Counter

from generator.catalogues.themes import themes
from generator.model.document import Document
from generator.model.identity import Identity
from generator.model.outline import Outline
from generator.model.span import Span
from generator.themes.idf import domain_words, word_table
from generator.themes.words import cut

COUNT = 8
"""How many keywords a report has; cards and meta tags show no more."""
_DOMAIN = 1.5
"""A word of the catalogue of themes is a better keyword than another one."""
_LEAST = 2.0
"""Words worth less are usual in the genre (推进, 工作, 法治政府) and never keywords."""


def keywords(
    document: Document, outline: Outline, identity: Identity, masked: tuple[Span, ...] = ()
) -> tuple[str, ...]:
    """At most `COUNT` words of the report, the most telling first; what stands in `masked` is not read.

    None is part of another, none is in the name of the place, and a sub-topic gives one keyword at most.
    """
    table, topics = word_table(), domain_words(themes())
    text = _readable(document.text, outline, masked)
    region = identity.region
    places = "".join(name for name in (region.county, region.city, region.province) if name)
    never = themes().not_keywords
    counted = Counter(
        word
        for word in cut(text)
        if table.get(word, (0, 0.0))[1] >= _LEAST and word not in places and word not in never
    )
    worth = {
        word: (1 + math.log(times)) * table[word][1] * (_DOMAIN if word in topics else 1.0)
        for word, times in counted.items()
    }
    chosen: dict[str, str] = {}
    for word in sorted(worth, key=lambda word: (-worth[word], word)):
        if len(chosen) == COUNT:
            break
        topic = topics.get(word, word)
        if topic not in chosen and not any(word in other or other in word for other in chosen.values()):
            chosen[topic] = word
    return tuple(chosen.values())


def _readable(text: str, outline: Outline, masked: tuple[Span, ...]) -> str:
    parts = []
    for paragraph in outline.paragraphs:
        start = paragraph.span.start
        for span in masked:
            if paragraph.span.holds(span):
                parts.append(text[start : span.start])
                start = span.end
        parts.append(text[start : paragraph.span.end])
    return "\n".join(parts)
