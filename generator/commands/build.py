"""`gongkai build`: the whole site, or none."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import click

from generator.commands.chinese import Command
from generator.commands.options import today_option
from generator.engine.build import BuildFailedError, build_site


@click.command(cls=Command, help="检查所有报告并生成整个网站。有必须更正的错误时不生成，上一次的网站保持不变。")
@click.option(
    "--config", type=click.Path(path_type=Path), default=Path("mkdocs.yml"), metavar="文件", help="MkDocs 的设置文件。"
)
@click.option(
    "--site-dir", type=click.Path(path_type=Path), default=None, metavar="目录", help="网站生成到哪里（默认 site）。"
)
@click.option("--leave-out", is_flag=True, help="有错误的报告不公开，其余照常生成；网站会注明有几份未公开。")
@today_option
def build(config: Path, site_dir: Path | None, today: date, *, leave_out: bool) -> int:
    """Build into a new folder and put it in the place of the old one; 1 if problems block publication."""
    if not config.is_file():
        message = f"找不到 {config}，请在网站目录下运行"
        raise click.ClickException(message)
    os.environ.setdefault("SOURCE_DATE_EPOCH", str(_epoch(today)))
    try:
        place = build_site(config, site_dir, leave_out=leave_out, step=_say)
    except BuildFailedError as error:
        click.echo(str(error), err=True)
        return 1
    click.echo(f"网站已生成：{place}")
    return 0


def _say(word: str) -> None:
    click.echo(f"网站：{word}", err=True)


def _epoch(day: date) -> int:
    """Noon UTC of a day: the same calendar day in every zone of China and at the build."""
    return (day.toordinal() - date(1970, 1, 1).toordinal()) * 86400 + 43200
