"""Readings and diagnostics as JSON, so that a child that went wrong can send nothing but data."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from generator.model.diagnostic import Diagnostic, Severity
from generator.model.document import Cell, Dropped, PageStart, Reading, Style, StyleRun, Table
from generator.model.span import Span


def encode(reading: Reading | None, diagnostics: tuple[Diagnostic, ...]) -> bytes:
    """The answer of a reader as JSON."""
    found = None if reading is None else _plain_reading(reading)
    return json.dumps({"reading": found, "diagnostics": [asdict(one) for one in diagnostics]}).encode("utf-8")


def decode(data: bytes) -> tuple[Reading | None, tuple[Diagnostic, ...]]:
    """The answer from its JSON; ValueError, KeyError or TypeError if it is none."""
    plain = json.loads(data)
    diagnostics = tuple(_diagnostic(one) for one in plain["diagnostics"])
    return None if plain["reading"] is None else _reading(plain["reading"]), diagnostics


def _plain_reading(reading: Reading) -> dict[str, Any]:
    return {
        "text": reading.text,
        "encoding": reading.encoding,
        "styles": [[run.span.start, run.span.end, run.style.value] for run in reading.styles],
        "pages": [[page.offset, page.number] for page in reading.pages],
        "tables": [_plain_table(table) for table in reading.tables],
        "joins": reading.joins,
        "keeps": reading.keeps,
        "dropped": [[one.kind, one.text, one.page] for one in reading.dropped],
    }


def _plain_table(table: Table) -> list[Any]:
    rows = [[[c.span.start, c.span.end, c.column, c.columns, c.rows] for c in row] for row in table.rows]
    caption = None if table.caption is None else [table.caption.start, table.caption.end]
    return [table.span.start, table.span.end, rows, table.header_rows, caption]


def _reading(plain: dict[str, Any]) -> Reading:
    return Reading(
        text=str(plain["text"]),
        encoding=plain["encoding"],
        styles=tuple(StyleRun(Span(start, end), Style(style)) for start, end, style in plain["styles"]),
        pages=tuple(PageStart(offset, number) for offset, number in plain["pages"]),
        tables=tuple(_table(table) for table in plain["tables"]),
        joins=tuple(plain["joins"]),
        keeps=tuple(plain["keeps"]),
        dropped=tuple(Dropped(kind, text, page) for kind, text, page in plain["dropped"]),
    )


def _table(plain: list[Any]) -> Table:
    start, end, rows, heads, caption = plain
    cells = tuple(tuple(Cell(Span(first, last), *rest) for first, last, *rest in row) for row in rows)
    return Table(Span(start, end), cells, heads, None if caption is None else Span(*caption))


def _diagnostic(plain: dict[str, Any]) -> Diagnostic:
    span = plain.pop("span")
    place = None if span is None else Span(span["start"], span["end"])
    return Diagnostic(**{**plain, "severity": Severity(plain["severity"]), "span": place})
