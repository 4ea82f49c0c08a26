"""No cell of a CSV file is a formula, and none is changed otherwise."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.opendata.tabular import Column, csv_bytes

CASES = [
    # text of the report, text of the cell
    ("=1+1", "'=1+1"),
    ("+8610", "'+8610"),
    ("-3件", "'-3件"),
    ("@全体", "'@全体"),
    ("＝SUM(A1)", "'＝SUM(A1)"),
    ("＋12件", "'＋12件"),
    ("－12件", "'－12件"),
    ("＠市民", "'＠市民"),
    ("\t=1", "'\t=1"),
    ("\r=1", "'\r=1"),
    ("\n=1", "'\n=1"),
    ("办件1=1", "办件1=1"),
    ("“一件事”，办件12件", "“一件事”，办件12件"),
    ('说"好",分行\n的', '说"好",分行\n的'),
    ("", ""),
    (None, ""),
    (2023, "2023"),
]


def read(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize(("value", "cell"), CASES)
def test_a_cell(value: object, cell: str) -> None:
    columns = [Column("甲", "string"), Column("乙", "string")]
    assert read(csv_bytes(columns, [(value, "末")])) == [["甲", "乙"], [cell, "末"]]


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1, max_size=5))
def test_whatever_the_text_it_comes_back_and_is_no_formula(texts: list[str]) -> None:
    columns = [Column(str(number), "string") for number in range(len(texts))]
    [_, cells] = read(csv_bytes([*columns, Column("末", "string")], [(*texts, "末")]))
    assert [cell.removeprefix("'") for cell in cells[:-1]] == [text.removeprefix("'") for text in texts]
    assert not any(cell.startswith(tuple("=+-@＝＋－＠\t\r\n")) for cell in cells)
