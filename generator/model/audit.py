"""What an accessibility audit found on a built site (`content/audits/accessibility.json`)."""

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
