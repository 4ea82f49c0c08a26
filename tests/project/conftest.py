"""What the tests of the project itself look at."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
MADE_AT_TOP = {".git", ".hypothesis", ".venv", "build", "site"}
MADE_ANYWHERE = ("_cache", "__pycache__", ".egg-info", "node_modules")


@pytest.fixture(scope="session")
def own_files() -> tuple[Path, ...]:
    """Every file of the project that somebody wrote, as absolute paths."""
    return tuple(sorted(_own_files(ROOT)))


@pytest.fixture(scope="session")
def python_files(own_files: tuple[Path, ...]) -> tuple[Path, ...]:
    """The Python files among them, without the scorer, which is kept as it is."""
    return tuple(path for path in own_files if path.suffix == ".py" and path.name != "score.py")


def _own_files(folder: Path) -> list[Path]:
    found = []
    for path in folder.iterdir():
        if path.is_dir() and not path.is_symlink():
            found += [] if _is_made(path) else _own_files(path)
        elif path.is_file():
            found.append(path)
    return found


def _is_made(folder: Path) -> bool:
    return folder.name.endswith(MADE_ANYWHERE) or (folder.parent == ROOT and folder.name in MADE_AT_TOP)
