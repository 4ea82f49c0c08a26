"""`gongkai check`: what a clerk must know before publication."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from generator.commands.options import content_option, progress_bar, site_of, today_option
from generator.content.discover import submission
from generator.content.site import read_site
from generator.model.diagnostic import Diagnostic
from generator.pipeline import Run, all_diagnostics, gather, read_submission
from generator.reporting.problems_json import problems_json
from generator.reporting.terminal import format_problems, summarise


@click.command(help="检查报告。不给路径时检查整个网站；给出路径时只检查这些文件或文件夹。")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[路径]...")
@content_option
@today_option
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="输出格式。")
def check(paths: tuple[Path, ...], content: Path, today: date, form: str) -> int:
    """Print every problem; 1 if there is an unaccepted error, else 0."""
    problems, files = found_problems(paths, content, today)
    if form == "json":
        click.echo(problems_json(problems), nl=False)
    else:
        click.echo(format_problems(problems), nl=False)
        click.echo(summarise(problems, files), nl=False)
    return int(any(problem.blocks for problem in problems))


def found_problems(paths: tuple[Path, ...], content: Path, today: date) -> tuple[tuple[Diagnostic, ...], int]:
    """All problems of the whole site, or of single files (inside or outside it), and how many files were read."""
    if not paths:
        site = read_site(content.resolve())
        corpus = gather(site, today, progress=progress_bar())
        shown = tuple(_under(content, problem) for problem in all_diagnostics(corpus))
        return shown, len(corpus.reports) + len(corpus.unread)
    site = site_of(content)
    problems: list[Diagnostic] = []
    files = _files(paths)
    for path in files:
        inside = site is not None and path.resolve().is_relative_to(site.content)
        base = site.content if inside and site else path.absolute().parent
        item = submission(path.absolute(), base)
        found = read_submission(item, Run(site if inside else None, today)).diagnostics
        problems += [replace(each, file=str(path)) if each.file == str(item.path) else each for each in found]
    return tuple(problems), len(files)


def _files(paths: tuple[Path, ...]) -> list[Path]:
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            found += sorted(item for item in path.rglob("*") if item.is_file() and item.suffix != ".yml")
        elif path.is_file() or path.is_symlink():
            found.append(path)
        else:
            message = f"找不到文件：{path}"
            raise click.ClickException(message)
    return found


def _under(content: Path, problem: Diagnostic) -> Diagnostic:
    return replace(problem, file=(content / problem.file).as_posix()) if problem.file else problem
