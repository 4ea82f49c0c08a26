"""`gongkai export`: the whole site in one file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from generator.commands.chinese import Command
from generator.commands.options import today_option
from generator.publishing.export import export_zip
from generator.publishing.target import PublishError


@click.command(cls=Command, help="把生成好的网站（含原文件和数据）打成一个 zip，可放到任何静态网站服务器或离线使用。")
@click.option(
    "--zip", "target", type=click.Path(path_type=Path), required=True, metavar="文件", help="写到哪个 zip 文件。"
)
@click.option(
    "--site-dir", type=click.Path(path_type=Path), default=Path("site"), metavar="目录", help="生成好的网站。"
)
@today_option
def export(target: Path, site_dir: Path, today: date) -> int:
    """Write the zip; 1 if there is no complete site."""
    try:
        count = export_zip(site_dir, target, today)
    except PublishError as error:
        click.echo(str(error), err=True)
        return 1
    click.echo(f"已写成 {target}，共 {count} 个文件，{target.stat().st_size:,} 字节。")
    return 0
