"""Pages of cited laws and documents: who cites it, in which year, in which sentence."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.report import Corpus, SiteFile
from generator.pages import addresses
from generator.pages.environment import write_page
from generator.pages.paging import paginate
from generator.series.instruments import Instrument, instruments_of

KIND_NAMES = {"law": "法律法规", "document": "文号", "plan": "方案、计划、清单"}
"""Groups of instruments, in the order of the hub."""

_ALWAYS = ("law",)


def has_page(instrument: Instrument) -> bool:
    """Laws have a page; what only one report cites (its own plans, mostly) stands in the list with its sentence."""
    return instrument.kind in _ALWAYS or len(instrument.quotations) > 1


def instrument_pages(corpus: Corpus, instruments: tuple[Instrument, ...]) -> Iterator[SiteFile]:
    """The hub, the paged lists by kind, and a page for each instrument that has one."""
    size = corpus.settings.rows_per_page
    groups = {kind: [item for item in instruments if item.kind == kind] for kind in KIND_NAMES}
    yield write_page(
        addresses.INSTRUMENTS,
        "instruments.md.j2",
        title="引用的法规文件",
        groups=[
            (KIND_NAMES[kind], f"{addresses.INSTRUMENTS}{kind}/", len(found)) for kind, found in groups.items() if found
        ],
    )
    for kind, found in groups.items():
        if found:
            for page in paginate(found, f"{addresses.INSTRUMENTS}{kind}/", size):
                rows = [(item, has_page(item)) for item in page.rows]
                title = f"引用的{KIND_NAMES[kind]}"
                yield write_page(page.address, "instrument_list.md.j2", title=title, list=page, rows=rows)
    for item in instruments:
        if has_page(item):
            for listed in paginate(item.quotations, addresses.instrument(item.id), size):
                yield write_page(
                    listed.address,
                    "instrument.md.j2",
                    title=item.name,
                    instrument=item,
                    kind=KIND_NAMES[item.kind],
                    list=listed,
                )


def linked_instruments(corpus: Corpus) -> tuple[tuple[Instrument, ...], frozenset[str]]:
    """All instruments, and the ids of those that have a page of their own."""
    instruments = instruments_of(corpus)
    return instruments, frozenset(item.id for item in instruments if has_page(item))
