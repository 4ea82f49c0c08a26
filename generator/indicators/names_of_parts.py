"""Names of parts: 其中街道24个 after 调解组织120个 are 街道调解组织."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.indicators.bound import Name, Rule, name_of
from generator.indicators.following import whose
from generator.indicators.memory import Memory
from generator.indicators.naming import LONGEST
from generator.indicators.phrases import Phrase
from generator.indicators.slot import Slot
from generator.indicators.verbs import verb_at

_LONGEST_PART = 24

_HOLDING = re.compile(r"^(?:含|包括|包含)")


def names_of_part(memory: Memory, slot: Slot, phrase: Phrase, *, listed: bool) -> tuple[tuple[Name, ...], Rule]:
    """The name of a part of what the sentence named; `listed` parts are no first ones of their clause."""
    restricted = "的" in phrase.object and len(phrase.object) < _LONGEST_PART  # which part it is
    said = phrase.verb + phrase.object if restricted else phrase.text
    whole = "" if phrase.verb or restricted else memory.whole
    name = name_of(slot, _of_whole(said, whole), "" if whose(said) else whole)
    return (replace(name, given="其中" if listed else ""),), Rule.PART


def _of_whole(part: str, whole: str) -> str:
    """街道调解组织 for 其中街道 of 调解组织, 民事诉讼案件 for 其中民事诉讼 of 诉讼案件; else the part."""
    part = _HOLDING.sub("", part)
    if not whole or part in whole or whole in part:
        return part
    if whose(part) and len(part) + len(whole) <= LONGEST:
        verb = verb_at(whole, 0)
        return whole[:verb] + part + whole[verb:]
    shared = next((length for length in range(len(whole) - 1, 1, -1) if part.endswith(whole[:length])), 0)
    return part + whole[shared:] if shared and len(part) > shared else part
