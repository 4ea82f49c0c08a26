"""The parent's side: one child that is used again and again, and killed with all it started when it breaks a limit."""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import selectors
import signal
import subprocess
import sys
import threading
from time import monotonic
from typing import TYPE_CHECKING

from generator.intake import problems
from generator.intake.process.codec import decode
from generator.intake.process.network import without_network

if TYPE_CHECKING:
    from generator.intake.limits import Limits
    from generator.model.diagnostic import Diagnostic
    from generator.model.document import Reading

_CHUNK = 1 << 16
_MOST_ANSWER = 200_000_000
_GRACE = 5
_ENVIRONMENT = ("PATH", "LD_LIBRARY_PATH", "VIRTUAL_ENV", "PYTHONPATH", "LANG", "LC_ALL", "SYSTEMROOT", "TMPDIR")


class ReaderBug(Exception):  # noqa: N818 — it names what it is
    """A reader raised an exception that is no refusal; the message is its traceback."""


class Keeper:
    """Keeps one child; a new one is started when there is none, and after every `limits.recycle` files."""

    def __init__(self) -> None:
        self._child: subprocess.Popen[bytes] | None = None
        self._served = 0
        self._lock = threading.Lock()
        self.peak = 0
        """The most memory in bytes that any child held."""

    def read(self, data: bytes, name: str, limits: Limits) -> tuple[Reading | None, tuple[Diagnostic, ...]]:
        """Let the child read the bytes; a child that dies or takes too long is killed, and the file refused."""
        _, answer, trouble = self._job("read", data, name, limits)
        return (None, trouble) if trouble else _decoded(answer)

    def scrub(self, data: bytes, name: str, limits: Limits) -> tuple[bytes | None, tuple[Diagnostic, ...]]:
        """Let the child make a copy without traces; None with an error if it cannot."""
        kind, answer, trouble = self._job("scrub", data, name, limits)
        if trouble:
            return None, trouble
        return (answer, ()) if kind == "copy" else (None, _decoded(answer)[1])

    def _job(self, job: str, data: bytes, name: str, limits: Limits) -> tuple[str, bytes, tuple[Diagnostic, ...]]:
        with self._lock:
            child = self._ready(limits)
            head = f"{job} {limits.cpu_seconds} {len(data)} {json.dumps(name)}\n".encode()
            try:
                kind, answer = self._ask(child, head + data, limits.wall_seconds)
            except TimeoutError:
                self.stop()
                return "", b"", (problems.TOO_SLOW.at(seconds=limits.wall_seconds),)
            except (OSError, EOFError, ValueError):
                self.stop()
                return "", b"", (problems.DIED.at(),)
        if kind == "bug":
            raise ReaderBug(answer.decode("utf-8", "replace"))
        return kind, answer, ()

    def stop(self) -> None:
        """Kill the child and everything in its group."""
        child, self._child = self._child, None
        if child is None:
            return
        kill_group(child)
        for pipe in (child.stdin, child.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()

    def _ready(self, limits: Limits) -> subprocess.Popen[bytes]:
        if self._child is not None and (self._child.poll() is not None or self._served >= limits.recycle):
            self.stop()
        if self._child is None:
            self._child = _start()
            self._served = 0
        self._served += 1
        return self._child

    def _ask(self, child: subprocess.Popen[bytes], question: bytes, seconds: int) -> tuple[str, bytes]:
        # Writes and reads at the same time: either side may have to wait for the other.
        if child.stdin is None or child.stdout is None:
            raise ValueError("a child without pipes")
        until = monotonic() + seconds
        left = memoryview(question)
        received = bytearray()
        with selectors.DefaultSelector() as waiting:
            waiting.register(child.stdin, selectors.EVENT_WRITE)
            waiting.register(child.stdout, selectors.EVENT_READ)
            while True:
                ready = waiting.select(until - monotonic())
                if monotonic() > until:
                    raise TimeoutError
                for key, _ in ready:
                    if key.fileobj is child.stdin:
                        left = left[os.write(child.stdin.fileno(), left[:_CHUNK]) :]
                        if not left:
                            waiting.unregister(child.stdin)
                        continue
                    chunk = os.read(child.stdout.fileno(), _CHUNK)
                    if not chunk or len(received) > _MOST_ANSWER:
                        raise EOFError
                    received += chunk
                    done = self._complete(received)
                    if done is not None:
                        return done

    def _complete(self, received: bytearray) -> tuple[str, bytes] | None:
        line, found, body = bytes(received).partition(b"\n") if b"\n" in received[:100] else (b"", b"", b"")
        if not found:
            return None
        kind, size, memory = line.decode("ascii").split(" ")
        if len(body) < int(size):
            return None
        self.peak = max(self.peak, int(memory))
        return kind, body


def kill_group(child: subprocess.Popen[bytes]) -> None:
    """Kill a process that leads a session, with everything in its group, and wait for it."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(child.pid, signal.SIGKILL)
    with contextlib.suppress(subprocess.TimeoutExpired):
        child.wait(_GRACE)


def _decoded(answer: bytes) -> tuple[Reading | None, tuple[Diagnostic, ...]]:
    try:
        return decode(answer)
    except (ValueError, KeyError, TypeError) as error:
        raise ReaderBug(f"an answer that is none: {answer[:200]!r}") from error


def _start() -> subprocess.Popen[bytes]:
    environment = {name: os.environ[name] for name in _ENVIRONMENT if name in os.environ}
    environment["PYTHONPATH"] = os.pathsep.join(path for path in sys.path if path)
    command = [*without_network(), sys.executable, "-B", "-m", "generator.intake.process.worker"]
    child = subprocess.Popen(  # noqa: S603 — a fixed program with fixed arguments
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        env=environment,
    )
    if child.stdin is not None:
        os.set_blocking(child.stdin.fileno(), False)
    return child


KEEPER = Keeper()
"""The one child of this process; threads take turns."""
atexit.register(KEEPER.stop)
