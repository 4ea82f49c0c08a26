"""The command line in the process of the test: as quick as a function, with the real exit code and both outputs."""

from __future__ import annotations

import contextlib
import io
from dataclasses import dataclass
from pathlib import Path

from generator.commands import main


@dataclass(frozen=True, slots=True)
class Done:
    """What a command left: its exit code and what it printed."""

    returncode: int
    stdout: str
    stderr: str


def gongkai(folder: Path, *arguments: str) -> Done:
    """Run `gongkai ARGUMENTS` as if started in `folder`."""
    out, err = io.StringIO(), io.StringIO()
    code: object = None
    with contextlib.chdir(folder), contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            main(arguments)
        except SystemExit as end:
            code = end.code
    return Done(code if isinstance(code, int) else 1, out.getvalue(), err.getvalue())
