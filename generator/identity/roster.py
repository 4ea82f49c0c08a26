"""Finds agencies of the roster by the names that a report uses."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.metadata import AgencyEntry, Roster


def goes_by(entry: AgencyEntry, name: str) -> bool:
    """Whether `name` is one of the names of an agency, blanks aside, or a longer one that ends in its full name."""
    plain = "".join(name.split())
    return plain in {entry.name, *entry.aliases, *entry.short_names} or plain.endswith(entry.name)


def find_entry(roster: Roster, names: Iterable[str], surroundings: str) -> AgencyEntry | None:
    """The one agency that goes by the first of `names` that any agency goes by; None if none or several do.

    Full names and aliases are asked before short names (县乙局), which agencies of several places may share. Where the
    report has no name of the usual form, full names are looked for in `surroundings`, title and signature without
    blanks; the longest one counts.
    """
    wanted = ["".join(name.split()) for name in names]
    for short in (False, True):
        for name in wanted:
            found = [entry for entry in roster.agencies if name in _names(entry, short=short)]
            if len(found) == 1:
                return found[0]
    if wanted:
        return None
    within = [(name, entry) for entry in roster.agencies for name in _names(entry, short=False) if name in surroundings]
    return max(within, key=lambda pair: len(pair[0]))[1] if within else None


def _names(entry: AgencyEntry, *, short: bool) -> tuple[str, ...]:
    return entry.short_names if short else (entry.name, *entry.aliases)
