"""What audits found on a built site (`content/audits/*.json`)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Barrier:
    """One barrier: the page's address, the view in which it showed, axe-core's rule, and the element."""

    page: str
    view: str
    rule: str
    element: str


@dataclass(frozen=True, slots=True)
class PageScore:
    """Lighthouse's scores of one page, 0 to 100; `performance` is a median and depends on the machine."""

    page: str
    accessibility: int
    best_practices: int
    seo: int
    performance: int


@dataclass(frozen=True, slots=True)
class AccessibilityAudit:
    """The results: when, of which commit and which built site (SHA-256 over its files), with what, on what."""

    date: str
    commit: str
    site_sha256: str
    tools: tuple[str, ...]
    pages: tuple[str, ...]
    views: tuple[str, ...]
    barriers: tuple[Barrier, ...]
    scores: tuple[PageScore, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchAudit:
    """How the search of a built site answered written questions and random phrases, asked in a real browser.

    `hit_at_1` and `hit_at_5` count the questions whose report came first, or among the first five; precision and recall
    of exact phrases lie between 0 and 1; `first_answer_bytes` is the median of what a first question fetches.
    `site_sha256` is the hash of all files of the site, `search_sha256` of index and scripts alone: a build whose own
    are the same answers as this one did, whatever else has changed.
    """

    date: str
    commit: str
    site_sha256: str
    search_sha256: str
    browser: str
    reports: int
    questions: int
    hit_at_1: int
    hit_at_5: int
    without_results: int
    phrases: int
    phrase_precision: float
    phrase_recall: float
    first_answer_bytes: int
    first_answer_ms: int
    missed: tuple[str, ...] = ()
