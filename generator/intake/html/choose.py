"""Which lines of a page are the report: known containers first, else the block that holds nearly all running text."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from generator.intake.html.names import CONTAINERS, EDITORS, FURNITURE, TITLES

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.intake.html.flatten import Block, PageLine

_SENTENCE = frozenset("，。；：、！？")
_MOST = 0.85
_EDITOR_SHARE, _CONTAINER_SHARE = 0.2, 0.5
"""Share of the running text of a page that must be in a container to believe its name."""
_ENOUGH = 100
_LINKED = 0.5
_TITLE_REACH = 12


def choose(lines: list[PageLine], titles: list[str]) -> tuple[list[int], bool]:
    """The indices of the lines of the report with its title, and whether they were found by a known container.

    `titles` are what the page calls itself, most trustworthy first. A page without running text is taken as it is.
    """
    worth = [_worth(line) for line in lines]
    total = sum(worth)
    chosen = _held(lines, worth, _is_editor)
    sure = sum(worth[index] for index in chosen) >= max(_ENOUGH, total * _EDITOR_SHARE)
    if not sure:
        chosen = _densest(lines, worth, _held(lines, worth, _is_container))
        sure = sum(worth[index] for index in chosen) >= max(_ENOUGH, total * _CONTAINER_SHARE)
    if not sure:
        chosen = _densest(lines, worth, list(range(len(lines))))
    chosen = _trimmed(lines, chosen)
    title = _title_before(lines, chosen, titles)
    return [*title, *chosen], sure


def _worth(line: PageLine) -> int:
    # Characters of running text: links, and bits without any mark of a sentence, count little.
    if line.grid is not None:
        size = sum(len(cell.text) for row in line.grid for cell in row)
        return max(0, size - 2 * line.linked) // 2
    text = line.text.strip()
    if line.linked > len(text) * _LINKED or FURNITURE.fullmatch(text):
        return 0
    return len(text) - line.linked if _SENTENCE & set(text) else len(text) // 4


def _is_editor(block: Block) -> bool:
    return block.tag == "ucapcontent" or EDITORS.search(block.marks) is not None


def _is_container(block: Block) -> bool:
    return block.tag in {"article", "main"} or CONTAINERS.search(block.marks) is not None


def _held(lines: list[PageLine], worth: list[int], wanted: Callable[[Block], bool]) -> list[int]:
    # Lines by the outermost wanted block that holds them; of several such blocks, those that hold running text.
    groups: dict[int, list[int]] = defaultdict(list)
    known: dict[int, bool] = {}
    for index, line in enumerate(lines):
        holder: Block | None = None
        block: Block | None = line.block
        while block is not None:
            if block.number not in known:
                known[block.number] = wanted(block)
            holder = block if known[block.number] else holder
            block = block.parent
        if holder is not None:
            groups[holder.number].append(index)
    totals = {number: sum(worth[index] for index in indices) for number, indices in groups.items()}
    best = max(totals.values(), default=0)
    return sorted(index for number, held in groups.items() if best and totals[number] * 4 >= best for index in held)


def _densest(lines: list[PageLine], worth: list[int], indices: list[int]) -> list[int]:
    # Goes down from the body as long as one block holds nearly all running text.
    held: dict[int, int] = defaultdict(int)
    children: dict[int, set[int]] = defaultdict(set)
    holders: dict[int, list[int]] = defaultdict(list)
    for index in indices:
        block: Block | None = lines[index].block
        while block is not None:
            held[block.number] += worth[index]
            holders[block.number].append(index)
            if block.parent is not None:
                children[block.parent.number].add(block.number)
            block = block.parent
    total = sum(worth[index] for index in indices)
    if not total:
        return indices
    current = 0
    while True:
        best = max(children[current], key=lambda number: held[number], default=None)
        if best is None or held[best] < total * _MOST or len(holders[best]) < 2:  # noqa: PLR2004 — one line is no block
            return holders[current]
        current = best


def _trimmed(lines: list[PageLine], indices: list[int]) -> list[int]:
    # Page furniture at the ends, and links of any place that are nothing but links to other pages.
    kept = [index for index in indices if not _is_furniture(lines[index])]
    return kept or indices


def _is_furniture(line: PageLine) -> bool:
    text = line.text.strip()
    if line.grid is not None:
        cells = [cell.text for row in line.grid for cell in row if cell.text]
        return bool(cells) and any(FURNITURE.fullmatch(cell) for cell in cells[:1])
    return FURNITURE.fullmatch(text) is not None and not text.startswith("附件")


def _title_before(lines: list[PageLine], chosen: list[int], titles: list[str]) -> list[int]:
    # The title often stands in a block of its own above the text; it is known by what the page calls itself.
    if not chosen:
        return []
    wanted = [_bare(title) for title in titles if title]
    top = "".join(_bare(lines[index].text) for index in chosen[:4])
    if any(title and title in top for title in wanted):
        return []
    found: list[int] = []
    for index in range(chosen[0] - 1, max(-1, chosen[0] - 1 - _TITLE_REACH * 4), -1):
        line = lines[index]
        text = _bare(line.text)
        if not text or line.grid is not None or line.linked or FURNITURE.fullmatch(line.text.strip()):
            continue
        named = any(text == title or (len(text) > 6 and text in title) for title in wanted)  # noqa: PLR2004
        marked = bool(TITLES.search(line.block.marks)) and "报告" in text
        if named or line.heading == 1 or marked:
            found.insert(0, index)
        elif found:
            break
    return found


def _bare(text: str) -> str:
    return re.sub(r"[\s\u3000\xa0]+", "", text)
