"""Names of numbers that stand alone in a bracket: 甲局(12件), 定点机构(含药店，共237家)."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.indicators.bound import Name
from generator.indicators.clauses import Clause
from generator.indicators.naming import tidied, with_suffix
from generator.indicators.phrases import take_apart
from generator.indicators.slot import Slot
from generator.indicators.trimming import trim_left

_IN_ALL = re.compile(r"(?:共|共计|合计|总计|累计)")

_LAST_MEMBER = re.compile(r".*[:、)]")

_WHOM = re.compile(r"[^\W\d_]{2,14}(?:[局委办院所队处科室站镇乡县区市州旗]|街道|中心|部门|类|园区|支队|大队|公司|平台)")


def named_in_bracket(name: Name, clause: Clause, slot: Slot) -> Name:
    """The name of a number in a bracket, by the words before the bracket where nothing but a sum stands inside."""
    inside = "".join(clause.words)
    if not inside:
        return _of_whom(name, clause.parent, slot)
    return _of_noun(name, clause.parent, slot) if not clause.host and _IN_ALL.fullmatch(inside) else name


def _of_whom(name: Name, parent: str, slot: Slot) -> Name:
    """甲局(12件)、乙局(8件): a bracket with nothing but a number says how many are of what stands before it."""
    whose = tidied(_LAST_MEMBER.sub("", parent))
    if not _WHOM.fullmatch(whose):
        return name
    if whose in name.text:  # nothing before tells what they are
        return replace(name, text=with_suffix(whose, slot.quantity.measure))
    return replace(name, dimension=whose)


def _of_noun(name: Name, parent: str, slot: Slot) -> Name:
    """定点机构(含零售药店，共237家): a bracket with nothing but a sum counts what stands before it."""
    noun = take_apart(_LAST_MEMBER.sub("", parent)).object.rpartition("对")[2]
    noun = tidied(trim_left(noun))
    return replace(name, text=with_suffix(noun, slot.quantity.measure)) if len(noun) > 1 else name
