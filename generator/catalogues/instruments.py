"""The catalogue of instruments that reports cite: laws, regulations, party rules, national plans (`instruments/`)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path

from generator.catalogues.load import CatalogueError, load

FOLDER = Path(__file__).with_name("instruments")
STATE = "中华人民共和国"
"""The prefix with which, or without which, a law is cited."""

_SPELLING = str.maketrans(
    {"(": "（", ")": "）", "-": "—", "–": "—", "－": "—", "~": "—", "～": "—", "〈": "", "〉": ""}
)
_DROPPED = str.maketrans("", "", " \t\u3000\u00a0<>＜＞《》“”‘’\"'")


class InstrumentKind(StrEnum):
    """What a cited title is: something binding, a plan or other paper, a document number, or none of these."""

    LAW = "law"
    PLAN = "plan"
    DOCUMENT = "document"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Instrument:
    """One instrument. `name` is its full official name, `short` other spellings; the prefix 中华人民共和国 may go.

    `repealed` is the day on which it ceased to have effect, None if it has effect or nobody is sure; `by` is the id of
    what took its place, "" if nothing is named.
    """

    id: str
    name: str
    kind: InstrumentKind
    short: tuple[str, ...] = ()
    repealed: date | None = None
    by: str = ""


@dataclass(frozen=True, slots=True)
class InstrumentRow:
    """An entry as written: like `Instrument`, but `kind` may be left to the file."""

    id: str
    name: str
    kind: InstrumentKind | None = None
    short: tuple[str, ...] = ()
    repealed: date | None = None
    by: str = ""


@dataclass(frozen=True, slots=True)
class InstrumentFile:
    """What a file of `instruments/` holds."""

    version: int
    kind: InstrumentKind
    instruments: tuple[InstrumentRow, ...]


def name_key(name: str) -> str:
    """The spelling by which names are compared: no blanks, quotation or title marks, one kind of bracket and dash."""
    plain = name.translate(_DROPPED).translate(_SPELLING)
    while "——" in plain:
        plain = plain.replace("——", "—")
    return plain


@cache
def instruments() -> dict[str, Instrument]:
    """The instruments by every key under which they are cited. Raises `CatalogueError` if a file is wrong."""
    return load_instruments(FOLDER)


def load_instruments(folder: Path) -> dict[str, Instrument]:
    """Read the files of a folder; see `instruments`."""
    found: dict[str, Instrument] = {}
    ids: set[str] = set()
    for path in sorted(folder.glob("*.yml")):
        file = load(path, InstrumentFile)
        for row in file.instruments:
            entry = Instrument(row.id, row.name, row.kind or file.kind, row.short, row.repealed, row.by)
            if entry.id in ids:
                raise _fault(path, entry.id, f"文件编号“{entry.id}”重复")
            ids.add(entry.id)
            for name in dict.fromkeys((entry.name, entry.name.removeprefix(STATE), *entry.short)):
                other = found.setdefault(name_key(name), entry)
                if other is not entry:
                    raise _fault(path, entry.id, f"“{name}”同时属于“{other.name}”和“{entry.name}”")
    return found


def _fault(path: Path, identifier: str, message: str) -> CatalogueError:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if f"id: {identifier}," in line:
            return CatalogueError(path, number, line.find(identifier) + 1, message)
    return CatalogueError(path, 1, 1, message)
