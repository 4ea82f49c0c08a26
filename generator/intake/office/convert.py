"""One conversion by LibreOffice: fresh profile, macros off, no network, limits, killed as a group."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from generator.intake import problems
from generator.intake.office.profile import write_profile
from generator.intake.process.keeper import kill_group
from generator.intake.process.network import without_network
from generator.intake.refusal import Refusal

if TYPE_CHECKING:
    from generator.intake.limits import Limits

_PROGRAMS = ("soffice", "libreoffice")
_SIGNS = {".doc": "doc", ".rtf": "rtf"}
_VERSION_SECONDS = 20


@cache
def find_office() -> str | None:
    """The program's path, None where LibreOffice is not installed; `GONGKAI_SOFFICE` names another or, empty, none."""
    chosen = os.environ.get("GONGKAI_SOFFICE")
    if chosen is not None:
        return chosen or None
    return next((found for name in _PROGRAMS if (found := shutil.which(name))), None)


@cache
def office_version(program: str) -> str:
    """The version that LibreOffice gives of itself, "" if it gives none."""
    try:
        answer = subprocess.run(  # noqa: S603 — the program that was found
            [program, "--version"],
            capture_output=True,
            timeout=_VERSION_SECONDS,
            check=False,
            text=True,
            encoding="utf-8",
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    found = re.search(r"\d+(?:\.\d+)+", answer.stdout)
    return found.group() if found else ""


def convert(
    data: bytes, suffix: str, program: str, limits: Limits, *, isolation: tuple[str, ...] | None = None
) -> bytes:
    """The same document as .docx; refuses what LibreOffice cannot read, or takes too long for.

    `isolation` is the command that cuts off the network; None takes the system's own.
    """
    before = without_network() if isolation is None else isolation
    with tempfile.TemporaryDirectory(prefix="gongkai-office-") as folder:
        work = Path(folder)
        write_profile(work / "profile")
        source = work / f"report{suffix}"
        source.write_bytes(data)
        (work / "out").mkdir()
        launch = [sys.executable, "-m", "generator.intake.process.launch"]
        limited = [*launch, str(limits.office_memory), str(limits.member), str(limits.office_seconds)]
        office = [
            program, "--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo",
            f"-env:UserInstallation={(work / 'profile').as_uri()}",
            "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(work / "out"), str(source),
        ]  # fmt: skip
        _run([*before, *limited, *office], work, limits)
        made = work / "out" / "report.docx"
        if not made.is_file() or not made.stat().st_size:
            raise Refusal(problems.DAMAGED.at(what="LibreOffice 打不开"))
        return made.read_bytes()


def _run(command: list[str], work: Path, limits: Limits) -> None:
    environment = {
        "PATH": os.environ.get("PATH", os.defpath),
        "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
        "HOME": str(work),
        "TMPDIR": str(work),
        "LANG": "C.UTF-8",
        "SAL_USE_VCLPLUGIN": "svp",
        "http_proxy": "http://127.0.0.1:9",
        "https_proxy": "http://127.0.0.1:9",
    }
    child = subprocess.Popen(  # noqa: S603 — a fixed program with fixed arguments
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        env=environment,
        cwd=work,
    )
    try:
        child.wait(limits.office_seconds)
    except subprocess.TimeoutExpired as error:
        raise Refusal(problems.TOO_SLOW.at(seconds=limits.office_seconds)) from error
    finally:
        kill_group(child)
