"""Where every page of the site lies, relative to the site's root and with a slash at the end.

Addresses are promises (W16): they are made of ids only and never change once published.
"""

from __future__ import annotations

HOME = ""
REPORTS = "reports/"
AGENCIES = "agencies/"
REGIONS = "regions/"
YEARS = "years/"
CATALOGUE = "catalogue/"
INDICATORS = "indicators/"
THEMES = "themes/"
INSTRUMENTS = "instruments/"
SEARCH = "search/"
COMPARE = "compare/"
BOARD = "board/"
PROBLEMS = "problems/"
ABOUT = "about/"
GUIDE = "guide/"
DATA = "data/"
SITE_MAP = "sitemap/"
ACCESSIBILITY = "about/accessibility/"
ABOUT_SEARCH = "about/search/"


def report(identifier: str) -> str:
    """The page of a report."""
    return f"{REPORTS}{identifier}/"


def agency(identifier: str) -> str:
    """The page of an agency."""
    return f"{AGENCIES}{identifier}/"


def region(identifier: str) -> str:
    """The page of a region."""
    return f"{REGIONS}{identifier}/"


def year(number: int) -> str:
    """The first page of a report year."""
    return f"{YEARS}{number}/"


def indicator(identifier: str) -> str:
    """The page of an indicator of the catalogue."""
    return f"{INDICATORS}{identifier}/"


def theme(identifier: str) -> str:
    """The page of a theme T0 … T9."""
    return f"{THEMES}{identifier.lower()}/"


def topic(theme_id: str, identifier: str) -> str:
    """The page of a sub-topic."""
    return f"{theme(theme_id)}{identifier}/"


def instrument(identifier: str) -> str:
    """The page of a cited law or document."""
    return f"{INSTRUMENTS}{identifier}/"


def problem(code: str) -> str:
    """The page that explains a problem code."""
    return f"{PROBLEMS}{code.lower()}/"


def page_of(base: str, number: int) -> str:
    """Page `number` (from 1) of a list that begins at `base`; the first page has no number."""
    return base if number == 1 else f"{base}{number}/"


def up(address: str) -> str:
    """The relative way from a page back to the root of the site, "" on the home page."""
    return "../" * address.count("/")


def source(address: str) -> str:
    """The Markdown file of a page."""
    return f"{address}index.md"


def indicator_theme(theme_id: str) -> str:
    """The list of the indicators of a theme."""
    return f"{INDICATORS}{theme_id.lower()}/"


MATRIX = f"{THEMES}matrix/"


def matrix(region_id: str) -> str:
    """The matrix of agencies and themes of a region."""
    return f"{MATRIX}{region_id}/"
