"""What must hold across the entries of the indicator catalogue: ids that exist, names that are used once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from generator.catalogues.load import CatalogueError

if TYPE_CHECKING:
    from generator.catalogues.indicator_forms import Entry, Indicator, Shared

_MARK = "⟦"


def check_entries(indicators: Iterable[Indicator], shared: Shared) -> None:
    """Raise `CatalogueError` at the entry where the first thing is wrong."""
    known = {indicator.entry.id for indicator in indicators}
    ids: set[str] = set()
    names: dict[str, str] = {}
    for indicator in indicators:
        entry = indicator.entry
        for told in (*_references(entry, known, shared), *_examples(entry)):
            raise CatalogueError(indicator.file, _line_of(indicator), 1, f"指标“{entry.name}”：{told}")
        if entry.id in ids:
            raise CatalogueError(indicator.file, _line_of(indicator), 1, f"指标 id“{entry.id}”重复")
        ids.add(entry.id)
        for name in (entry.name, *entry.aliases):
            if name in names:
                told = f"指标“{entry.name}”：名称“{name}”已用于“{names[name]}”"
                raise CatalogueError(indicator.file, _line_of(indicator), 1, told)
            names[name] = entry.id


def _references(entry: Entry, known: set[str], shared: Shared) -> Iterator[str]:
    """Ids and names in an entry that lead nowhere."""
    instead = [given.instead for given in entry.counter_examples if not isinstance(given, str) and given.instead]
    later = (entry.superseded_by,) if entry.superseded_by else ()
    groups: dict[str, Iterable[str]] = {
        "yields_to": entry.yields_to,
        "do_not_merge": entry.do_not_merge,
        "counter_examples": instead,
        "superseded_by": later,
    }
    for key, identifiers in groups.items():
        yield from (f"{key} 中没有 id 为“{name}”的指标" for name in identifiers if name not in known)
    yield from (f"allows 中没有名为“{name}”的一般否决" for name in entry.allows if name not in shared.vetoes)


def _examples(entry: Entry) -> Iterator[str]:
    for given in (*entry.examples, *entry.counter_examples):
        text = given if isinstance(given, str) else given.text
        if _MARK not in text:
            yield f"例句没有用 ⟦ ⟧ 标出数字：{text}"


def _line_of(indicator: Indicator) -> int:
    return line_of(indicator.file.read_text(encoding="utf-8"), indicator.entry.id)


def line_of(text: str, identifier: str) -> int:
    """The line of the entry with this id, from 1; 1 if it is not found. Of two entries with one id, the first."""
    wanted = f"id: {identifier}"
    return next((number for number, line in enumerate(text.split("\n"), 1) if line.strip(" -") == wanted), 1)
