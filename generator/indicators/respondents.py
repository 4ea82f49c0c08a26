"""Whose cases a report means by 行政复议: those it reviews, or those in which its own acts are reviewed.

Since 1 January 2024 governments at county level and above review; customs, tax, state security and finance keep a
line of their own, and acts of justice bureaus may go to the bureau above (行政复议法 of 2023, 第四、二十七、二十八条).
Before that, departments of cities and provinces could review as well (law of 1999, 第十二条), those of counties only
acts of their own stations (第十五条: police, markets, land). Towns and 街道 never do.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.catalogues.indicators import indicator_catalogue
from generator.catalogues.respondents import respondents

if TYPE_CHECKING:
    from generator.indicators.context import Resolution
    from generator.model.identity import Identity

GOVERNMENTS_ONLY_SINCE = 2024

_TOWN = re.compile(r"(?:[镇乡](?:人民政府|政府|党委)?|街道(?:办事处|党工委)?|街办)$")

_DEPARTMENT = re.compile(r"(?:局|厅|委|委员会|分局|[支大总]队|中心|办|办公室|院|队|所|站|处)$")

_REVIEWS = re.compile(
    r"司法|法制|复议|依法治|法治|管理委员会$|管委会$|政府(?:办|办公室|办公厅)$"
    r"|税务|海关|国家安全|金融|外汇|人民银行|证监|证券|行政公署|法院|检察"
)
"""Departments that review, that write for a government, or of which the name does not tell."""


_OF_COUNTY = re.compile(r"(?:[县旗]|(?<!自治)(?<!地)(?<!发)区)[^省市县区旗]{2,16}$")

_HAS_STATIONS = re.compile(r"公安|市场监|工商|国土|自然资源|食品药品|食药")
"""Bureaus of counties with stations (派出所, 市场监管所) that act in their own name."""

_OF_REVIEWERS = re.compile(r"复议机[关构](?!维持)|复议局|全[省市州县区]|各级|司法[局厅]|作为复议|政府共?(?:收到|受理)")


def of_reviewers(sentence: str) -> bool:
    """Whether a sentence says itself that it speaks of those who review, whoever reports it."""
    return _OF_REVIEWERS.search(sentence) is not None


def is_respondent(identity: Identity) -> bool:
    """Whether the body that reports is never the one that reviews, as far as name and year tell."""
    issuer = identity.subject or identity.agency
    if issuer is None:
        return False
    if _TOWN.search(issuer.value):
        return True
    if identity.year is None or _REVIEWS.search(issuer.value) or not _DEPARTMENT.search(issuer.value):
        return False
    if identity.year.value >= GOVERNMENTS_ONLY_SINCE:
        return True
    return _OF_COUNTY.search(issuer.value) is not None and not _HAS_STATIONS.search(issuer.value)


def as_respondent(resolution: Resolution) -> Resolution | None:
    """What a figure of a reviewing body is where the body does not review; None if nothing comparable."""
    if (known := respondents().get(resolution.indicator)) is None:
        return resolution
    if not known.instead:
        return None
    entry = indicator_catalogue().by_id[known.instead].entry
    return replace(resolution, indicator=entry.id, name=entry.name, theme=entry.theme, dimension=known.dimension)
