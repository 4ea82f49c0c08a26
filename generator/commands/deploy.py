"""`gongkai deploy`: publish a built site."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from generator.commands.chinese import Command
from generator.publishing.release import Terms
from generator.publishing.release import deploy as publish
from generator.publishing.target import PublishError, open_target


@click.command(
    cls=Command, help="把生成好的网站发布到本机目录或远程主机（用户@主机:/目录）。中途断开不影响正在使用的网站。"
)
@click.argument("target", metavar="目标")
@click.option(
    "--site-dir", type=click.Path(path_type=Path), default=Path("site"), metavar="目录", help="生成好的网站。"
)
@click.option("--keep", type=click.IntRange(min=1), default=5, show_default=True, help="保留几个旧版本。")
@click.option("--resume", is_flag=True, envvar="GONGKAI_RESUME", help="回退之后恢复发布。")
def deploy(target: str, site_dir: Path, keep: int, *, resume: bool) -> int:
    """Publish; 1 if it is held after a rollback or the target cannot be used."""
    try:
        name = publish(
            site_dir,
            open_target(target),
            datetime.now().astimezone(),
            Terms(keep, resume),
            lambda word: click.echo(f"发布：{word}", err=True),
        )
    except PublishError as error:
        click.echo(str(error), err=True)
        return 1
    click.echo(f"已发布版本 {name}。" if name else "网站没有变化，不需要发布。")
    return 0
