"""Private persons named as parties of a case (P06); 张某诉… is as it should be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from generator.guard.hit import Hit, Kind
from generator.guard.lexicon import either, words
from generator.guard.people import Scene

_OTHERS = "(?:等[0-9一二三四五六七八九十]{0,3}人?)?"
_SUES = re.compile(_OTHERS + r"(?:起?诉|状告)[^，。；\n]{2,30}")


@cache
def _before() -> re.Pattern[str]:
    return re.compile(f"{either(words().parties_before)}[：（“]?$")


@cache
def _after() -> re.Pattern[str]:
    return re.compile(f"{_OTHERS}(?:因|与[^，。；]{{1,8}})?{either(words().case_after)}")


@cache
def _fined() -> re.Pattern[str]:
    return re.compile(f"{_OTHERS}(?:依法)?{either(words().penalties)}")


def case_parties(scene: Scene) -> Iterator[Hit]:
    """Names after 原告, 当事人 …, before 诉…, 涉嫌… and …一案, and in 对…作出行政处罚.

    In the latter two a name of two characters is uncertain.
    """
    text = scene.folded.text
    for name in scene.names:
        place = scene.place(name.start, name.end)
        if scene.called(name, _before()) and scene.closes(name):
            yield Hit(place, Kind.CASE_PARTY, name.masked)
            continue
        sues = scene.followed(name, _SUES) or scene.followed(name, _after())
        fined = text[name.start - 1 : name.start] == "对" and scene.followed(name, _fined())
        if fined or (sues and scene.opens(name)):
            yield Hit(place, Kind.CASE_PARTY, name.masked, certain=name.is_full)
