"""Keeps what was worked out from many files beside Python's compiled modules, so that a command need not begin anew.

Reading the catalogue of indicators takes several times as long as reading back what comes of it. What is kept is valid
for exactly these files, read by exactly this code; it may be deleted at any time. It lies where compiled modules lie
(`__pycache__`, or where Python was told to put them), even if Python was told to write none, and is trusted as they
are.
"""

from __future__ import annotations

import contextlib
import pickle
import tempfile
from hashlib import blake2b
from importlib.util import cache_from_source
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

T = TypeVar("T")

_CODE = Path(__file__).parent
_READABLE = 0o644
"""Whoever may run the program may read what it keeps, as with a compiled module."""


def prepared(folder: Path, sources: Sequence[Path], work_out: Callable[[], T]) -> T:
    """What `work_out` makes of the files `sources`, from an earlier time if neither they nor this package changed.

    `folder` names what is kept; files that cannot be read are left to `work_out`. Whatever `work_out` raises is raised,
    and nothing kept. A folder that cannot be written, or a kept file that cannot be read, only costs time.
    """
    kept = Path(cache_from_source(str(folder.with_suffix(".py")))).with_suffix(".prepared")
    try:
        state = _state(folder, [*sorted(_CODE.glob("*.py")), *sources])
    except OSError:
        return work_out()
    with contextlib.suppress(OSError):
        data = kept.read_bytes()
        body = memoryview(data)[2 * len(state) :]
        if data.startswith(state + blake2b(body).digest()):
            found: T = pickle.loads(body)  # noqa: S301 - as trusted as compiled code
            return found
    made = work_out()
    dumped = pickle.dumps(made, pickle.HIGHEST_PROTOCOL)
    with contextlib.suppress(OSError):
        _write(kept, state + blake2b(dumped).digest() + dumped)
    return made


def _state(folder: Path, files: Sequence[Path]) -> bytes:
    """A fingerprint of the files by name and content, and of the folder: what is kept may hold paths."""
    found = blake2b(f"{folder}\0".encode())
    for path in files:
        data = path.read_bytes()
        found.update(f"{path.name}\0{len(data)}\0".encode())
        found.update(data)
    return found.digest()


def _write(path: Path, data: bytes) -> None:
    """Put the whole file in place at once: several commands may run at the same time."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=path.stem, delete=False) as file:
        own = Path(file.name)
        try:
            file.write(data)
            file.close()
            own.chmod(_READABLE)
            own.replace(path)
        except BaseException:  # an interrupted command leaves nothing behind either
            own.unlink()
            raise
