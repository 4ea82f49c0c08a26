"""Floors only rise, unless a reason is given."""

from __future__ import annotations

import pytest

from tests.gold.raise_floors import floor, lowered


@pytest.mark.parametrize(("figure", "expected"), [(0.58, 0.58), (0.99999, 0.9999), (1.0, 1.0), (0.12345, 0.1234)])
def test_floor_is_rounded_down(figure: float, expected: float) -> None:
    assert floor(figure) == expected


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ({"at_least": {"f1": 0.9}, "at_most": {"false": 2}}, []),
        ({"at_least": {"f1": 0.95}, "at_most": {"false": 1}}, []),
        ({"at_least": {"f1": 0.89}, "at_most": {"false": 2}}, ["x f1: 0.9 -> 0.89"]),
        ({"at_least": {"f1": 0.9}, "at_most": {"false": 3}}, ["x false: 2 -> 3"]),
        ({"at_least": {"f1": 0.9}}, ["x false: 2 -> gone"]),
        ({}, ["x f1: 0.9 -> gone", "x false: 2 -> gone"]),
    ],
)
def test_worse_figures_are_named(after: dict[str, dict[str, float]], expected: list[str]) -> None:
    assert lowered("x", {"at_least": {"f1": 0.9}, "at_most": {"false": 2}}, after) == expected
