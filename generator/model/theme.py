"""What paragraphs are about, and what they cite."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.span import Span


@dataclass(frozen=True, slots=True)
class ThemeTag:
    """One theme (T0 … T9) of one paragraph or run-in point, with the words that decided.

    `topic` is the sub-topic's catalogue id, None where only the theme is sure. `weight` is in (0, 1]; the weights of
    one span need not add up to 1. `cues` are spans of the deciding words in the cleaned text.
    """

    theme: str
    topic: str | None
    span: Span
    paragraph: str
    weight: float
    cues: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Citation:
    """A law in 《》 or a document number that the report cites.

    `kind` is `law` (a titled instrument) or `document` (a 发文字号). `normalised` is the name in the catalogue of
    common laws, else the text without blanks; `instrument` is the ASCII id of the page of the cited instrument.
    """

    kind: str
    text: str
    normalised: str
    instrument: str
    span: Span
    paragraph: str | None


@dataclass(frozen=True, slots=True)
class Themes:
    """Everything the themes stage found in one report."""

    tags: tuple[ThemeTag, ...] = ()
    citations: tuple[Citation, ...] = ()
    keywords: tuple[str, ...] = ()
    abstract: str = ""
    """The opening sentence, taken from the text."""
