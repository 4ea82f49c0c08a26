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

from generator.catalogues.checks import Check, Wording
from generator.catalogues.load import CatalogueError, load
from generator.model.diagnostic import Audience, Severity
from generator.model.metadata import Metadata, Mode
from generator.model.outcome import Verdict

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
