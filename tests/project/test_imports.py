"""Which part may import which: the contracts of pyproject.toml."""

from __future__ import annotations

import subprocess
from pathlib import Path
from sysconfig import get_path

ROOT = Path(__file__).resolve().parent.parent.parent


def test_contracts_are_kept() -> None:
    command = [f"{get_path('scripts')}/lint-imports", "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
