"""`gongkai clean`: a copy of a report without comments, revisions, hidden text, names and places."""

from __future__ import annotations

import dataclasses
import os
from pathlib import Path

import click

from generator.commands.chinese import Command
from generator.intake.limits import DEFAULT
from generator.intake.scrub import scrub_bytes
from generator.reporting.terminal import format_problems

_MARK = "（已清理）"


@click.command(
    cls=Command, help="生成去除批注、修订痕迹、隐藏文字、作者和图片拍摄信息的副本；正文一字不变，原文件不动。"
)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="文件...")
@click.option("--replace", is_flag=True, help="用副本替换原文件。请先另外留存原文件。")
def clean(files: tuple[Path, ...], *, replace: bool) -> int:
    """Write a cleaned copy of each file; 1 if one could not be cleaned, else 0."""
    done = [_clean(file, replace=replace) for file in files]
    return int(not all(done))


def _clean(file: Path, *, replace: bool) -> bool:
    if not file.is_file() or file.stat().st_size > DEFAULT.file:
        click.echo(f"{file}：找不到这个文件，或者文件太大，没有清理。", err=True)
        return False
    data = file.read_bytes()
    copy, problems = scrub_bytes(data, file.name)
    if copy is None:
        click.echo(format_problems(dataclasses.replace(problem, file=str(file)) for problem in problems), nl=False)
        click.echo(f"{file}：没有清理；文件留在原处。")
        return False
    if copy == data:
        click.echo(f"{file}：没有需要清理的内容。")
        return True
    target = file if replace else file.with_name(f"{file.stem}{_MARK}{file.suffix}")
    if target.exists() and not replace:
        click.echo(f"{file}：{target.name} 已经存在，没有覆盖。")
        return False
    # Written whole or not at all: nobody may be left with half a report.
    part = target.with_name(f".{target.name}.part")
    part.write_bytes(copy)
    os.replace(part, target)  # noqa: PTH105 — replaces on every system
    click.echo(f"{file} → {target.name}（已与原文逐字核对，正文相同）")
    return True
