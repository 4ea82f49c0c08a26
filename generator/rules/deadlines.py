"""When a report is due: the dates that board, calendar and rules share."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from generator.catalogues.checks import Dates
from generator.catalogues.rules import Certainty, Rule, rules_by_id

PUBLICATION, REPORTING = "D03", "D04"
"""The rules on publication (规定 24) and on reporting to the bodies above (规定 23)."""


@dataclass(frozen=True, slots=True)
class DueDate:
    """The last safe day of a duty for one report year.

    `basis` is the legal text with its article, `certainty` how sure we are of it. The rule says 4月1日之前: 31 March is
    the last safe day, whether 1 April itself is in time is disputed (`disputed`), later is late.
    """

    year: int
    last_day: date
    basis: str
    certainty: Certainty

    @property
    def disputed(self) -> date:
        """The day named in the rule, which some count as in time."""
        return self.last_day + timedelta(days=1)

    def days_late(self, published: date) -> int:
        """Days after the day named in the rule; 0 up to and including that day."""
        return max(0, (published - self.last_day).days) if published > self.disputed else 0


def due_date(agency_kind: str | None, year: int, rule: Rule | None = None) -> DueDate | None:
    """When the report of a kind of agency on `year` must be public at the latest.

    None if the duty does not bind that kind of agency or did not exist yet; an unknown kind (None) counts as bound.
    `rule` is the rule as the site has configured it, by default the one of the catalogue.
    """
    rule = rule or rules_by_id()[PUBLICATION]
    if not isinstance(rule.check, Dates) or not rule.enabled:
        return None
    if agency_kind is not None and rule.binds and agency_kind not in rule.binds:
        return None
    last_day = date(year + 1, rule.check.month, rule.check.day)
    version = rule.version(last_day)
    return DueDate(year, last_day, version.basis, version.certainty) if version else None


def last_day_of_february(year: int) -> date:
    """28 or 29 February."""
    return date(year, 3, 1) - timedelta(days=1)
