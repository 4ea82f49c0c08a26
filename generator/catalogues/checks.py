"""The small closed set of checks that a rule of the catalogue can ask for, with their parameters."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from generator.model.outcome import PartName


class Where(StrEnum):
    """Which text a wording is looked for in."""

    TITLE = "title"
    TEXT = "text"
    SHORTCOMINGS = "shortcomings"


@dataclass(frozen=True, slots=True)
class Reported:
    """Decided by an earlier stage: not met if it reported a problem under the rule's id. `met` is said otherwise."""

    kind: Literal["reported"]
    met: str


@dataclass(frozen=True, slots=True)
class Wording:
    """Regular expressions that must be found (`demand`, all of them) or must not (`forbid`).

    Blanks in the expressions count for nothing. What `unless` matches at the same place is no fault. `met` and
    `missing` are the sentences for the outcome; the message of the rule may use `{found}`.
    """

    kind: Literal["wording"]
    where: Where
    met: str
    demand: tuple[str, ...] = ()
    forbid: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    missing: str = ""


@dataclass(frozen=True, slots=True)
class RequiredPart:
    """One of the five required contents; `inline` is the message when it stands only inside other text."""

    kind: Literal["part"]
    part: PartName
    inline: str = ""
    obligatory: bool = True


@dataclass(frozen=True, slots=True)
class Sections:
    """Headings of levels 1 and 2: none twice, and at least `least` characters below each."""

    kind: Literal["sections"]
    least: int


@dataclass(frozen=True, slots=True)
class Share:
    """A required content takes at least `percent` of the report and `characters` characters."""

    kind: Literal["share"]
    part: PartName
    percent: float
    characters: int


@dataclass(frozen=True, slots=True)
class Years:
    """Years that must agree: of title, text and metadata (`report`), or of the `plan`."""

    kind: Literal["years"]
    of: Literal["report", "plan"]


@dataclass(frozen=True, slots=True)
class Dates:
    """One of the duties about dates."""

    kind: Literal["dates"]
    of: Literal["signed", "published", "deadline", "reported", "working_days", "order", "earliest"]
    month: int = 0
    day: int = 0
    """Last safe day of the year after the report year (`deadline`, `reported`), or first day (`earliest`)."""
    working_days: int = 0


@dataclass(frozen=True, slots=True)
class Figures:
    """At least so many figures in the report."""

    kind: Literal["figures"]
    least: int


@dataclass(frozen=True, slots=True)
class Recomputed:
    """The report's own arithmetic holds; `kinds` are kinds of recomputation."""

    kind: Literal["recomputed"]
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Foreign:
    """No words of another agency's function, or of another place, where the agency speaks of itself."""

    kind: Literal["foreign"]


@dataclass(frozen=True, slots=True)
class SameLevel:
    """The report goes to the people's congress of the agency's own level."""

    kind: Literal["same_level"]


@dataclass(frozen=True, slots=True)
class Listed:
    """Compared with a list that the publisher supplies: settings `phrases`, `leaders`, or the parameter `laws`."""

    kind: Literal["listed"]
    of: Literal["phrases", "leaders", "laws"]
    laws: tuple[str, ...] = ()
    repealed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Characters:
    """No traditional characters and no private-use code points in the file as decoded."""

    kind: Literal["characters"]


@dataclass(frozen=True, slots=True)
class Length:
    """Length in characters without blanks; `most` None: the limit of the site's settings, if any."""

    kind: Literal["length"]
    least: int
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Repairs:
    """The text is the source but for the listed repairs (`lossless`), or the title needed one (`title`)."""

    kind: Literal["repairs"]
    of: Literal["title", "lossless"]


@dataclass(frozen=True, slots=True)
class Guarded:
    """What the guard finds: hits under the rule's id, hidden content of files, files that it could not look at."""

    kind: Literal["guarded"]
    of: Literal["hits", "hidden", "unchecked"]


@dataclass(frozen=True, slots=True)
class Reviewed:
    """Reviews recorded in the metadata file, in this order; each item lists the names for one review."""

    kind: Literal["reviewed"]
    reviews: tuple[tuple[str, ...], ...]
    different_people: bool = False


@dataclass(frozen=True, slots=True)
class Disclosed:
    """The metadata file says 主动公开."""

    kind: Literal["disclosed"]


@dataclass(frozen=True, slots=True)
class AcrossReports:
    """Decided when all reports are known: copied text, stable addresses, later changes, entries of the catalogue."""

    kind: Literal["across"]
    of: Literal["copies", "addresses", "changes", "catalogue"]
    own: float = 0
    others: float = 0
    """Shares of shingles from which a text counts as copied, from the agency's own last report and from others."""


@dataclass(frozen=True, slots=True)
class Configured:
    """Decided from the site's settings."""

    kind: Literal["configured"]
    of: Literal["site_code", "footer", "placeholders"]


@dataclass(frozen=True, slots=True)
class OnSite:
    """Decided on the built site; `how` says what is looked at, `by` who looks.

    Before each publication, `build` is `gongkai check --site` and `links` is `scripts/check_links.py`. `browser` stands
    for the program's own tests in a browser, whenever the program changes; `person` for people, since nothing else can.
    """

    kind: Literal["site"]
    by: Literal["build", "links", "browser", "person"]
    how: str


Check = Annotated[
    Reported
    | Wording
    | RequiredPart
    | Sections
    | Share
    | Years
    | Dates
    | Figures
    | Recomputed
    | Foreign
    | SameLevel
    | Listed
    | Characters
    | Length
    | Repairs
    | Guarded
    | Reviewed
    | Disclosed
    | AcrossReports
    | Configured
    | OnSite,
    Field(discriminator="kind"),
]
"""The closed set of checks."""
