"""20,000 damaged files: only documents and declared refusals, never a traceback, a hang, a dead reader or growth."""

from __future__ import annotations

import os
import sys
from concurrent.futures import ProcessPoolExecutor

from tests.intake.fuzz import fuzz

_FILES = 20_000
_SLICE = 500


def _slice(seed: int) -> list[str]:
    os.environ["GONGKAI_SOFFICE"] = ""  # LibreOffice is not what is tried here
    return list(fuzz(_SLICE, seed))


def audit_damaged_files(files: int = _FILES) -> int:
    """Print what went wrong; the number of findings is the exit code."""
    with ProcessPoolExecutor(max_workers=2) as pool:
        findings = [line for lines in pool.map(_slice, range(1000, 1000 + files // _SLICE)) for line in lines]
    print("\n".join(findings))
    print(f"{files:,} damaged files, {len(findings)} findings")
    return len(findings)


if __name__ == "__main__":
    sys.exit(min(1, audit_damaged_files(int(sys.argv[1]) if len(sys.argv) > 1 else _FILES)))
