"""Runs a MkDocs build into a new folder and swaps it in only when it is whole."""

from __future__ import annotations

import logging
import os
import shutil
import tempfile
import warnings
from pathlib import Path

from generator.engine.hook import LEAVE_OUT


class BuildFailedError(Exception):
    """The site could not be built; the message is Chinese and the old site is untouched."""


def build_site(config_file: Path, site_dir: Path | None, *, leave_out: bool) -> Path:
    """Build the site of `config_file`; returns the folder. Raises `BuildFailedError` and leaves the old site alone."""
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
        with tempfile.TemporaryDirectory(dir=final.parent, prefix=f".{final.name}-") as workspace:
            fresh = Path(workspace) / "site"
            config.site_dir = str(fresh)
            config.strict = True
            build(config)
            _swap(fresh, final, Path(workspace) / "old")
    except ConfigurationError as error:
        message = f"mkdocs.yml 有误：{error}"
        raise BuildFailedError(message) from None
    except Abort as error:
        message = "网站没有生成；上一次生成的网站保持不变。"
        raise BuildFailedError(message) from error
    return final


def _swap(fresh: Path, final: Path, old: Path) -> None:
    fresh.chmod(0o755)
    if final.exists():
        final.rename(old)
    try:
        fresh.rename(final)
    except OSError:
        if old.exists() and not final.exists():
            old.rename(final)
        raise
    shutil.rmtree(old, ignore_errors=True)
