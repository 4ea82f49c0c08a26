"""The ledger `content/ledger.json`: what the site remembers of each report, written by `add` and `record` alone."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from generator.catalogues.load import load
from generator.model.metadata import Ledger, LedgerEntry

_SCHEMA = "gongkai.ledger/1"


@dataclass(frozen=True, slots=True)
class _Entry:
    address: str
    text_hash: str
    received: date
    first_published: date | None = None
    earlier: tuple[str, ...] = ()
    former_addresses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _File:
    schema: str
    reports: dict[str, _Entry]


def read_ledger(path: Path) -> Ledger:
    """The ledger at `path`; an absent file is an empty ledger. Raises `CatalogueError` if it is damaged."""
    if not path.is_file():
        return Ledger()
    loaded = load(path, _File)
    return Ledger(
        tuple(
            LedgerEntry(
                report=name,
                address=entry.address,
                text_hash=entry.text_hash,
                received=entry.received,
                first_published=entry.first_published,
                earlier=entry.earlier,
                former_addresses=entry.former_addresses,
            )
            for name, entry in loaded.reports.items()
        )
    )


def write_ledger(path: Path, ledger: Ledger) -> None:
    """Write the ledger as JSON, entries by report id, replacing the file in one step."""
    reports = {
        entry.report: {
            "address": entry.address,
            "text_hash": entry.text_hash,
            "received": entry.received.isoformat(),
            "first_published": entry.first_published.isoformat() if entry.first_published else None,
            "earlier": list(entry.earlier),
            "former_addresses": list(entry.former_addresses),
        }
        for entry in sorted(ledger.entries, key=lambda entry: entry.report)
    }
    text = json.dumps({"schema": _SCHEMA, "reports": reports}, ensure_ascii=False, indent=2) + "\n"
    part = path.with_suffix(".part")
    part.write_text(text, encoding="utf-8")
    part.replace(path)


def record(ledger: Ledger, report: str, address: str, text_hash: str, today: date) -> Ledger:
    """The ledger after a report was received: a new entry, or the known one with its history kept.

    A changed text keeps the day of receipt; if it was public, its former hash moves to `earlier`. A report that was
    known under another id and is gone there keeps its history, if `move` was called before.
    """
    known = ledger.entry(report)
    if known is None:
        entry = LedgerEntry(report=report, address=address, text_hash=text_hash, received=today)
        return Ledger((*ledger.entries, entry))
    changed = known.text_hash != text_hash and known.first_published is not None
    return _with(
        ledger,
        report,
        replace(
            known,
            text_hash=text_hash,
            earlier=(*known.earlier, known.text_hash) if changed else known.earlier,
        ),
    )


def move(ledger: Ledger, former: str, report: str, address: str) -> Ledger:
    """The ledger after a report got another id: the entry goes along, and its former address is remembered.

    The site redirects from there (W16). A former id without an entry changes nothing.
    """
    known = ledger.entry(former)
    if known is None or ledger.entry(report) is not None:
        return ledger
    former_addresses = (*known.former_addresses, known.address)
    return _with(ledger, former, replace(known, report=report, address=address, former_addresses=former_addresses))


def publish(ledger: Ledger, reports: Iterable[str], today: date) -> Ledger:
    """The ledger after these reports were published: the day of first publication, where it was not known yet."""
    named = frozenset(reports)
    return Ledger(
        tuple(
            replace(entry, first_published=today) if entry.report in named and entry.first_published is None else entry
            for entry in ledger.entries
        )
    )


def _with(ledger: Ledger, report: str, changed: LedgerEntry) -> Ledger:
    return Ledger(tuple(changed if entry.report == report else entry for entry in ledger.entries))
