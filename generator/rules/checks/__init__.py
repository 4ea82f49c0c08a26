"""The closed set of checks: one function for each kind of check in the catalogue."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from generator.catalogues import checks as kinds
from generator.catalogues.rules import Rule
from generator.rules.checks.characters import check_characters
from generator.rules.checks.congress import check_same_level
from generator.rules.checks.dates import check_dates
from generator.rules.checks.figures import check_figures, check_recomputed
from generator.rules.checks.fragments import check_foreign
from generator.rules.checks.guarded import check_guarded
from generator.rules.checks.lists import check_listed
from generator.rules.checks.parts import check_part
from generator.rules.checks.repairs import check_repairs
from generator.rules.checks.reviews import check_disclosed, check_reviewed
from generator.rules.checks.sections import check_length, check_sections, check_share
from generator.rules.checks.wording import check_reported, check_wording
from generator.rules.checks.years import check_years
from generator.rules.context import Matter
from generator.rules.ruling import Ruling

CHECKS: dict[type, Callable[[Rule, Any, Matter], Ruling]] = {
    kinds.Reported: check_reported,
    kinds.Wording: check_wording,
    kinds.RequiredPart: check_part,
    kinds.Sections: check_sections,
    kinds.Share: check_share,
    kinds.Years: check_years,
    kinds.Dates: check_dates,
    kinds.Figures: check_figures,
    kinds.Recomputed: check_recomputed,
    kinds.Foreign: check_foreign,
    kinds.SameLevel: check_same_level,
    kinds.Listed: check_listed,
    kinds.Characters: check_characters,
    kinds.Length: check_length,
    kinds.Repairs: check_repairs,
    kinds.Guarded: check_guarded,
    kinds.Reviewed: check_reviewed,
    kinds.Disclosed: check_disclosed,
}
"""Checks of a single report. `AcrossReports` and `Configured` need the corpus, `OnSite` the built site."""
