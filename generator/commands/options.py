"""Options and small things that several commands share."""

from __future__ import annotations

import sys
from datetime import date, datetime
from pathlib import Path

import click

from generator.clock import today as day_of_run
from generator.content.site import Site, read_site
from generator.pipeline import Progress

content_option = click.option(
    "--content",
    type=click.Path(path_type=Path),
    default=Path("content"),
    show_default=True,
    metavar="目录",
    help="内容目录：网站设置、名册和报告所在的地方。",
)


def _parse_day(_context: click.Context, _parameter: click.Parameter, value: str | None) -> date:
    if value is None:
        return day_of_run()
    try:
        return datetime.strptime(value, "%Y-%m-%d").replace(tzinfo=None).date()  # noqa: DTZ007  (a calendar day)
    except ValueError:
        message = f"日期“{value}”应写成 2024-03-28 这样"
        raise click.BadParameter(message) from None


today_option = click.option(
    "--today", callback=_parse_day, metavar="日期", help="以这一天为今天（默认取时钟或 SOURCE_DATE_EPOCH）。"
)


def site_of(content: Path) -> Site | None:
    """The site of a content folder, None where there is none."""
    return read_site(content.resolve()) if (content / "site.yml").is_file() else None


def progress_bar() -> Progress | None:
    """Progress on standard error, None where that is not a terminal."""
    if not sys.stderr.isatty():
        return None

    def show(done: int, total: int, name: str) -> None:
        text = f"\r\x1b[K正在读取 {done}/{total} {name}" if name else "\r\x1b[K"
        sys.stderr.write(text)
        sys.stderr.flush()

    return show
