"""Samples damaged at random: at the bytes of the file, and inside the members of containers."""

from __future__ import annotations

import random
import re
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from generator.intake import read_bytes
from generator.intake.process.keeper import KEEPER
from generator.intake.repairs import rebuild, repairs_json
from tests.intake.build_zip import zipped
from tests.intake.samples import SAMPLES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_NEVER = frozenset({"G028", "G029"})
"""Too slow, died: each would be a finding."""
_MEMORY = 400_000_000
_TAG = re.compile(rb"<[^<>]{1,200}>")
_VALUES = ("", "0", "-1", "1e308", "nan", "99999999", "0 0", "x", "%1%9", "g 9 9 9", "一", "true", "../x", "\u202e")
_INTERESTING = (
    b"",
    b"\0",
    b"\xff" * 4,
    b"-1",
    b"99999999999",
    b"%s",
    b"<",
    b">",
    b"&",
    b'"',
    b"\x80",
    b"/",
    b"obj",
    b"stream",
)


def seeds() -> list[Path]:
    """The samples that are damaged: all formats, hostile ones included."""
    folders = ("docx", "pdf", "ofd", "html", "txt", "md", "doc", "hostile")
    return sorted(path for folder in folders for path in (SAMPLES / folder).iterdir() if path.suffix != ".json")


def damage(data: bytes, chance: random.Random) -> bytes:
    """A damaged copy of a file."""
    if data.startswith(b"PK") and chance.random() < 0.7:
        try:
            with zipfile.ZipFile(BytesIO(data)) as archive:
                members = {one.filename: archive.read(one) for one in archive.infolist() if one.file_size < 500_000}
        except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, ValueError):
            members = {}
        if members:
            name = chance.choice([name for name in members if name.endswith((".xml", ".rels"))] or list(members))
            members[name] = _rearranged(members[name], chance) or _damaged(members[name], chance)
            if chance.random() < 0.1:
                members.pop(chance.choice(list(members)))
            return zipped(dict(members))
    return _damaged(data, chance)


def _rearranged(data: bytes, chance: random.Random) -> bytes:
    # Well-formed XML whose elements were dropped, repeated, moved, or given odd values; b"" where that cannot be.
    if chance.random() < 0.3:
        return b""
    try:
        root = ET.fromstring(data)  # noqa: S314 — our own samples; entities are refused by expat's limits
    except ET.ParseError:
        return b""
    for _ in range(chance.choice((1, 2, 5, 20))):
        nodes = list(root.iter())
        parent, other = chance.choice(nodes), chance.choice(nodes)
        match chance.randrange(6):
            case 0 if len(parent):
                parent.remove(chance.choice(list(parent)))
            case 1 if len(parent):
                parent.append(chance.choice(list(parent)))
            case 2:
                parent.insert(chance.randrange(len(parent) + 1), ET.Element(other.tag, other.attrib))
            case 3:
                parent.tag = other.tag
            case 4 if parent.attrib:
                parent.set(chance.choice(list(parent.attrib)), chance.choice(_VALUES))
            case _:
                parent.text = chance.choice((*_VALUES, other.text))
    try:
        return ET.tostring(root)
    except RecursionError:  # a sample that is nested too deeply for anyone
        return b""


def _damaged(data: bytes, chance: random.Random) -> bytes:
    made = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 4, 16))):
        size = len(made)
        place = chance.randrange(size + 1)
        length = chance.choice((1, 2, 8, 64, 512))
        match chance.randrange(8):
            case 0:
                made[place : place + length] = chance.randbytes(length)
            case 1:
                del made[place : place + length]
            case 2:
                made[place:place] = made[place : place + length] * chance.choice((1, 2, 50))
            case 3:
                del made[place:]
            case 4:
                made[place:place] = chance.choice(_INTERESTING)
            case 5:
                other = chance.randrange(size + 1)
                made[place : place + length] = made[other : other + length]
            case 6 if size:
                made[min(place, size - 1)] ^= 1 << chance.randrange(8)
            case _:
                tags = list(_TAG.finditer(made, 0, 200_000))
                if tags:
                    one, two = chance.choice(tags), chance.choice(tags)
                    made[one.start() : one.end()] = two.group()
    return bytes(made)


def fuzz(count: int, seed: int) -> Iterator[str]:
    """Read so many damaged files; yields what went wrong, one line each, with the number that makes it again."""
    paths = seeds()
    originals = {path: path.read_bytes() for path in paths}
    for number in range(count):
        chance = random.Random(f"{seed}-{number}")  # noqa: S311 — the same damage each time, no secret
        path = chance.choice(paths)
        data = damage(originals[path], chance)
        wrong = _wrong(data, path.name)
        if wrong:
            yield f"{seed}-{number} {path.name}: {wrong}"


def _wrong(data: bytes, name: str) -> str:
    try:
        document, diagnostics = read_bytes(data, name)
    except Exception as error:  # noqa: BLE001 — whatever it is, it is a finding
        return str(error).strip().splitlines()[-1]
    if any(problem.code in _NEVER for problem in diagnostics):
        return diagnostics[0].code
    if document is None:
        return "" if any(problem.blocks for problem in diagnostics) else "no document and no error"
    if rebuild(document.text, repairs_json(document)) != document.source:
        return "the source cannot be rebuilt"
    return "" if KEEPER.peak < _MEMORY else f"{KEEPER.peak // 10**6} MB"
