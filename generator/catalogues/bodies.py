"""How names of public bodies are written, read from `bodies.yml`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from generator.catalogues.load import load

_LONGEST = 48
"""中共…委全面依法治…委员会办公室 and joint bodies of three names stay below."""


@dataclass(frozen=True, slots=True)
class _Words:
    endings: tuple[str, ...]
    verbs: tuple[str, ...]
    particles: tuple[str, ...]
    openers: tuple[str, ...]
    writers_for_government: tuple[str, ...]
    self_names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bodies:
    """Patterns for text without blanks.

    `ending` fits the last words of a name anywhere, `last` at the end of the text only; `verb` fits words that follow
    a name and are in none, `follower` those and others, `opener` the words that begin a sentence without a
    name; `writer` fits the end of the name of a body that often writes for its government, `self_name` words like 我局.
    """

    ending: re.Pattern[str]
    last: re.Pattern[str]
    verb: re.Pattern[str]
    follower: re.Pattern[str]
    opener: re.Pattern[str]
    writer: re.Pattern[str]
    self_name: re.Pattern[str]

    def is_name(self, text: str) -> bool:
        """Whether the whole of `text` (no blanks) can be the name of one body, or of several in a row."""
        bare = _SECOND_NAME.sub("", text)
        return len(text) <= _LONGEST and _NAME.fullmatch(text) is not None and self.last.search(bare) is not None


_SECOND_NAME = re.compile(r"（[^（）]+）$")
"""甲县文化和旅游局（甲县文物局）: one body with two names."""
_NAME = re.compile(r"[一-鿿·（）()“”、]{2,}")


@cache
def bodies() -> Bodies:
    """The catalogue, read once. Raises `CatalogueError` where it is wrong."""
    words = load(Path(__file__).with_name("bodies.yml"), _Words)
    return Bodies(
        ending=re.compile("|".join(words.endings)),
        last=re.compile(rf"(?:{'|'.join(words.endings)})$"),
        verb=re.compile("|".join(words.verbs)),
        follower=re.compile("|".join((*words.verbs, *words.particles))),
        opener=re.compile(
            "|".join((*words.openers, *(word for word in words.particles if len(word) > 1), *words.verbs))
        ),
        writer=re.compile(rf"(?:{'|'.join(words.writers_for_government)})$"),
        self_name=re.compile("|".join(words.self_names)),
    )
