"""The repairs of a document as plain data, and the source rebuilt from them: the proof that nothing was lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.model.document import Document


class Repair(TypedDict):
    """One stretch of the source that does not stand on the page as it is.

    `start` and `end` are code points of the source (decoded, without its byte-order mark), `source` is its text there,
    `replacement` what stands on the page instead, often nothing. `kind` is a value of `RepairKind`.
    """

    kind: str
    start: int
    end: int
    source: str
    replacement: str


def repairs_json(document: Document) -> list[Repair]:
    """All repairs of a document in order, blanks included; ready for `json.dumps`."""
    return [
        Repair(
            kind=piece.repair.value,
            start=piece.source.start,
            end=piece.source.end,
            source=piece.source.of(document.source),
            replacement=piece.cleaned.of(document.text),
        )
        for piece in document.repairs()
        if piece.repair is not None
    ]


def rebuild(page_text: str, repairs: Iterable[Repair]) -> str:
    """The source text, from the cleaned text of a page and the repairs in order.

    Raises ValueError if the text does not have a replacement where the repairs expect it.
    """
    parts: list[str] = []
    done = known = 0  # how far the page was used, how much of the source is known
    for repair in repairs:
        parts.append(page_text[done : done + repair["start"] - known])
        done += repair["start"] - known
        known = repair["end"]
        if not page_text.startswith(repair["replacement"], done):
            raise ValueError(f"no {repair['replacement']!r} at {done}")
        done += len(repair["replacement"])
        parts.append(repair["source"])
    return "".join(parts) + page_text[done:]
