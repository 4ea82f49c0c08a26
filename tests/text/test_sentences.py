"""Sentences and clauses of `tests/cases/sentences.tsv`, and what must hold for any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.span import Span
from generator.text import clauses, sentences
from tests.text.tables import read_table


@pytest.mark.parametrize("row", read_table("sentences.tsv"), ids=lambda row: row["text"][:12])
def test_cut(row: dict[str, str]) -> None:
    text = row["text"]
    whole = Span(0, len(text))
    assert row["sentences"] == " | ".join(part.of(text) for part in sentences(text, whole))
    assert row["clauses"] == " | ".join(part.of(text) for part in clauses(text, whole))


@given(st.text(alphabet="甲乙1，。；：“”！ \n", max_size=60), st.integers(0, 20))
def test_nothing_but_blanks_is_lost(text: str, start: int) -> None:
    span = Span(min(start, len(text)), len(text))
    for parts in (sentences(text, span), clauses(text, span)):
        assert "".join(span.of(text).split()) == "".join("".join(part.of(text).split()) for part in parts)
        assert list(parts) == sorted(parts)
        assert all(span.holds(part) for part in parts)
