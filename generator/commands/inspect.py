"""`gongkai inspect`: what the generator makes of a file, for people and for programs."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path, PurePosixPath

import click

from generator import intake
from generator.commands.chinese import Command
from generator.commands.options import content_option, site_of, today_option
from generator.content.discover import submission
from generator.content.site import Site
from generator.model.metadata import Metadata
from generator.model.report import Report, Unread
from generator.pipeline import Run, process, read_submission
from generator.reporting.inspect import inspect_report
from generator.reporting.summary import summarise_report
from generator.reporting.terminal import format_problems
from generator.rules import stops


@click.command(cls=Command, help="查看程序从文件中读出了什么。")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path), metavar="文件...")
@content_option
@today_option
@click.option("--format", "form", type=click.Choice(["text", "json", "jsonl"]), default="text", help="输出格式。")
@click.option("--stdin-jsonl", is_flag=True, help='从标准输入逐行读取 {"file": "名称", "text": "正文"}。')
@click.option("--source-text", is_flag=True, help="只输出各项位置所指的原文。")
def inspect(
    files: tuple[Path, ...], content: Path, today: date, form: str, *, stdin_jsonl: bool, source_text: bool
) -> int:
    """Print one object per report; 1 if a file could not be read or bears a mark of state secrets, else 0."""
    site = site_of(content)
    unread = False
    objects = []
    for name, result in _results(files, site, today, stdin_jsonl=stdin_jsonl):
        if isinstance(result, Unread) or stops(result.diagnostics):
            unread = True
            click.echo(format_problems(result.diagnostics), nl=False, err=True)
        elif source_text:
            sys.stdout.write(result.document.source)
        elif form == "text":
            click.echo(summarise_report(result), nl=False)
        elif form == "jsonl":
            click.echo(json.dumps(inspect_report(result, name), ensure_ascii=False))
        else:
            objects.append(inspect_report(result, name))
    if form == "json" and not source_text:
        click.echo(json.dumps(objects, ensure_ascii=False, indent=1))
    return int(unread)


def _results(
    files: tuple[Path, ...], site: Site | None, today: date, *, stdin_jsonl: bool
) -> Iterator[tuple[str, Report | Unread]]:
    if stdin_jsonl:
        for number, line in enumerate(sys.stdin.buffer, 1):
            if line.strip():
                try:
                    given = json.loads(line)
                    name, text = str(given["file"]), str(given["text"])
                except (ValueError, KeyError, TypeError):
                    message = f'标准输入第 {number} 行不是 {{"file": …, "text": …}}'
                    raise click.ClickException(message) from None
                document, problems = intake.read_text(text, name)
                yield name, process(document, problems, PurePosixPath(name), Metadata(), Run(None, today))
    for path in files:
        if not path.is_file():
            message = f"找不到文件：{path}"
            raise click.ClickException(message)
        inside = site is not None and path.resolve().is_relative_to(site.content)
        base = site.content if inside and site else path.absolute().parent
        item = submission(path.absolute(), base)
        known = site if inside or (site is not None and item.metadata_file is None) else None
        yield str(path), read_submission(item, Run(known, today))
