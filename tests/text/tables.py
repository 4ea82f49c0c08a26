"""Tables of cases: tab-separated, first line the names of the columns."""

from __future__ import annotations

from pathlib import Path

CASES = Path(__file__).parent.parent / "cases"


def read_table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of `tests/cases/<name>`, each as column name → cell, blanks at the borders of cells kept."""
    head, *rows = (CASES / name).read_text(encoding="utf-8").splitlines()
    columns = head.split("\t")
    return tuple(dict(zip(columns, row.split("\t"), strict=True)) for row in rows if row)
