"""Decides the themes of a point from its own words and from the headings above it. The body wins."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from generator.catalogues.themes import Topic
from generator.themes.lexicon import MEDIUM, Lexicon
from generator.themes.matching import Hit
from generator.themes.voting import Tally

OWN_HEADING = 0.6
"""A heading run into the point weighs as much as this part of the point's own text."""
ABOVE = (0.45, 0.20, 0.10)
"""The same for headings above the point, the nearest first; they only support what the body says as well."""
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
    """One theme of a point: `weight` in (0, 1], its sub-topics with their parts of the weight, the words that decided."""

    theme: str
    weight: float
    topics: tuple[tuple[Topic, float], ...]
    cues: tuple[tuple[Hit, Topic | None], ...]


def weigh(body: Tally, own: Tally | None, above: list[Tally], lexicon: Lexicon) -> tuple[Verdict, ...]:
    """The themes of a point, the weightiest first; empty where none fits.

    `body` is the point without its run-in heading, `own` that heading (None without one), `above` the headings over
    it, the nearest first.
    """
    length = max(body.length, 1)
    mass: dict[str, float] = defaultdict(float)
    for theme, value in body.mass.items():
        mass[theme] += value
    if own is not None:
        for theme, share in own.shares().items():
            mass[theme] += share * min(1.0, own.confidence * 1.5) * length * OWN_HEADING
    shy = sum(mass.values()) < SHY * length
    for tally, part in zip(above, ABOVE, strict=False):
        for theme, share in tally.shares().items():
            if shy or theme in mass:
                mass[theme] += share * min(1.0, tally.confidence * 1.5) * length * part
        if shy and tally.mass:
            break
    total = sum(mass.values())
    heard = body.score + (own.score if own else 0.0)
    if total < ENOUGH * length or (heard < LEAST and not any(tally.score >= LEAST for tally in above)):
        return ()
    first = max(mass.values())
    chosen = [theme for theme in mass if mass[theme] >= SHARE * total and mass[theme] >= BESIDE * first]
    chosen.sort(key=lambda theme: (-mass[theme], theme))
    tallies = [body, *([own] if own else []), *above]
    return tuple(_verdict(theme, mass[theme] / total, tallies, lexicon) for theme in chosen)


def _verdict(theme: str, weight: float, tallies: list[Tally], lexicon: Lexicon) -> Verdict:
    deciding = next((tally for tally in tallies if tally.cues.get(theme)), tallies[0])
    near = tallies[0:2] if deciding is tallies[0] else [deciding]
    scores: dict[str, float] = defaultdict(float)
    for tally in near:
        for topic, score in tally.topics.items():
            scores[topic] += score
    known = {topic.id: topic for topic in lexicon.catalogue.topics if topic.id in scores}
    scores = {
        name: score
        for name, score in scores.items()
        if score >= MEDIUM and lexicon.catalogue.theme_of(known[name], lexicon.framework) == theme
    }
    best = max(scores.values(), default=0.0)
    kept = sorted((name for name in scores if scores[name] >= TOPIC_BESIDE * best), key=lambda n: (-scores[n], n))
    total = sum(scores[name] for name in kept)
    cues = sorted(
        {(hit, topic.id if topic else ""): (hit, topic) for tally in near for _, hit, topic in tally.cues[theme]}.values(),
        key=lambda cue: cue[0].start,
    )
    return Verdict(theme, weight, tuple((known[name], scores[name] / total) for name in kept), tuple(cues))
