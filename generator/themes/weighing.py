"""Decides the themes of a point from its own words and from the headings above it. The body wins."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from generator.catalogues.themes import Topic
from generator.themes.lexicon import MEDIUM, Lexicon
from generator.themes.voting import Heard, Tally

OWN_HEADING = 0.6
"""A heading run into the point weighs as much as this part of the point's own text."""
ABOVE = (0.45, 0.20, 0.10)
"""The same for headings above the point, the nearest first; they only support what the body says as well."""
SUPPORT = 6.0
"""A heading above gives a theme at most this many times what the point itself says for it."""
SHY = 0.12
"""A body of which less than this part speaks for any theme leaves the decision to its headings."""
ENOUGH = 0.05
"""With less than this, headings included, a point has no theme."""
LEAST = 1.0
"""Words that say less than this together (one medium cue, two weak ones) name no theme."""
SHARE = 0.25
"""A second theme needs this part of the whole."""
BESIDE = 0.40
"""And this part of the first theme."""
TOPIC_BESIDE = 0.34
"""A second sub-topic of a theme needs this part of the first one's score."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """One theme of a point: `weight` in (0, 1], its sub-topics with their parts of the weight, what decided."""

    theme: str
    weight: float
    topics: tuple[tuple[Topic, float], ...]
    heard: tuple[Heard, ...]


def weigh(body: Tally, own: Tally | None, above: list[Tally], lexicon: Lexicon) -> tuple[Verdict, ...]:
    """The themes of a point, the weightiest first; empty where none fits.

    `body` is the point without its run-in heading, `own` that heading (None without one), `above` the headings over
    it, the nearest first.
    """
    length = max(body.length, 1)
    mass = _masses(body, own, above, length)
    total = sum(mass.values())
    said = body.score + (own.score if own else 0.0)
    if total < ENOUGH * length or (said < LEAST and all(tally.score < LEAST for tally in above)):
        return ()
    order = sorted(mass, key=lambda theme: (-mass[theme], theme))
    least = max(SHARE * total, BESIDE * mass[order[0]])
    chosen = order[:1] + [theme for theme in order[1:] if mass[theme] >= least]
    tallies = [body, *([own] if own else []), *above]
    return tuple(_verdict(theme, mass[theme] / total, tallies, lexicon) for theme in chosen)


def _masses(body: Tally, own: Tally | None, above: list[Tally], length: int) -> dict[str, float]:
    """Characters by theme, those that headings add included."""
    mass: dict[str, float] = defaultdict(float, body.mass)
    if own is not None:
        for theme, share in own.shares().items():
            mass[theme] += share * _weight_of(own) * length * OWN_HEADING
    own_words = dict(mass)
    shy = sum(mass.values()) < SHY * length
    for tally, part in zip(above, ABOVE, strict=False):
        for theme, share in tally.shares().items():
            support = share * _weight_of(tally) * length * part
            if shy:
                mass[theme] += support
            elif theme in own_words:
                mass[theme] += min(support, SUPPORT * own_words[theme])
        if shy and tally.mass:
            break
    return mass


def _weight_of(heading: Tally) -> float:
    """How sure a heading is, 0 to 1; headings are short, so words on two thirds of one make it wholly sure."""
    return min(1.0, heading.confidence * 1.5)


def _verdict(theme: str, weight: float, tallies: list[Tally], lexicon: Lexicon) -> Verdict:
    """Which sub-topics and words stand for a chosen theme: those of the point, else those of the nearest heading."""
    body, *headings = tallies
    deciding = next((tally for tally in tallies if tally.heard.get(theme)), body)
    near = [body, *headings[:1]] if deciding is body else [deciding]
    scores: dict[str, float] = defaultdict(float)
    for tally in near:
        for name, score in tally.topics.items():
            scores[name] += score
    topics = [topic for topic in lexicon.topics_of(theme) if scores.get(topic.id, 0.0) >= MEDIUM]
    best = max((scores[topic.id] for topic in topics), default=0.0)
    topics = [topic for topic in topics if scores[topic.id] >= TOPIC_BESIDE * best]
    topics.sort(key=lambda topic: (-scores[topic.id], topic.id))
    total = sum(scores[topic.id] for topic in topics)
    return Verdict(
        theme=theme,
        weight=weight,
        topics=tuple((topic, scores[topic.id] / total) for topic in topics),
        heard=_telling([heard for tally in near for heard in tally.heard.get(theme, ())]),
    )


def _telling(heard: list[Heard]) -> tuple[Heard, ...]:
    """The words that are shown as those that decided: weak ones only where there are no others."""
    strong = [item for item in heard if item.score >= MEDIUM]
    return tuple(sorted(strong or heard, key=lambda item: (item.hit.start, item.hit.end)))
