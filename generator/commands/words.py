"""`gongkai words`: refresh the frozen table of word frequencies behind keywords."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from generator.commands.chinese import Command
from generator.commands.options import content_option, progress_bar, today_option
from generator.content.site import read_site
from generator.pipeline import gather
from generator.themes import build_idf


@click.command(
    cls=Command,
    help="用本站收录的报告重新统计词频表（关键词的依据）。词频表是冻结的：收录新报告不会改动别的页面，需要时才刷新。",
)
@content_option
@today_option
@click.argument("target", type=click.Path(path_type=Path), metavar="文件")
def words(content: Path, today: date, target: Path) -> int:
    """Write the table to `target`, usually `generator/catalogues/themes/words.tsv`."""
    corpus = gather(read_site(content.resolve()), today, progress=progress_bar())
    target.write_bytes(build_idf(tuple(report.document.text for report in corpus.reports)))
    click.echo(f"已用 {len(corpus.reports)} 份报告写成 {target}。")
    return 0
