"""`gongkai guard`: what must never be published, found before it is committed. No report is read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from generator.commands.chinese import Command
from generator.commands.git import git, names
from generator.commands.options import content_option, site_of
from generator.guard import conceal_path, scan_bytes
from generator.model.diagnostic import Diagnostic
from generator.reporting.github import github_commands
from generator.reporting.gitlab import gitlab_code_quality
from generator.reporting.history import how_to_take_out
from generator.reporting.problems_json import problems_json
from generator.reporting.sarif import sarif
from generator.reporting.terminal import format_problems
from generator.rules import judge_file
from generator.safeguard import read_text

PASSED_OVER = (".git", "~$", ".DS_Store", "Thumbs.db")


@dataclass(frozen=True, slots=True)
class Given:
    """A file to look at: its path as the caller sees it, and its bytes."""

    path: str
    data: bytes


FORMATS: dict[str, Callable[[tuple[Diagnostic, ...]], str]] = {
    "text": format_problems,
    "json": problems_json,
    "github": github_commands,
    "gitlab": gitlab_code_quality,
    "sarif": sarif,
}


@click.command(
    cls=Command,
    help="提交之前检查个人信息、涉密和内部标志。不给路径时检查整个内容目录。命中的内容只以遮掩形式显示，涉密标志不显示。",
)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[路径]...")
@content_option
@click.option("--staged", is_flag=True, help="只检查将要提交（git add 过）的文件，按将要提交的内容检查。")
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text", help="输出格式。")
def guard(paths: tuple[Path, ...], content: Path, form: str, *, staged: bool) -> int:
    """Print what was found, masked; 1 if something must not be published, else 0."""
    wanted = paths or (content,)
    site = site_of(content)
    settings = site.settings if site else None
    problems: list[Diagnostic] = []
    count = 0
    for given in _staged(wanted) if staged else _files(wanted):
        count += 1
        scan = scan_bytes(given.data, given.path.rpartition("/")[2], read_text)
        problems += judge_file(scan, conceal_path(given.path), settings)
    click.echo(FORMATS[form](tuple(problems)), nl=False)
    blocked = any(problem.blocks for problem in problems)
    if form == "text":
        click.echo(how_to_take_out(problems), nl=False)
        click.echo(_summary(count, problems, blocked=blocked))
    return int(blocked)


def _summary(count: int, problems: Iterable[Diagnostic], *, blocked: bool) -> str:
    serious = sum(problem.blocks for problem in problems)
    others = sum(not problem.blocks for problem in problems)
    if blocked:
        found = f"{serious} 处不能公开的内容" + (f"，{others} 处需要人核对" if others else "")
        return f"检查了 {count} 个文件：有 {found}。请先改正。"
    return f"检查了 {count} 个文件：" + (f"{others} 处需要人核对。" if others else "没有发现不能公开的内容。")


def _files(paths: tuple[Path, ...]) -> Iterator[Given]:
    for path in paths:
        if path.is_dir():
            for inner in sorted(path.rglob("*")):
                if inner.is_file() and not inner.is_symlink() and not inner.name.startswith(PASSED_OVER):
                    yield Given(inner.as_posix(), inner.read_bytes())
        elif path.is_file():
            yield Given(path.as_posix(), path.read_bytes())
        else:
            message = f"找不到文件：{path}"
            raise click.ClickException(message)


def _staged(paths: tuple[Path, ...]) -> Iterator[Given]:
    """The files of the index that the next commit adds or changes, with the bytes that it would hold."""
    listing = ("diff", "--cached", "--name-only", "--no-renames", "--diff-filter=ACMT", "--relative", "-z")
    for name in names(*listing, "--", *(f":(literal){path.as_posix()}" for path in paths)):
        shown = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
        yield Given(shown, git("cat-file", "blob", f":./{name}"))
