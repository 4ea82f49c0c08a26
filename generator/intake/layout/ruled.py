"""Tables drawn with rules: the grid from the rules, merged cells where a rule is missing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.intake.layout.rows import into_rows
from generator.intake.linear import GridCell

if TYPE_CHECKING:
    from generator.intake.layout.sheet import Glyph, Rule

_NEAR = 3.0
"""Rules this near to each other, in points, are one."""
_SHORTEST = 6.0
_MOST_RULES = 4_000
_MOST_CELLS = 5_000


@dataclass(slots=True)
class RuledTable:
    """A table on a page: where it stands, the places of its column borders, and its rows of cells."""

    left: float
    top: float
    right: float
    bottom: float
    columns: list[float]
    rows: list[list[GridCell]]


def find_tables(rules: list[Rule], glyphs: list[Glyph], scale: float = 1.0) -> tuple[list[RuledTable], list[Glyph]]:
    """The tables of a page from top to bottom, and the glyphs outside them. `scale` is the unit in points.

    A frame around text, or a pair of lines, is no table: there must be two columns and two cells at least.
    """
    near = _NEAR / scale
    usable = [rule for rule in rules if max(rule.right - rule.left, rule.bottom - rule.top) >= _SHORTEST / scale]
    if len(usable) > _MOST_RULES:
        return [], glyphs
    tables: list[RuledTable] = []
    for group in _connected(usable, near):
        table, glyphs = _build(group, glyphs, near)
        if table is not None:
            tables.append(table)
    return sorted(tables, key=lambda table: table.top), glyphs


def _connected(rules: list[Rule], near: float) -> list[list[Rule]]:
    # Groups of rules that touch each other, found along the page from top to bottom.
    parents = list(range(len(rules)))

    def root(index: int) -> int:
        while parents[index] != index:
            parents[index] = parents[parents[index]]
            index = parents[index]
        return index

    across = [index for index, rule in enumerate(rules) if rule.horizontal]
    down = [index for index, rule in enumerate(rules) if not rule.horizontal]
    for first in across:
        one = rules[first]
        for second in down:
            other = rules[second]
            if one.left - near <= other.left <= one.right + near and other.top - near <= one.top <= other.bottom + near:
                parents[root(first)] = root(second)
    groups: dict[int, list[Rule]] = {}
    for index, rule in enumerate(rules):
        groups.setdefault(root(index), []).append(rule)
    return list(groups.values())


def _build(group: list[Rule], glyphs: list[Glyph], near: float) -> tuple[RuledTable | None, list[Glyph]]:
    down = [rule for rule in group if not rule.horizontal]
    across = [rule for rule in group if rule.horizontal]
    columns = _places([(rule.left + rule.right) / 2 for rule in down], near)
    lines = _places([(rule.top + rule.bottom) / 2 for rule in across], near)
    width, height = len(columns) - 1, len(lines) - 1
    if width < 1 or height < 1 or width * height < 2 or width * height > _MOST_CELLS or len(columns) < 3:  # noqa: PLR2004
        return None, glyphs
    regions = _regions(columns, lines, across, down, near)
    inside: dict[int, list[Glyph]] = {}
    outside: list[Glyph] = []
    for glyph in glyphs:
        column = _between(columns, (glyph.left + glyph.right) / 2)
        line = _between(lines, glyph.base - glyph.size * 0.35)
        if column is None or line is None:
            outside.append(glyph)
        else:
            inside.setdefault(regions[line * width + column], []).append(glyph)
    if not inside:
        return None, glyphs
    cells: dict[int, list[int]] = {}
    for place, region in enumerate(regions):
        cells.setdefault(region, []).append(place)
    rows: list[list[GridCell]] = [[] for _ in range(height)]
    for region, places in sorted(cells.items(), key=lambda item: min(item[1])):
        first, last = min(places), max(places)
        top, left = divmod(first, width)
        wide = max(place % width for place in places) - left + 1
        text = "".join(row.text for row in into_rows(inside.get(region, [])))
        rows[top].append(GridCell(text, left, wide, last // width - top + 1))
    for row in rows:
        row.sort(key=lambda cell: cell.column)
    return RuledTable(columns[0], lines[0], columns[-1], lines[-1], columns, rows), outside


def _regions(columns: list[float], lines: list[float], across: list[Rule], down: list[Rule], near: float) -> list[int]:
    # Cells that no rule separates are one; each cell gets the number of the first cell of its region.
    width, height = len(columns) - 1, len(lines) - 1
    parents = list(range(width * height))

    def root(index: int) -> int:
        while parents[index] != index:
            index = parents[index]
        return index

    def join(one: int, other: int) -> None:
        first, second = sorted((root(one), root(other)))
        parents[second] = first

    by_column = [[rule for rule in down if abs((rule.left + rule.right) / 2 - place) <= near] for place in columns]
    by_line = [[rule for rule in across if abs((rule.top + rule.bottom) / 2 - place) <= near] for place in lines]
    for line in range(height):
        middle = (lines[line] + lines[line + 1]) / 2
        for column in range(width):
            centre = (columns[column] + columns[column + 1]) / 2
            here = line * width + column
            if column + 1 < width and not any(rule.top <= middle <= rule.bottom for rule in by_column[column + 1]):
                join(here, here + 1)
            if line + 1 < height and not any(rule.left <= centre <= rule.right for rule in by_line[line + 1]):
                join(here, here + width)
    return [root(index) for index in range(width * height)]


def _places(values: list[float], near: float) -> list[float]:
    places: list[list[float]] = []
    for value in sorted(values):
        if places and value - places[-1][-1] <= near:
            places[-1].append(value)
        else:
            places.append([value])
    return [sum(group) / len(group) for group in places]


def _between(borders: list[float], value: float) -> int | None:
    for index in range(len(borders) - 1):
        if borders[index] <= value < borders[index + 1]:
            return index
    return None
