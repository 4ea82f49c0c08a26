"""A text prepared for matching: three strings of the same length, so that every offset stays valid."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.model.span import Span
from generator.text import fold

_NEUTRAL = "·"
"""Stands for punctuation inside quotations and titles; ends no clause."""

_QUOTED = re.compile(
    r"""
      “ [^“”\n。]{1,60} ”      # “双随机、一公开”, “我为群众办实事”
    | 《 [^《》\n。]{1,120} 》  # 《行政许可事项清单（2024年版）》
    | ‘ [^‘’\n。]{1,30} ’
    | 「 [^「」\n。]{1,60} 」
    """,
    re.VERBOSE,
)

_PUNCTUATION = re.compile(r"[，,。;；:：!！?？、()（）]")

_SHAPES = str.maketrans(
    {
        "*": " ",
        "\t": " ",
        "﹪": "%",
        "％": "%",
        "℅": "%",
        "٪": "%",
        "﹣": "-",
        "－": "-",
        "−": "-",
        "﹝": "〔",
        "﹞": "〕",
    }
)


@dataclass(frozen=True, slots=True)
class Shadow:
    """`text` as given; `plain` with half-width forms and without bold marks; `frame` also without inner punctuation.

    `quotes` are the spans of “…”, `titles` those of 《…》, brackets included, in order.
    """

    text: str
    plain: str
    frame: str
    quotes: tuple[Span, ...]
    titles: tuple[Span, ...]


def cast_shadow(text: str) -> Shadow:
    """The three strings of a text. Tabs between table cells count as blanks here; cells are read apart."""
    plain = fold(text).translate(_SHAPES)
    pieces: list[str] = []
    quotes: list[Span] = []
    titles: list[Span] = []
    last = 0
    for match in _QUOTED.finditer(plain):
        (titles if match[0][0] == "《" else quotes).append(Span(match.start(), match.end()))
        pieces += (plain[last : match.start()], _PUNCTUATION.sub(_NEUTRAL, match[0]))
        last = match.end()
    pieces.append(plain[last:])
    return Shadow(text, plain, "".join(pieces), tuple(quotes), tuple(titles))
