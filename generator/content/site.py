"""Settings and roster of a site, checked as a whole."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.catalogues.load import CatalogueError, load
from generator.content.ledger import read_ledger
from generator.model.metadata import AgencyEntry, Ledger, RegionEntry, Roster
from generator.model.settings import Settings

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Site:
    """Everything of a content folder that is not a report."""

    content: Path
    settings: Settings
    roster: Roster
    ledger: Ledger


def read_site(content: Path) -> Site:
    """Read `site.yml`, `agencies.yml` and `ledger.json` of a content folder.

    Raises `CatalogueError` with the place and a Chinese sentence if one of them is missing or wrong.
    """
    settings_file = content / "site.yml"
    if not settings_file.is_file():
        raise CatalogueError(settings_file, 1, 1, "找不到网站设置文件；请在网站目录下运行，或用 --content 指明内容目录")
    settings = load(settings_file, Settings)
    if settings.base_url and not re.fullmatch(r"https?://[^\s/]+(?:/\S*)?", settings.base_url):
        raise CatalogueError(settings_file, 1, 1, "“base_url”应为完整网址，如 https://www.example.gov.cn/fzzf/")
    roster_file = content / "agencies.yml"
    roster = load(roster_file, Roster) if roster_file.is_file() else Roster()
    _check_roster(roster, roster_file)
    return Site(content, settings, roster, read_ledger(content / "ledger.json"))


def _check_roster(roster: Roster, file: Path) -> None:
    """Refuse ids that cannot be addresses or stand twice, and regions that lead nowhere."""
    for identifier, message in _roster_faults(roster):
        rows = file.read_text(encoding="utf-8-sig").splitlines()
        line = next((number for number, row in enumerate(rows, 1) if identifier in row), 1)
        raise CatalogueError(file, line, 1, message)


def _roster_faults(roster: Roster) -> Iterator[tuple[str, str]]:
    entries: list[RegionEntry | AgencyEntry] = [*roster.regions, *roster.agencies]
    counts = Counter(entry.id for entry in entries)
    for entry in entries:
        if not _SLUG.fullmatch(entry.id):
            yield entry.id, f"id“{entry.id}”只能用小写字母、数字和连字符"
        if counts[entry.id] > 1:
            yield entry.id, f"id“{entry.id}”重复"
    regions = {region.id for region in roster.regions}
    for region in roster.regions:
        if region.parent is not None and region.parent not in regions:
            yield region.id, f"地区“{region.name}”的上级“{region.parent}”不在名册中"
        if not re.fullmatch(r"\d{6}", region.code):
            yield region.id, f"地区“{region.name}”的代码应为六位数字"
    for agency in roster.agencies:
        if agency.region not in regions:
            yield agency.id, f"机关“{agency.name}”所在地区“{agency.region}”不在名册中"
        if not agency.id.startswith(f"{agency.region}-"):
            yield agency.id, f"机关 id“{agency.id}”应以地区 id 开头，如 {agency.region}-sfj"
