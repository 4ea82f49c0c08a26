"""Work that grows with a square is told from work that does not."""

from __future__ import annotations

from tests.support.growth import growth


def test_growth_of_a_square_is_seen() -> None:
    def once(size: int) -> int:
        return sum(1 for _ in range(size * 2_000))

    def squared(size: int) -> int:
        return sum(1 for _ in range(size * size * 10))

    assert growth(once, 100, 400, enough=10, measurable=0.001) < 10
    assert growth(squared, 100, 400, enough=10, measurable=0.001) > 10
