"""`gongkai record`: enter received reports in the ledger."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from generator.commands.options import content_option, progress_bar, today_option
from generator.content.ledger import record as enter
from generator.content.ledger import write_ledger
from generator.content.site import read_site
from generator.hashing import text_hash
from generator.pages import addresses
from generator.pipeline import gather


@click.command(help="把已收录的报告登记入册（content/ledger.json）：收录日期、地址和正文校验值。")
@content_option
@today_option
def record(content: Path, today: date) -> int:
    """Enter every readable report that is not in the ledger yet, and every changed text."""
    site = read_site(content.resolve())
    corpus = gather(site, today, progress=progress_bar())
    ledger = site.ledger
    for report in corpus.reports:
        if report.id is not None and not report.blocked:
            ledger = enter(ledger, report.id, addresses.report(report.id), text_hash(report.document), today)
    if ledger != site.ledger:
        write_ledger(site.content / "ledger.json", ledger)
    new = len(ledger.entries) - len(site.ledger.entries)
    click.echo(f"登记册中共有 {len(ledger.entries)} 份报告，本次新登记 {new} 份。")
    return 0
