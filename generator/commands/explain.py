"""`gongkai explain`: why a number is, or is not, a figure."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import click

from generator.commands.chinese import Command
from generator.commands.options import content_option, site_of, today_option
from generator.content.discover import submission
from generator.indicators.explain import explain as explain_number
from generator.locate import offset_of
from generator.model.report import Unread
from generator.pipeline import Run, read_submission
from generator.reporting.terminal import format_problems
from generator.rules import stops

_PLACE = re.compile(r"(?P<file>.+):(?P<line>\d+):(?P<column>\d+)")


@click.command(cls=Command, help="说明某个数字为什么列入或没有列入数据表。位置写成 文件:行:列，如 检查结果所示。")
@click.argument("place", metavar="文件:行:列")
@content_option
@today_option
def explain(place: str, content: Path, today: date) -> int:
    """Print the reasons; 1 if the file cannot be read or holds no such place."""
    given = _PLACE.fullmatch(place)
    if given is None or not Path(given["file"]).is_file():
        message = f"位置“{place}”应写成 文件:行:列，文件要存在"
        raise click.ClickException(message)
    path = Path(given["file"]).absolute()
    site = site_of(content)
    inside = site is not None and path.is_relative_to(site.content)
    result = read_submission(submission(path, path.parent), Run(site if inside else None, today))
    if isinstance(result, Unread) or stops(result.diagnostics):
        click.echo(format_problems(result.diagnostics), nl=False, err=True)
        return 1
    offset = offset_of(result.document.source, int(given["line"]), int(given["column"]))
    place_in_text = result.document.source_map.to_cleaned(offset) if offset is not None else None
    if place_in_text is None:
        click.echo(f"{given['file']} 没有第 {given['line']} 行第 {given['column']} 字。", err=True)
        return 1
    found = explain_number(result.document, result.outline, result.identity, place_in_text)
    click.echo("\n".join(found.lines))
    return 0
