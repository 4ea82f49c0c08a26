"""From a content folder to the folder of Markdown and data: what `build`, the engine's hook and `serve` all call."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.content.site import Site, read_site
from generator.model.diagnostic import Diagnostic
from generator.model.report import Corpus
from generator.pipeline import Progress, all_diagnostics, gather
from generator.site.plan import originals, plan_site
from generator.site.write import write_site


@dataclass(frozen=True, slots=True)
class Generated:
    """What a run made: the corpus, and how many files had to be written."""

    site: Site
    corpus: Corpus
    written: int


class SiteBlockedError(Exception):
    """The site holds unaccepted errors and was not written; `diagnostics` are all problems found."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        """Take every problem of the corpus, the blocking ones among them."""
        super().__init__(f"{sum(item.blocks for item in diagnostics)} errors")
        self.diagnostics = diagnostics


def generate(
    content: Path, folder: Path, today: date, *, leave_out: bool = False, progress: Progress | None = None
) -> Generated:
    """Read `content`, check it, and make `folder` the site's Markdown and data.

    With errors nothing is written and `SiteBlockedError` is raised, unless `leave_out`: then the reports with errors
    are withheld, and the site says how many. Raises `CatalogueError` for wrong settings, roster or ledger.
    """
    site = read_site(content)
    corpus = gather(site, today, leave_out=leave_out, progress=progress)
    problems = tuple(all_diagnostics(corpus))
    if not leave_out and any(problem.blocks for problem in problems):
        raise SiteBlockedError(problems)
    written = write_site(plan_site(corpus, site), originals(corpus, site), folder)
    return Generated(site, corpus, written)
