"""Runs a program under limits: `python -m generator.intake.process.launch MEMORY FILES SECONDS PROGRAM …`."""

from __future__ import annotations

import os
import sys

from generator.intake.process.limits import limit_process


def main() -> None:
    """Limit this process and become the program."""
    memory, files, seconds, *command = sys.argv[1:]
    limit_process(memory=int(memory), files=int(files), cpu=int(seconds))
    os.execvp(command[0], command)  # noqa: S606 — the caller chose the program


if __name__ == "__main__":
    main()
