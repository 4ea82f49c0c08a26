"""How fast each format is read, on one core, beside well-known libraries on the same files in the same run.

    python -m tests.benchmark.intake_formats

Rates are files a second of processor time, in process: the reader with the cleaning after it, and the reader alone,
which does what the libraries do. The last lines show what the child process adds. Goals for the reader alone: DOCX and
HTML at least as fast as the faster of the libraries, PDF and OFD at least 10 files a second; every hostile sample is
answered within 2 seconds. A library that is not installed is left out, and said so.
"""

from __future__ import annotations

import importlib
import sys
import time
from io import BytesIO
from typing import TYPE_CHECKING

from generator.intake import read_bytes
from generator.intake.clean import clean
from generator.intake.limits import DEFAULT
from generator.intake.process.keeper import KEEPER
from generator.intake.readers import READERS
from generator.intake.refusal import Refusal
from generator.model.document import Original
from tests.intake.samples import SAMPLES

if TYPE_CHECKING:
    from collections.abc import Callable

_SECONDS = 2.0
_GOALS = {"pdf": 10.0, "ofd": 10.0}
_HOSTILE_SECONDS = 2.0


def _ours(data: bytes, name: str) -> None:
    reader = next(reader for reader in READERS if reader.accepts(data, name))
    reading, _ = reader.read(data, DEFAULT)
    if reading is not None:
        clean(reading, Original(name, "", len(data), reader.MEDIA_TYPE, reader.NAME))


def _reader_alone(data: bytes, name: str) -> None:
    next(reader for reader in READERS if reader.accepts(data, name)).read(data, DEFAULT)


def _python_docx(data: bytes, _name: str) -> None:
    document = importlib.import_module("docx").Document(BytesIO(data))
    _ = "\n".join(paragraph.text for paragraph in document.paragraphs)
    _ = [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]


def _mammoth(data: bytes, _name: str) -> None:
    importlib.import_module("mammoth").convert_to_html(BytesIO(data))


def _pypdf(data: bytes, _name: str) -> None:
    reader = importlib.import_module("pypdf").PdfReader(BytesIO(data))
    _ = [page.extract_text() for page in reader.pages]


def _pdfium(data: bytes, _name: str) -> None:
    document = importlib.import_module("pypdfium2").PdfDocument(data)
    _ = [page.get_textpage().get_text_bounded() for page in document]
    document.close()


def _trafilatura(data: bytes, _name: str) -> None:
    importlib.import_module("trafilatura").extract(data, include_tables=True)


RIVALS: dict[str, dict[str, Callable[[bytes, str], None]]] = {
    "docx": {"python-docx": _python_docx, "mammoth": _mammoth},
    "pdf": {"pypdf": _pypdf, "pypdfium2, text only": _pdfium},
    "html": {"trafilatura": _trafilatura},
}


def rates(readers: dict[str, Callable[[bytes, str], None]], files: list[tuple[bytes, str]]) -> dict[str, float]:
    """Files a second of processor time, warm: the best of many rounds in which the readers take turns.

    A reader that is not installed is left out; files that one cannot read are not timed for it.
    """
    usable = {name: _usable(read, files) for name, read in readers.items()}
    best: dict[str, float] = {}
    start = time.perf_counter()
    while time.perf_counter() - start < _SECONDS * len(readers):
        for name, read in readers.items():
            begin = time.process_time()
            for data, file in usable[name]:
                read(data, file)
            taken = time.process_time() - begin
            if usable[name] and taken:
                best[name] = max(best.get(name, 0.0), len(usable[name]) / taken)
    return best


def _usable(read: Callable[[bytes, str], None], files: list[tuple[bytes, str]]) -> list[tuple[bytes, str]]:
    usable = []
    for data, name in files:
        try:
            read(data, name)
        except ImportError:
            return []
        except Exception:  # noqa: BLE001, S112 — what a library cannot read is not timed
            continue
        usable.append((data, name))
    return usable


def _files(folder: str) -> list[tuple[bytes, str]]:
    found = [(path.read_bytes(), path.name) for path in sorted((SAMPLES / folder).iterdir())]
    return [(data, name) for data, name in found if _is_read(data, name)]


def _is_read(data: bytes, name: str) -> bool:
    try:
        _ours(data, name)
    except Refusal:
        return False
    return True


def main() -> int:
    """Print a line for each format and reader; the number of goals missed is the exit code."""
    missed = 0
    print(f"{'format':8}{'files':>6}  {'reader':24}{'files/s':>9}{'ms':>8}")
    for folder in ("txt", "md", "docx", "html", "pdf", "ofd"):
        files = _files(folder)
        readers = {"gongkai": _ours, "gongkai, reader alone": _reader_alone} | RIVALS.get(folder, {})
        found = rates(readers, files)
        for name in readers:
            shown = f"{found[name]:9.0f}{1000 / found[name]:8.1f}" if name in found else "   not installed"
            print(f"{folder:8}{len(files):6}  {name:24}{shown}")
        goal = _GOALS.get(folder) or max((found.get(name, 0.0) for name in RIVALS.get(folder, {})), default=0.0)
        if found["gongkai, reader alone"] < goal:
            print(f"{'':16}missed: {goal:.0f} files/s")
            missed += 1
    missed += _child()
    return missed + _hostile()


def _child() -> int:
    files = _files("docx")
    count, start = 0, time.perf_counter()
    while time.perf_counter() - start < _SECONDS:
        for data, name in files:
            read_bytes(data, name)
        count += len(files)
    through = count / (time.perf_counter() - start)
    print(f"\nthrough the child process: {through:.0f} DOCX files/s, peak memory {KEEPER.peak / 1e6:.0f} MB")
    return 0


def _hostile() -> int:
    slowest, most = "", 0.0
    for path in sorted((SAMPLES / "hostile").iterdir()):
        start = time.perf_counter()
        read_bytes(path.read_bytes(), path.name)
        if (taken := time.perf_counter() - start) > most:
            slowest, most = path.name, taken
    print(f"slowest hostile sample: {slowest}, {most:.2f} s (goal {_HOSTILE_SECONDS:.0f} s)")
    return most > _HOSTILE_SECONDS


if __name__ == "__main__":
    sys.exit(main())
