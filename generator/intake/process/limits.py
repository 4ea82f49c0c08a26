"""Limits that the operating system keeps for a process."""

from __future__ import annotations

import contextlib
import re
import resource
from pathlib import Path


def limit_process(*, memory: int, files: int, cpu: int | None = None) -> None:
    """Limit this process for good: bytes of address space and of any file it writes, seconds of processor time."""
    _lower(resource.RLIMIT_AS, memory)
    _lower(resource.RLIMIT_FSIZE, files)
    _lower(resource.RLIMIT_CORE, 0)
    if cpu is not None:
        _lower(resource.RLIMIT_CPU, cpu)


def allow_seconds(seconds: int) -> None:
    """Let this process use that much more processor time than it has used; asked for anew before each file."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = int(used.ru_utime + used.ru_stime) + seconds
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))


def memory_used() -> int:
    """The most memory in bytes that this process ever held since it started its program.

    `ru_maxrss` will not do where /proc is there: it keeps what the process held that forked this one.
    """
    with contextlib.suppress(OSError):
        found = re.search(r"^VmHWM:\s*(\d+) kB$", Path("/proc/self/status").read_text(encoding="ascii"), re.MULTILINE)
        if found:
            return int(found[1]) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def _lower(kind: int, value: int) -> None:
    _, hard = resource.getrlimit(kind)
    allowed = value if hard == resource.RLIM_INFINITY else min(value, hard)
    with contextlib.suppress(ValueError, OSError):  # a system that forbids even lowering it
        resource.setrlimit(kind, (allowed, allowed))
