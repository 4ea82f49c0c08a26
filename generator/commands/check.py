"""`gongkai check`: what a clerk must know before publication."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import click

from generator.commands.options import content_option, progress_bar, site_of, today_option
from generator.content.discover import submission
from generator.content.site import read_site
from generator.model.diagnostic import Diagnostic
from generator.model.report import Report, Unread
from generator.pipeline import Run, all_diagnostics, gather, read_submission
from generator.reporting.github import github_commands
from generator.reporting.gitlab import gitlab_code_quality
from generator.reporting.problems_json import problems_json
from generator.reporting.receipt import receipts
from generator.reporting.sarif import sarif
from generator.reporting.terminal import format_problems, summarise


@dataclass(frozen=True, slots=True)
class Checked:
    """What was read, and every problem with paths as the caller sees them."""

    results: tuple[Report | Unread, ...]
    problems: tuple[Diagnostic, ...]


FORMATS: dict[str, Callable[[Checked], str]] = {
    "text": lambda checked: format_problems(checked.problems) + summarise(checked.problems, len(checked.results)),
    "json": lambda checked: problems_json(checked.problems),
    "github": lambda checked: github_commands(checked.problems),
    "gitlab": lambda checked: gitlab_code_quality(checked.problems),
    "sarif": lambda checked: sarif(checked.problems),
    "markdown": lambda checked: receipts(checked.results, checked.problems),
}


@click.command(help="检查报告。不给路径时检查整个网站；给出路径时只检查这些文件或文件夹。")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[路径]...")
@content_option
@today_option
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text", help="输出格式。")
def check(paths: tuple[Path, ...], content: Path, today: date, form: str) -> int:
    """Print every problem; 1 if there is an unaccepted error, else 0."""
    checked = check_files(paths, content, today) if paths else check_site(content, today)
    click.echo(FORMATS[form](checked), nl=False)
    return int(any(problem.blocks for problem in checked.problems))


def check_site(content: Path, today: date) -> Checked:
    """Check every report of the site."""
    corpus = gather(read_site(content.resolve()), today, progress=progress_bar())
    problems = (
        replace(problem, file=(content / problem.file).as_posix()) if problem.file else problem
        for problem in all_diagnostics(corpus)
    )
    results: list[Report | Unread] = [*corpus.reports, *corpus.unread]
    return Checked(tuple(sorted(results, key=lambda item: str(item.path))), tuple(problems))


def check_files(paths: tuple[Path, ...], content: Path, today: date) -> Checked:
    """Check single files or folders, inside or outside a site."""
    site = site_of(content)
    results: list[Report | Unread] = []
    problems: list[Diagnostic] = []
    for path in _files(paths):
        inside = site is not None and path.absolute().is_relative_to(site.content)
        item = submission(path.absolute(), site.content if inside and site else path.absolute().parent)
        result = read_submission(item, Run(site if inside else None, today))
        results.append(result)
        beside = str(item.path.with_suffix(".yml"))
        for problem in result.diagnostics:
            shown = {str(item.path): str(path), beside: str(path.with_suffix(".yml"))}
            problems.append(replace(problem, file=shown.get(problem.file or "", problem.file)))
    return Checked(tuple(results), tuple(problems))


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
