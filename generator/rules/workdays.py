"""Working days as the State Council's holiday notices arrange them; years without a notice are not counted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from generator.catalogues import load as catalogues

_FILE = Path(catalogues.__file__).with_name("holidays.yml")
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class HolidayYear:
    """One notice; `holidays` are their first and last days."""

    year: int
    source: str
    holidays: tuple[tuple[date, date], ...]
    weekends_worked: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class _File:
    years: tuple[HolidayYear, ...]


@cache
def holiday_years() -> dict[int, HolidayYear]:
    """The notices by year; do not change the mapping."""
    return {item.year: item for item in catalogues.load(_FILE, _File).years}


def working_days_after(start: date, end: date) -> int | None:
    """Number of working days after `start`, up to and including `end`; None if a year has no notice here."""
    if any(year not in holiday_years() for year in range(start.year, end.year + 1)):
        return None
    days = (start + timedelta(days=number) for number in range(1, (end - start).days + 1))
    return sum(is_working_day(day) for day in days)


def is_working_day(day: date) -> bool:
    """Whether a day is worked. Raises `KeyError` for a year without a notice."""
    following = holiday_years().get(day.year + 1)  # the New Year holiday may begin in December
    notices = (holiday_years()[day.year], *((following,) if following else ()))
    if any(day in notice.weekends_worked for notice in notices):
        return True
    off = (period for notice in notices for period in notice.holidays)
    return day.weekday() < _SATURDAY and not any(first <= day <= last for first, last in off)
