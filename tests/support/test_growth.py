"""Work that grows with a square is told from work that does not."""

from __future__ import annotations

from tests.support.growth import growth

SHORT, LONG, BETWEEN = 100, 1600, 60
"""Sixteen times as much takes a line 16 times as long and a square 256 times; noise moves neither past 60."""


def test_growth_of_a_square_is_seen() -> None:
    def once(size: int) -> int:
        return sum(1 for _ in range(size * 500))

    def squared(size: int) -> int:
        return sum(1 for _ in range(size * size * 5))

    assert growth(once, SHORT, LONG, enough=BETWEEN, measurable=0.001) < BETWEEN
    assert growth(squared, SHORT, LONG, enough=BETWEEN, measurable=0.001) > BETWEEN
