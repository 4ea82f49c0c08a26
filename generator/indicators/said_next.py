"""What the next clause says of the quantities of a clause: 省管干部4名、市管干部8名，分别提交报告."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.catalogues.measures import ACTING
from generator.catalogues.phrasing import phrasing
from generator.indicators.clauses import Clause

_ON_OCCASION = re.compile(r"[在向对为就](?=[^、]{4,32}$)(?!此)")

_EACH = re.compile(r"(?:分别|均|全部|依次)(?=[在向对为就参提作])(?P<said>[^⟨]{6,36})$")
"""4名省管干部、8名市管干部，分别向上级提交述法报告: said of all members of the list."""


def said_of_each(clause: Clause, following: Sequence[Clause]) -> str:
    """What the next clause says of each of several nouns: 省管干部4名、市管干部8名，分别提交报告; "" if nothing."""
    if clause.ends != "," or not following or following[0].quantities or clause.aside:
        return ""
    if any(item.measure.kind not in ACTING and item.measure.unit != "个" for item in clause.quantities):
        return ""
    said = _EACH.match(following[0].words[0])
    return said["said"] if said else ""


def said_behind(clause: Clause, following: Sequence[Clause]) -> str:
    """What the next clause says of a quantity with nothing but its noun: 26家单位，在会上解读法律; "" if nothing."""
    if clause.ends != "," or len(clause.quantities) > 1 or not following:
        return ""
    measure = clause.quantities[0].measure
    doing = measure.kind in ACTING or measure.unit == "个"
    if not doing or (clause.words[0] and not phrasing().causative.before(clause.words[0], len(clause.words[0]))):
        return ""
    said = following[0].words[0].partition("、")[0]
    return said if _ON_OCCASION.match(said) and not following[0].quantities else ""
