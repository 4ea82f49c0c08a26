"""Tables of a Word document as grids of merged cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.intake.linear import GridCell
from generator.intake.xmltree import value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.intake.docx.body import Body
    from generator.intake.linear import Linear
    from generator.intake.xmltree import Node

_PASSED = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"})
_WIDEST = 200


def read_grid(body: Body, table: Node, out: Linear) -> None:
    """Write a table; one that has a single column only frames its content, which is written as paragraphs."""
    rows = [row for row in _inside(table, "tr") if not _is_deleted(row)]
    if all(sum(1 for _ in _inside(row, "tc")) <= 1 for row in rows):
        for row in rows:
            for cell in _inside(row, "tc"):
                body.blocks(cell)
        body.finish()
        return
    grid: list[list[GridCell]] = []
    open_cells: dict[int, tuple[int, int]] = {}  # column -> row and place of the cell that is merged downwards
    heads = 0
    for row in rows:
        properties = row.find("trPr")
        if properties is not None and properties.find("tblHeader") is not None and heads == len(grid):
            heads += 1
        column = _integer(value(properties, "gridBefore") if properties is not None else None)
        line: list[GridCell] = []
        for cell in _inside(row, "tc"):
            own = cell.find("tcPr")
            columns = min(max(1, _integer(value(own, "gridSpan") if own is not None else None)), _WIDEST)
            merge = value(own, "vMerge") if own is not None else None
            text = body.cell_text(cell)
            if merge is not None and merge != "restart" and column in open_cells:
                number, place = open_cells[column]
                above = grid[number][place]
                joined = f"{above.text} {text}".strip() if text else above.text
                grid[number][place] = GridCell(joined, above.column, above.columns, len(grid) - number + 1)
            else:
                open_cells.pop(column, None)
                if merge is not None:
                    open_cells[column] = (len(grid), len(line))
                line.append(GridCell(text, column, columns))
            column += columns
        grid.append(line)
    out.table(grid, heads or None)


def _inside(node: Node, tag: str) -> Iterator[Node]:
    # Rows and cells may stand in content controls.
    for child in node:
        if child.tag == tag:
            yield child
        elif child.tag in _PASSED:
            yield from _inside(child, tag)


def _is_deleted(row: Node) -> bool:
    properties = row.find("trPr")
    return properties is not None and properties.find("del") is not None


def _integer(value: str | None) -> int:
    return int(value) if value is not None and value.isascii() and value.isdigit() and len(value) < 10 else 0  # noqa: PLR2004
