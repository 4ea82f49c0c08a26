"""`gongkai hook`: runs the guard before every commit of this repository."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

import click

import generator
from generator.commands.chinese import Group
from generator.commands.git import answer
from generator.commands.options import content_option

MARK = "# installed by: gongkai hook install"
KEPT = "pre-commit.before-gongkai"
"""The name under which a hook that was there before is kept with --chain."""

SCRIPT = """\
#!/bin/sh
{mark}
# 提交前检查将要提交的文件里有没有个人信息、涉密和内部标志。去掉它：gongkai hook remove
hooks=$(dirname "$0")
if [ -x "$hooks/{kept}" ]; then
    "$hooks/{kept}" "$@" || exit $?
fi
content={content}
[ -d "$content" ] || exit 0
python={python}
if [ ! -x "$python" ]; then
    echo "提交前检查没有运行：找不到 $python。请重新运行 gongkai hook install。" >&2
    exit 1
fi
PYTHONPATH={code}${{PYTHONPATH:+:$PYTHONPATH}} "$python" -m generator guard --staged --content "$content" >&2 && exit 0
echo "没有提交。改正上面的问题，git add 之后再提交。" >&2
exit 1
"""


@click.group(cls=Group, help="安装或去掉提交前的检查（git 钩子）。")
def hook() -> None:
    """Group install and remove."""


@hook.command(help="安装：以后每次提交前自动检查内容目录中将要提交的文件。")
@content_option
@click.option("--chain", is_flag=True, help="已有别的钩子时保留它，先运行它，再检查。")
def install(content: Path, *, chain: bool) -> int:
    """Install the hook; 1 if another hook is there that must not be overwritten silently."""
    hooks = _hooks_folder()
    place = hooks / "pre-commit"
    if place.exists() or place.is_symlink():
        ours = place.is_file() and MARK in place.read_text(encoding="utf-8", errors="replace")
        if not ours and not chain:
            click.echo(f"{place} 已经有别的钩子，没有改动。要两个都用：gongkai hook install --chain", err=True)
            return 1
        if not ours:
            if (hooks / KEPT).exists():
                click.echo(f"{hooks / KEPT} 已经存在，没有改动。请先处理它。", err=True)
                return 1
            place.rename(hooks / KEPT)
    hooks.mkdir(parents=True, exist_ok=True)
    text = SCRIPT.format(
        mark=MARK,
        kept=KEPT,
        content=shlex.quote(_from_top(content)),
        python=shlex.quote(sys.executable),
        code=shlex.quote(str(Path(generator.__file__).parent.parent)),
    )
    part = hooks / ".pre-commit.part"
    part.write_text(text, encoding="utf-8")
    part.chmod(0o755)
    part.replace(place)
    click.echo(f"已安装：{place}。以后每次提交前自动检查。")
    return 0


@hook.command(help="去掉提交前的检查；原来的钩子恢复原样。")
def remove() -> int:
    """Remove our hook; 1 if the hook there is not ours."""
    hooks = _hooks_folder()
    place = hooks / "pre-commit"
    if not place.is_file():
        click.echo("没有安装提交前的检查。")
        return 0
    if MARK not in place.read_text(encoding="utf-8", errors="replace"):
        click.echo(f"{place} 不是 gongkai 安装的，没有改动。", err=True)
        return 1
    place.unlink()
    if (hooks / KEPT).exists():
        (hooks / KEPT).rename(place)
    click.echo("已去掉提交前的检查。")
    return 0


def _hooks_folder() -> Path:
    """Where git looks for hooks of this repository and its worktrees; refused if other repositories share it."""
    folder = Path(answer("rev-parse", "--git-path", "hooks")).resolve()
    common = Path(answer("rev-parse", "--git-common-dir")).resolve()
    top = Path(answer("rev-parse", "--show-toplevel")).resolve()
    if not folder.is_relative_to(common) and not folder.is_relative_to(top):
        message = f"git 的钩子目录 {folder} 是几个仓库共用的（core.hooksPath），没有改动"
        raise click.ClickException(message)
    return folder


def _from_top(content: Path) -> str:
    """The content folder relative to the top of the repository: a hook runs there, in every worktree."""
    top = Path(answer("rev-parse", "--show-toplevel")).resolve()
    try:
        return content.resolve().relative_to(top).as_posix()
    except ValueError:
        message = f"内容目录 {content} 不在这个仓库里"
        raise click.ClickException(message) from None
