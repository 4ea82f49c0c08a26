"""What the commands ask git."""

from __future__ import annotations

import subprocess
from pathlib import Path

import click


def git(*arguments: str, otherwise: str = "git 没有成功") -> bytes:
    """What git prints. Raises `click.ClickException` with the sentence `otherwise` and git's own words."""
    try:
        done = subprocess.run(["git", *arguments], capture_output=True, check=False)  # noqa: S603, S607
    except FileNotFoundError:
        message = "这台机器没有 git"
        raise click.ClickException(message) from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip()
        message = f"{otherwise}（{said}）"
        raise click.ClickException(message)
    return done.stdout


def answer(*arguments: str) -> str:
    """One line that git prints about the repository in which the command runs."""
    return git(*arguments, otherwise="这里不是 git 仓库").decode("utf-8").rstrip("\n")


def names(*arguments: str, otherwise: str = "git 没有成功") -> tuple[str, ...]:
    """A list of paths that git prints with `-z`; bytes that are no UTF-8 are kept as surrogates."""
    listed = git(*arguments, otherwise=otherwise).split(b"\0")
    return tuple(name.decode("utf-8", "surrogateescape") for name in listed if name)


def changed_files(branch: str) -> frozenset[Path]:
    """Every file of the working tree that differs from where it left `branch`, new files included; absolute paths."""
    top = Path(answer("rev-parse", "--show-toplevel"))
    unknown = f"不能与“{branch}”比较"
    since = names("diff", "--name-only", "-z", "--merge-base", branch, otherwise=unknown)
    new = names("-C", str(top), "ls-files", "--others", "--exclude-standard", "-z")
    return frozenset(top / name for name in (*since, *new))
