"""`gongkai rollback`: take a release back."""

from __future__ import annotations

import getpass
from datetime import datetime

import click

from generator.commands.chinese import Command
from generator.publishing.release import rollback as take_back
from generator.publishing.target import PublishError, open_target


@click.command(cls=Command, help="回退到上一个（或指定的）版本，并暂停发布，直到 gongkai deploy --resume。")
@click.argument("target", metavar="目标")
@click.option("--to", "to", metavar="版本", default=None, help="回退到哪个版本（默认上一个）。")
def rollback(target: str, to: str | None) -> int:
    """Take a release back; 1 if there is none to go back to."""
    try:
        name = take_back(open_target(target), datetime.now().astimezone(), to, getpass.getuser())
    except PublishError as error:
        click.echo(str(error), err=True)
        return 1
    click.echo(f"已回退到版本 {name}，并暂停发布。恢复发布请用 gongkai deploy --resume。")
    return 0
