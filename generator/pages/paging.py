"""Lists that grow are cut into pages of bounded size."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from generator.pages import addresses

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ListPage(Generic[T]):
    """One page of a list: rows, number from 1, the numbers of pages and of all rows, and where the list begins."""

    rows: tuple[T, ...]
    number: int
    pages: int
    total: int
    base: str

    @property
    def address(self) -> str:
        """The address of this page."""
        return addresses.page_of(self.base, self.number)

    @property
    def others(self) -> tuple[tuple[int, str], ...]:
        """Numbers and addresses of the pages to offer: first, last, and the neighbours of this one."""
        near = {1, self.pages, *range(max(1, self.number - 2), min(self.pages, self.number + 2) + 1)}
        return tuple((number, addresses.page_of(self.base, number)) for number in sorted(near))


def paginate(rows: Sequence[T], base: str, size: int) -> Iterator[ListPage[T]]:
    """Cut `rows` into pages of at most `size`; an empty list is one empty page."""
    pages = max(1, -(-len(rows) // size))
    for number in range(1, pages + 1):
        part = tuple(rows[(number - 1) * size : number * size])
        yield ListPage(part, number, pages, len(rows), base)
