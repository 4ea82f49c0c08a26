"""CSV that a spreadsheet opens as it is, and opens safely."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Column(NamedTuple):
    """A column of a sheet.

    Attributes:
        name: What stands in the head.
        type: A Table Schema type: string, integer, number or date.
        description: What it holds and what an empty cell means, in Chinese; empty where the name says it.
    """

    name: str
    type: str
    description: str = ""


_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")
"""A cell that begins with one of these is a formula to a spreadsheet, the full-width ones in some languages (OWASP, CSV
injection)."""


def csv_bytes(columns: Sequence[Column], rows: Iterable[Sequence[object]]) -> bytes:
    """A CSV file (RFC 4180) in UTF-8 with byte-order mark, which Excel needs to read Chinese. None is an empty cell."""
    target = io.StringIO(newline="")
    writer = csv.writer(target)
    writer.writerow([column.name for column in columns])
    for row in rows:
        writer.writerow([safe_cell(value) for value in row])
    return target.getvalue().encode("utf-8-sig")


def safe_cell(value: object) -> object:
    """Text that a spreadsheet would take for a formula gets an apostrophe in front; numbers stay numbers."""
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return "" if value is None else value
