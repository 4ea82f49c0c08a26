"""Anchors that do not move: of sections from the path of numbers, of paragraphs from their text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256

from generator.outline.draft import Draft
from generator.outline.families import Family

_PLAIN = {Family.ONE: None, Family.TWO: Family.ONE}
"""Families whose number stands bare in an id if the heading above is of the family named here."""


def section_ids(drafts: Sequence[Draft], parents: Sequence[int | None]) -> tuple[str, ...]:
    """An id for each heading: `s-2-1` for 二、（一）, `s-2-1-d3` for 三是 in it, `s-u1` for the first without number.

    A number stands bare for 一、 and for （一） under it; other families carry their letter. Repeated numbers get
    `-b`, `-c` … in the order of the text.
    """
    ids: list[str] = []
    taken: dict[str, int] = {}
    unnumbered: dict[int | None, int] = {}
    for draft, parent in zip(drafts, parents, strict=True):
        if draft.family is Family.NONE:
            unnumbered[parent] = unnumbered.get(parent, 0) + 1
        number = draft.number or unnumbered[parent]
        bare = draft.family in _PLAIN and _PLAIN[draft.family] is (None if parent is None else drafts[parent].family)
        letter = "" if bare else draft.family.letter or ("a" if draft.family is Family.ONE else "b")
        path = f"{'s' if parent is None else ids[parent]}-{letter}{number}"
        ids.append(_unique(path, taken))
    return tuple(ids)


def paragraph_ids(texts: Iterable[str]) -> tuple[str, ...]:
    """An id for each paragraph: `p-` and the first 8 hex digits of SHA-256 of its text, `-2` … for repeats."""
    taken: dict[str, int] = {}
    found: list[str] = []
    for text in texts:
        base = "p-" + sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]
        taken[base] = taken.get(base, 0) + 1
        found.append(base if taken[base] == 1 else f"{base}-{taken[base]}")
    return tuple(found)


def _unique(path: str, taken: dict[str, int]) -> str:
    seen = taken.get(path, 0)
    taken[path] = seen + 1
    if not seen:
        return path
    suffix = "" if seen < 26 else str(seen // 25)  # noqa: PLR2004  (letters b to z)
    repeated = f"{path}-{chr(ord('b') + (seen - 1) % 25)}{suffix}"
    return _unique(repeated, taken) if repeated in taken else _first(repeated, taken)


def _first(path: str, taken: dict[str, int]) -> str:
    taken[path] = 1
    return path
