"""A report with everything that is known about it, and the collection of all of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from generator.model.diagnostic import Diagnostic
from generator.model.document import Document
from generator.model.fact import Findings
from generator.model.identity import Identity
from generator.model.metadata import AgencyEntry, Ledger, Metadata, Roster
from generator.model.outcome import Judgement
from generator.model.outline import Outline
from generator.model.settings import Settings
from generator.model.theme import Themes


@dataclass(frozen=True, slots=True)
class Report:
    """One report after all stages.

    `id` is `<region>-<agency>-<year>`, ASCII and for ever; None outside a site, or where agency or year are not
    known. `path` is the file as given on the command line or relative to the content folder, with `/`.
    """

    id: str | None
    path: PurePosixPath
    document: Document
    outline: Outline
    identity: Identity
    metadata: Metadata
    agency: AgencyEntry | None
    findings: Findings
    themes: Themes
    judgement: Judgement
    diagnostics: tuple[Diagnostic, ...]

    @property
    def blocked(self) -> bool:
        """Whether an unaccepted error keeps the report from being published."""
        return any(problem.blocks for problem in self.diagnostics)


@dataclass(frozen=True, slots=True)
class Unread:
    """A file of the content folder that could not be read at all; `diagnostics` say why."""

    path: PurePosixPath
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Corpus:
    """Everything a site is made of. `reports` holds what may be published, newest year first, then by id.

    `withheld` are reports with errors that were left out on request; the site says so. `today` is the one date of
    the build.
    """

    reports: tuple[Report, ...]
    roster: Roster
    settings: Settings
    ledger: Ledger
    today: date
    withheld: tuple[Report, ...] = ()
    unread: tuple[Unread, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class SiteFile:
    """A file of the site: `path` relative to the site's root, with `/`; `data` its bytes."""

    path: str
    data: bytes
