"""Hostile files: refused or read without harm, in little time and memory, without touching disk or network."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from generator.intake import read_bytes
from tests.intake.bombs import BOMBS
from tests.intake.build_zip import zipped
from tests.intake.listening import heard_at
from tests.intake.samples import SAMPLES

if TYPE_CHECKING:
    from collections.abc import Iterator

_CANARY = Path("/intake-canary/secret.txt")
_PORTS = range(8765, 9999)
_PORT = b"127.0.0.1:8765"
_MEMORY = 200_000_000
_SECONDS = 20

_PROGRAM = """
import json, sys, time
from pathlib import Path
from generator.intake import read_bytes
from generator.intake.process.keeper import KEEPER
from generator.intake.process.limits import memory_used
answers = {}
for path in map(Path, sys.argv[1:]):
    start = time.monotonic()
    document, diagnostics = read_bytes(path.read_bytes(), path.name)
    answers[path.name] = [
        None if document is None else document.text, [one.code for one in diagnostics], time.monotonic() - start
    ]
print(json.dumps({"answers": answers, "own": memory_used(), "child": KEEPER.peak}))
"""


@pytest.fixture(scope="module")
def bombs(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("bombs")
    for name, make in BOMBS.items():
        (folder / name).write_bytes(make())
    return sorted(folder.iterdir())


@dataclass(slots=True)
class Listener:
    """A listener that no reader may ever reach: its address, and who did."""

    address: bytes
    heard: list[str]


@pytest.fixture
def listener() -> Iterator[Listener]:
    """A local port of four digits, as the samples have it, that somebody listens at."""
    with _server() as server, heard_at(server) as heard:
        yield Listener(f"127.0.0.1:{server.getsockname()[1]}".encode("ascii"), heard)


def _server() -> socket.socket:
    for port in _PORTS:
        try:
            return socket.create_server(("127.0.0.1", port))
        except OSError:
            continue
    raise AssertionError("no free port")


def _pointing_at(path: Path, address: bytes) -> bytes:
    # The sample with its own listener's address in the place of the one that it was made with.
    data = path.read_bytes()
    if _PORT in data:
        return data.replace(_PORT, address)
    if not zipfile.is_zipfile(path):
        return data
    with zipfile.ZipFile(path) as archive:
        members = {member.filename: archive.read(member) for member in archive.infolist() if member.file_size < 10**6}
    if not any(_PORT in body for body in members.values()):
        return data
    return zipped({name: body.replace(_PORT, address) for name, body in members.items()})


@pytest.fixture
def canary() -> Iterator[None]:
    """The secret file that hostile samples point at, where this user may put it."""
    made = False
    try:
        _CANARY.parent.mkdir()
        _CANARY.write_text("CANARY-SECRET", encoding="utf-8")
        made = True
    except OSError:
        pass
    yield
    if made:
        _CANARY.unlink()
        _CANARY.parent.rmdir()


def _run(paths: list[Path], folder: Path) -> dict[str, Any]:
    environment = dict(os.environ, TMPDIR=str(folder / "tmp"), PYTHONPATH=os.pathsep.join(filter(None, sys.path)))
    for name in ("tmp", "work"):
        (folder / name).mkdir()
    done = subprocess.run(
        [sys.executable, "-B", "-c", _PROGRAM, *map(str, paths)],
        capture_output=True, text=True, encoding="utf-8", check=True, cwd=folder / "work", env=environment,
    )  # fmt: skip
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


@pytest.mark.usefixtures("canary")
def test_hostile_samples_do_no_harm(tmp_path: Path, listener: Listener) -> None:
    samples = [*(SAMPLES / "hostile").iterdir(), *(SAMPLES / "md").iterdir()]
    paths = []
    for sample in sorted(sample for sample in samples if sample.suffix != ".json"):
        paths.append(tmp_path / sample.name)
        paths[-1].write_bytes(_pointing_at(sample, listener.address))
    answer = _run(paths, tmp_path)
    answers: dict[str, tuple[str | None, list[str], float]] = answer["answers"]
    assert [name for name, (text, _, _) in answers.items() if text and "CANARY" in text] == []
    assert [name for name, (_, _, seconds) in answers.items() if seconds > _SECONDS] == []
    assert max(answer["own"], answer["child"]) < _MEMORY
    assert listener.heard == []
    assert [*(tmp_path / "tmp").iterdir(), *(tmp_path / "work").iterdir()] == []


def test_bombs_are_refused_in_little_time_and_memory(bombs: list[Path], tmp_path: Path) -> None:
    answer = _run(bombs, tmp_path)
    answers: dict[str, tuple[str | None, list[str], float]] = answer["answers"]
    assert {name: codes for name, (text, codes, _) in answers.items() if text is not None} == {}
    assert {name: seconds for name, (_, _, seconds) in answers.items() if seconds > _SECONDS} == {}
    assert {codes[0] for _, codes, _ in answers.values()} <= {"G012", "G014", "G015", "G026"}
    assert max(answer["own"], answer["child"]) < _MEMORY


@pytest.mark.parametrize(
    "data",
    [
        b"\x00" * 1_000_000,
        b"a" * 7_900_000,
        b"[*" * 3_900_000,
        b"\x00\n" * 3_900_000,
        "，\n".encode() * 1_900_000,
        "**（\n".encode() * 900_000,
        b"[bookmark:" * 700_000,
        b"HYPERLINK " * 700_000,
        b"\x1b[1" * 2_000_000,
        "“".encode() * 900_000,
    ],
    ids=lambda data: repr(data[:12]),
)
def test_huge_texts_are_answered_in_bounded_time(data: bytes) -> None:
    for name in ("a.txt", "a.md"):
        document, diagnostics = read_bytes(data, name)
        assert document is not None or diagnostics


@pytest.mark.parametrize(
    "piece", ["<!--", "[a](", "![", "`a", "|a", "__a", "<b ", "&#1", "> ", "| - | - |\n", "***a", "\\"]
)
def test_markdown_that_repeats_one_sign(piece: str) -> None:
    document, diagnostics = read_bytes((piece * 60_000).encode(), "a.md")
    assert document is not None or diagnostics
