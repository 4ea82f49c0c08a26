"""Words of another agency or place (C04)."""

from __future__ import annotations

from generator.catalogues.checks import Foreign
from generator.catalogues.rules import Rule
from generator.rules.context import Matter
from generator.rules.foreign import foreign_functions, foreign_places, has_all_functions, own_functions
from generator.rules.ruling import Remark, Ruling, met, not_applicable, not_met, undecided


def check_foreign(rule: Rule, check: Foreign, matter: Matter) -> Ruling:
    """Nothing of another agency's function or another place; only for agencies that have a function of their own."""
    del rule, check
    whole, functions = has_all_functions(matter), own_functions(matter)
    places = tuple(foreign_places(matter))
    words = () if whole or not functions else tuple(foreign_functions(matter))
    coordinates = any(function.coordinates for function in functions)
    found = sorted((*places, *(() if coordinates else words)), key=lambda item: item.span)
    if found:
        first = found[0].span.of(matter.text)
        return not_met(
            f"说到本机关时出现“{first}”等{len(found)}处别处的用语。",
            *(Remark(item.span, {"found": item.span.of(matter.text), "owner": item.owner}) for item in found),
        )
    if whole or coordinates:
        return not_applicable("报告说的是整个地方或各部门的工作。")
    if not functions:
        return undecided("从机关名称看不出它的职能。")
    return met("没有发现别的机关、别的地方的用语。")
