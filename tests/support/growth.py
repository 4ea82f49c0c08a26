"""How much longer some work takes when it is given more."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

Given = TypeVar("Given")

TRIES = 8
"""Other programs on the machine only ever add time: the least of some tries comes near to the work's own."""


def growth(work: Callable[[Given], object], short: Given, long: Given, *, enough: float, measurable: float) -> float:
    """How many times as long the work on the long thing takes, in processor time.

    It is tried again until the answer is below `enough`; work that grows faster is not there after any number of
    tries. Work on the short thing counts as `measurable` seconds at least, as less is lost in the noise.
    """
    shortest = longest = float("inf")
    for _ in range(TRIES):
        shortest, longest = min(shortest, _seconds(work, short)), min(longest, _seconds(work, long))
        if longest < enough * max(shortest, measurable):
            break
    return longest / max(shortest, measurable)


def _seconds(work: Callable[[Given], object], given: Given) -> float:
    start = time.process_time()
    work(given)
    return time.process_time() - start
