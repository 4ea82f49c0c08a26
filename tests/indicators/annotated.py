"""Reads annotated paragraphs: `受理申请【36件｜受理申请；行政复议受理件数】`.

Between 【 and 】 stands the mention; after `=` its value, unit and qualifier where they are not simply digits and a
unit; after ｜ the names a reader would accept, separated by ；. ＋ separates the rows of a number that has several.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

CASES = Path(__file__).resolve().parent.parent / "cases" / "indicators"

_MARKED = re.compile(r"【(?P<mention>[^】｜=]+)(?:=(?P<reading>[^】｜]+))?(?:｜(?P<names>[^】]*))?】")

_SIMPLE = re.compile(r"(?P<number>-?[\d,.]+)\s*(?P<unit>\D.*)")


@dataclass(frozen=True, slots=True)
class Expected:
    """One mention: its place in the plain paragraph, what it says, and the accepted names of each of its rows."""

    start: int
    end: int
    mention: str
    value: str
    unit: str
    qualifier: str
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Annotated:
    """A paragraph without its marks, and the mentions in it."""

    text: str
    mentions: tuple[Expected, ...]


def read_annotated(marked: str) -> Annotated:
    """The paragraph behind the marks. Raises `ValueError` for a mention that needs a reading and has none."""
    pieces: list[str] = []
    mentions: list[Expected] = []
    length = last = 0
    for match in _MARKED.finditer(marked):
        before = marked[last : match.start()]
        pieces += (before, match["mention"])
        start = length + len(before)
        length = start + len(match["mention"])
        mentions.append(_expected(match, start, length))
        last = match.end()
    pieces.append(marked[last:])
    return Annotated("".join(pieces), tuple(mentions))


def _expected(match: re.Match[str], start: int, end: int) -> Expected:
    if match["reading"]:
        value, unit, qualifier = match["reading"].split()
    else:
        simple = _SIMPLE.fullmatch(match["mention"])
        if simple is None:
            raise ValueError(f"say what {match['mention']} means, after =")
        value, unit, qualifier = simple["number"].replace(",", ""), simple["unit"], "none"
    rows = tuple(tuple(row.split("；")) for row in (match["names"] or "").split("＋"))
    return Expected(start, end, match["mention"], value, unit, qualifier, rows)


def read_paragraphs(path: Path) -> tuple[Annotated, ...]:
    """The paragraphs of a file, separated by empty lines; lines that begin with # are comments."""
    lines = [line for line in path.read_text(encoding="utf-8").split("\n") if not line.startswith("#")]
    blocks = "\n".join(lines).split("\n\n")
    return tuple(read_annotated(block.strip()) for block in blocks if block.strip())


def annotated_cases() -> tuple[Annotated, ...]:
    """Every sentence and paragraph of `tests/cases/indicators`."""
    _, *rows = (CASES / "sentences.tsv").read_text(encoding="utf-8").splitlines()
    paragraphs = (item for name in ("paragraphs_a.txt", "paragraphs_b.txt") for item in read_paragraphs(CASES / name))
    return (*(read_annotated(row.split("\t")[1]) for row in rows), *paragraphs)
