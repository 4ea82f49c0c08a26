"""Writes the planned files into a folder, touching only what changed."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from generator.model.report import SiteFile

KEPT = frozenset({".gitkeep", ".gitignore"})
"""Files of the folder that are not the site's: they keep it in the repository."""


def write_site(files: Iterable[SiteFile], copies: Iterable[tuple[Path, str]], folder: Path) -> int:
    """Make `folder` hold exactly these files; returns how many were written anew.

    A file whose bytes are already there is not touched, so that a watching server does not rebuild for nothing.
    Raises `ValueError` if two files claim one path.
    """
    folder.mkdir(parents=True, exist_ok=True)
    wanted: set[str] = set()
    written = 0

    def put(path: str, data: bytes) -> int:
        if path in wanted:
            message = f"two files for one path: {path}"
            raise ValueError(message)
        wanted.add(path)
        target = folder / path
        if target.is_file() and target.stat().st_size == len(data) and target.read_bytes() == data:
            return 0
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
        return 1

    for file in files:
        written += put(file.path, file.data)
    for source, path in copies:
        written += put(path, source.read_bytes())
    _remove_others(folder, wanted)
    return written


def _remove_others(folder: Path, wanted: set[str]) -> None:
    for place, _, names in os.walk(folder, topdown=False):
        here = Path(place)
        for name in names:
            relative = (here / name).relative_to(folder).as_posix()
            if relative not in wanted and name not in KEPT:
                (here / name).unlink()
        if here != folder and not any(here.iterdir()):
            shutil.rmtree(here)
