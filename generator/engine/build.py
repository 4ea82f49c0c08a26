"""Runs a MkDocs build into a new folder and swaps it in only when it is whole."""

from __future__ import annotations

import ctypes
import fcntl
import logging
import os
import shutil
import tempfile
import warnings
from collections.abc import Callable
from pathlib import Path

from generator.engine.hook import LEAVE_OUT

Step = Callable[[str], None]
"""Called with the name of each step when it begins."""


class BuildFailedError(Exception):
    """The site could not be built; the message is Chinese and the old site is untouched."""


def build_site(config_file: Path, site_dir: Path | None, *, leave_out: bool, step: Step = lambda _: None) -> Path:
    """Build the site of `config_file`; returns the folder. Raises `BuildFailedError` and leaves the old site alone.

    `step` is called with the name of each step when it begins. Killed at any point, the old site is there and whole.
    """
    # Material prints a notice on MkDocs 2 from its plugin code at import; the decision is in the README.
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    with warnings.catch_warnings():
        # MkDocs and Material import modules that warn about their own future; nothing here can act on it.
        warnings.simplefilter("ignore", DeprecationWarning)
        from mkdocs.commands.build import build  # noqa: PLC0415  (inside the warnings filter)
        from mkdocs.config import load_config  # noqa: PLC0415
        from mkdocs.exceptions import Abort, ConfigurationError  # noqa: PLC0415

    if leave_out:
        os.environ[LEAVE_OUT] = "1"
    else:
        os.environ.pop(LEAVE_OUT, None)
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    try:
        config = load_config(str(config_file))
        final = Path(site_dir if site_dir is not None else config.site_dir).absolute()
        final.parent.mkdir(parents=True, exist_ok=True)
        _clear_leftovers(final)
        with tempfile.TemporaryDirectory(dir=final.parent, prefix=f".{final.name}-") as workspace:
            claim = os.open(workspace, os.O_RDONLY)
            fcntl.flock(claim, fcntl.LOCK_EX)
            fresh = Path(workspace) / "site"
            config.site_dir = str(fresh)
            config.strict = True
            step("生成")
            build(config)
            step("换上")
            swap(fresh, final, Path(workspace) / "old")
            step("清理")
            os.close(claim)
    except ConfigurationError as error:
        message = f"mkdocs.yml 有误：{error}"
        raise BuildFailedError(message) from None
    except Abort as error:
        message = "网站没有生成；上一次生成的网站保持不变。"
        raise BuildFailedError(message) from error
    return final


def swap(fresh: Path, final: Path, old: Path) -> None:
    """Put the folder `fresh` in the place of `final`; the former one, if there was one, goes to `old` or `fresh`.

    Linux exchanges two folders in one step (renameat2, RENAME_EXCHANGE), so that there is a whole site at every
    moment. Where the file system cannot, two renamings leave an instant without one.
    """
    fresh.chmod(0o755)
    if final.exists() and _exchange(fresh, final):
        return
    if final.exists():
        final.rename(old)
    try:
        fresh.rename(final)
    except OSError:
        if old.exists() and not final.exists():
            old.rename(final)
        raise


def _exchange(one: Path, other: Path) -> bool:
    libc = ctypes.CDLL(None, use_errno=True)
    if not hasattr(libc, "renameat2"):
        return False
    here, exchange = -100, 2  # AT_FDCWD, RENAME_EXCHANGE (linux/fs.h)
    return bool(libc.renameat2(here, os.fsencode(one), here, os.fsencode(other), exchange) == 0)


def _clear_leftovers(final: Path) -> None:
    """Remove the workspaces of builds that were killed; one that is at work holds a lock on its own."""
    for leftover in final.parent.glob(f".{final.name}-*"):
        claim = os.open(leftover, os.O_RDONLY)
        try:
            fcntl.flock(claim, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            continue
        finally:
            os.close(claim)
        shutil.rmtree(leftover, ignore_errors=True)
