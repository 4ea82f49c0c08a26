"""What the guard found in the report and in the files that go with it (P01–P08, K01, K02)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.catalogues.checks import Guarded
from generator.catalogues.rules import Rule
from generator.guard import FileScan, Hit, Kind
from generator.model.diagnostic import Severity
from generator.rules.context import Matter
from generator.rules.files import remark_on_hidden
from generator.rules.ruling import Remark, Ruling, met, not_applicable, not_met, undecided


def check_guarded(rule: Rule, check: Guarded, matter: Matter) -> Ruling:
    """Dispatch on what is looked for."""
    if check.of == "hits":
        return _hits(rule, matter)
    if not matter.context.files:
        return not_applicable("没有随报告公开的文件。")
    return _hidden(matter) if check.of == "hidden" else _unchecked(matter)


def _hits(rule: Rule, matter: Matter) -> Ruling:
    found = [*_in_text(rule.id, matter), *_in_files(rule.id, matter)]
    remarks = tuple(remark for remark, _ in found)
    if not found:
        return met("没有发现。")
    if any(certain for _, certain in found):
        return not_met(f"发现{len(found)}处。", *remarks)
    return undecided(f"有{len(found)}处疑似，须由人核对。", *remarks)


def _in_text(identifier: str, matter: Matter) -> Iterator[tuple[Remark, bool]]:
    for hit in matter.hits:
        if hit.code == identifier:
            yield Remark(hit.span, _values(hit, ""), quote=hit.masked, severity=_severity(hit)), hit.certain


def _in_files(identifier: str, matter: Matter) -> Iterator[tuple[Remark, bool]]:
    """Hits in files; what the text of the report told already is not told again for its original."""
    original = matter.report.document.original.name
    told = {(hit.kind, hit.masked) for hit in matter.hits}
    for scan in matter.context.files:
        for item in scan.found:
            hit = item.hit
            again = scan.name == original and (hit.kind, hit.masked) in told
            if hit.code != identifier or again:
                continue
            place = f"（文件“{scan.name}”{item.place}）" if item.place else f"（文件“{scan.name}”）"
            yield (
                Remark(
                    None,
                    _values(hit, place),
                    quote=hit.masked,
                    severity=_severity(hit),
                    file=scan.name,
                    line=item.line or 1,
                    column=item.column or 1,
                    place=item.place,
                ),
                hit.certain,
            )


def _values(hit: Hit, place: str) -> dict[str, str]:
    shown = "" if hit.kind is Kind.SECRECY_MARK else hit.masked
    return {"masked": shown, "place": place}


def _severity(hit: Hit) -> Severity | None:
    """What is not certain asks a person to look, and blocks nothing."""
    return None if hit.certain else Severity.WARNING


def _hidden(matter: Matter) -> Ruling:
    """Attachments, and what else goes with the report; what the original hides, its reader has told already."""
    original = matter.report.document.original.name
    remarks = [
        replace(remark_on_hidden(scan.hidden, scan.name), file=scan.name, line=1, column=1)
        for scan in matter.context.files
        if scan.hidden and scan.name != original
    ]
    if remarks:
        return not_met(f"有{len(remarks)}个文件带有隐藏内容。", *remarks)
    return met("随报告公开的文件没有隐藏内容。")


def _unchecked(matter: Matter) -> Ruling:
    """Files that go with the report; the text of the report itself was scanned as its reader gave it."""
    original = matter.report.document.original.name
    files: list[FileScan] = [scan for scan in matter.context.files if scan.unchecked and scan.name != original]
    if files:
        return not_met(
            f"有{len(files)}个文件没有检查。",
            *(
                Remark(None, {"file": scan.name, "why": scan.unchecked}, quote="", file=scan.name, line=1, column=1)
                for scan in files
            ),
        )
    return met("随报告公开的文件都检查过。")
