"""`gongkai record`: enter received reports in the ledger."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from generator.commands.chinese import Command
from generator.commands.options import content_option, progress_bar, today_option
from generator.content.ledger import move, publish, write_ledger
from generator.content.ledger import record as enter
from generator.content.site import read_site
from generator.hashing import text_hash
from generator.model.metadata import Ledger
from generator.model.report import Report
from generator.pages import addresses
from generator.pipeline import gather


@click.command(cls=Command, help="把已收录的报告登记入册（content/ledger.json）：收录日期、地址和正文校验值。")
@content_option
@today_option
@click.option("--published", is_flag=True, help="发布成功之后运行：登记首次公开的日期，此后的改动须有更正说明。")
@click.option(
    "--moved",
    nargs=2,
    multiple=True,
    metavar="旧编号 新编号",
    help="报告换了编号（机关 id 或年度改正）：旧网址转到新网址。正文没有改动的会自动认出。",
)
def record(content: Path, today: date, moved: tuple[tuple[str, str], ...], *, published: bool) -> int:
    """Enter every readable report that is not in the ledger yet, and every changed text."""
    site = read_site(content.resolve())
    corpus = gather(site, today, progress=progress_bar())
    there = [report for report in corpus.reports if report.id is not None and not report.blocked]
    ledger = site.ledger
    moves = (*moved, *_recognised(site.ledger, there))
    for former, new in moves:
        ledger = move(ledger, former, new, addresses.report(new))
    for report in there:
        ledger = enter(ledger, report.id or "", addresses.report(report.id or ""), text_hash(report.document), today)
    if published:
        ledger = publish(ledger, (report.id or "" for report in there), today)
    if ledger != site.ledger:
        write_ledger(site.content / "ledger.json", ledger)
    new_entries = len(ledger.entries) - len(site.ledger.entries)
    click.echo(f"登记册中共有 {len(ledger.entries)} 份报告，本次新登记 {new_entries} 份。")
    for former, new in moves:
        click.echo(f"{former} 改为 {new}，旧网址会转到新网址。")
    return 0


def _recognised(ledger: Ledger, there: list[Report]) -> tuple[tuple[str, str], ...]:
    """Former and new id of each report that changed nothing but its id."""
    ids = {report.id for report in there}
    gone = {entry.text_hash: entry.report for entry in ledger.entries if entry.report not in ids}
    fresh = ((text_hash(report.document), report.id or "") for report in there if ledger.entry(report.id or "") is None)
    return tuple((gone[known], identifier) for known, identifier in fresh if known in gone)
