"""Types and loader of the rule catalogue (`catalogues/rules/*.yml`).

Each rule says in plain Chinese what is asked, since when, on what legal basis and how sure we are of it; which check
of a small closed set decides; and shows examples that run as tests.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from generator.catalogues.load import CatalogueError, load
from generator.model.diagnostic import Audience, Severity
from generator.model.metadata import Metadata, Mode
from generator.model.outcome import PartName, Verdict

FOLDER = Path(__file__).with_name("rules")

_ORDER = "TSDCXPKWAH"
"""Groups of rules: title, structure, dates, content, extraction, personal data, secrecy, website, access, honesty."""


class Certainty(StrEnum):
    """How sure we are of a legal basis."""

    OFFICIAL = "V"
    """The official text or a government page was read."""
    SECONDARY = "S"
    """News, notes, public code."""
    UNVERIFIED = "M"
    """To be confirmed: shown as 待核定 on the site."""
    DESIGN = "D"
    """No outside source: this project's own choice."""


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
    needs_title: bool = False


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
    """Years that must agree: of title, text and metadata (`report`), of the plan (`plan`), with the themes (`themes`)."""

    kind: Literal["years"]
    of: Literal["report", "plan", "themes"]
    first: int = 0
    last: int = 9999


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
    """Decided on the built site: `by` says where (build, browser or design) and `how` what is looked at."""

    kind: Literal["site"]
    by: Literal["build", "browser", "design"]
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


@dataclass(frozen=True, slots=True)
class Version:
    """A wording of the duty and since when it holds.

    `valid_from` is compared with the day on which the report is due at the latest.
    """

    valid_from: date
    duty: str
    basis: str
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class SeverityByMode:
    """How bad it is if the duty is not met."""

    demo: Severity
    official: Severity

    def of(self, mode: Mode) -> Severity:
        """The severity in a mode."""
        return self.demo if mode is Mode.DEMO else self.official


@dataclass(frozen=True, slots=True)
class Example:
    """A report in words, and what the rule must say of it.

    The text is a faultless report in which the given parts are replaced: `title` ("" leaves it out), `first`
    (第一责任人), `measures`, `shortcomings`, `plan` (each with its heading; "" leaves it out), `other` (added), `end`
    (signature and date). `sentence` is added to the measures; `text` replaces everything. `agency` is a name for the
    roster, `agency_kind` its kind, `quotes` what the evidence must be, `settings` keys of the site's settings.
    """

    verdict: Verdict
    title: str | None = None
    first: str | None = None
    measures: str | None = None
    sentence: str = ""
    shortcomings: str | None = None
    plan: str | None = None
    other: str = ""
    end: str | None = None
    text: str | None = None
    agency: str = ""
    agency_kind: str = "department"
    metadata: Metadata = field(default_factory=Metadata)
    settings: dict[str, object] = field(default_factory=dict)
    today: date = date(2025, 3, 20)
    quotes: tuple[str, ...] | None = None
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the catalogue.

    `id` and `name` are stable; `title` is what the outcome is called, `message` and `hint` speak to the clerk.
    `scope` holds the letters R (report), F (attachments), M (metadata), P (page), S (site). `binds` are kinds of
    agency, empty for all. `supplied` replaces the severity where the publisher declares what the text lacks.
    `wrong` and `right` are shown on the page about the problem.
    """

    id: str
    name: str
    title: str
    scope: str
    severity: SeverityByMode
    check: Check
    versions: tuple[Version, ...]
    message: str = ""
    hint: str = ""
    wrong: str = ""
    right: str = ""
    audience: Audience = Audience.STAFF
    binds: tuple[str, ...] = ()
    supplied: SeverityByMode | None = None
    examples: tuple[Example, ...] = ()
    enabled: bool = True

    def version(self, day: date) -> Version | None:
        """The wording in force on a day, None if the duty did not exist yet."""
        return max(
            (item for item in self.versions if item.valid_from <= day), key=lambda item: item.valid_from, default=None
        )


@dataclass(frozen=True, slots=True)
class _File:
    rules: tuple[Rule, ...]


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, in the order T, S, D, C, X, P, K, W, A, H and by number.

    Raises `CatalogueError` for a wrong file, an id that is no id or stands twice, and a wrong expression.
    """
    found: list[Rule] = []
    for path in sorted(FOLDER.glob("*.yml")):
        for rule in load(path, _File).rules:
            if not re.fullmatch(f"[{_ORDER}][0-9]{{2}}", rule.id) or any(rule.id == other.id for other in found):
                raise _complaint(path, rule.id, f"规则编号“{rule.id}”有误或重复")
            for expression in _expressions(rule):
                try:
                    re.compile(expression, re.VERBOSE)
                except re.error as error:
                    raise _complaint(path, rule.id, f"{rule.id} 的正则表达式“{expression}”有误：{error}") from None
            found.append(rule)
    return tuple(sorted(found, key=lambda item: (_ORDER.index(item.id[0]), item.id)))


@cache
def rules_by_id() -> dict[str, Rule]:
    """All rules by their ids; do not change the mapping."""
    return {item.id: item for item in all_rules()}


def _expressions(rule: Rule) -> tuple[str, ...]:
    return rule.check.demand + rule.check.forbid + rule.check.unless if isinstance(rule.check, Wording) else ()


def _complaint(path: Path, identifier: str, message: str) -> CatalogueError:
    rows = path.read_text(encoding="utf-8").splitlines()
    line = next((number for number, row in enumerate(rows, 1) if f"id: {identifier}" in row), 1)
    return CatalogueError(path, line, 1, message)
