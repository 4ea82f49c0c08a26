"""What a publisher declares beside a report, and what staff keep about agencies and the site."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Review:
    """One review before publication: 保密审查 or a level of 三审. `by` is a role, person or office; never published."""

    kind: str
    by: str
    dated: date
    result: str = "通过"
    role: str = ""


@dataclass(frozen=True, slots=True)
class Acceptance:
    """A problem that a person accepts, with reason, name and date. One that matches nothing is itself a problem."""

    code: str
    reason: str
    by: str
    dated: date
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """A public notice that the text was changed after publication (条例 6, 41)."""

    dated: date
    note: str


@dataclass(frozen=True, slots=True)
class Metadata:
    """The metadata file (YAML) beside a report: what the text does not say. Every field may be left out."""

    agency: str | None = None
    """Agency id of the roster."""
    year: int | None = None
    title: str | None = None
    subject: str | None = None
    index_number: str | None = None
    """索引号."""
    document_number: str | None = None
    signed_on: date | None = None
    published_on: datetime | date | None = None
    source_url: str | None = None
    disclosure: str | None = None
    """主动公开 or another value, which blocks publication."""
    reviews: tuple[Review, ...] = ()
    accepted: tuple[Acceptance, ...] = ()
    corrections: tuple[Correction, ...] = ()
    attachments: tuple[str, ...] = ()
    notes: str = ""
    """For staff; never published."""


@dataclass(frozen=True, slots=True)
class RegionEntry:
    """A region of the roster; `id` is an ASCII slug, `parent` the id of the next higher region, None for a province."""

    id: str
    name: str
    code: str
    level: str
    parent: str | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AgencyEntry:
    """An agency of the roster.

    `id` is an ASCII slug that begins with the region's, proposed by `add`, never recomputed.

    `kind` is one of the roster's kinds (government, department, town, …); `speaks_for` names the body for which its
    report speaks where that is not itself. `since` is the first report year due, None if unknown.
    """

    id: str
    name: str
    region: str
    kind: str
    short_names: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    speaks_for: str | None = None
    function: str | None = None
    """Function of the agency in the lexicon of functions, e.g. `government_services`; None if not stated."""
    since: int | None = None
    until: int | None = None


@dataclass(frozen=True, slots=True)
class Roster:
    """Regions and agencies known to the site, in the order of `content/agencies.yml`."""

    regions: tuple[RegionEntry, ...] = ()
    agencies: tuple[AgencyEntry, ...] = ()

    def agency(self, identifier: str | None) -> AgencyEntry | None:
        """The agency with this id, None if there is none."""
        return next((entry for entry in self.agencies if entry.id == identifier), None)

    def region(self, identifier: str | None) -> RegionEntry | None:
        """The region with this id, None if there is none."""
        return next((entry for entry in self.regions if entry.id == identifier), None)

    def lineage(self, identifier: str | None) -> tuple[RegionEntry, ...]:
        """The region with this id and its parents, lowest first."""
        found: list[RegionEntry] = []
        while (entry := self.region(identifier)) is not None and entry not in found:
            found.append(entry)
            identifier = entry.parent
        return tuple(found)


class Mode(StrEnum):
    """Demo: unofficial, banner, lenient. Official: every duty of the rules holds."""

    DEMO = "demo"
    OFFICIAL = "official"


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """What the site remembers of a report it received: nothing here is ever derived from file times or git."""

    report: str
    address: str
    text_hash: str
    received: date
    first_published: date | None = None
    earlier: tuple[str, ...] = ()
    """Text hashes of earlier published versions, oldest first."""
    former_addresses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ledger:
    """All entries, by report id."""

    entries: tuple[LedgerEntry, ...] = ()

    def entry(self, report: str) -> LedgerEntry | None:
        """The entry of a report, None if it was never recorded."""
        return next((entry for entry in self.entries if entry.report == report), None)
