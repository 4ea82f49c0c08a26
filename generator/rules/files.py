"""A file by itself in the words of the rules: what the guard found in it, without a report around it."""

from __future__ import annotations

from generator.catalogues.rules import Rule, rules_by_id
from generator.guard import FileScan, Found, HiddenThing, Kind
from generator.model.diagnostic import Diagnostic, Severity
from generator.model.metadata import Mode
from generator.model.settings import Settings
from generator.rules.ruling import Remark
from generator.rules.settle import settled_rules


def judge_file(scan: FileScan, shown: str, settings: Settings | None = None) -> tuple[Diagnostic, ...]:
    """The problems of one file; `shown` is the path to print, `settings` None outside a site.

    What is certain has the severity of its rule, what a person has to look at is a warning. The quotation is the
    masked form, "" for a secrecy mark. A rule that the site has switched off says nothing.
    """
    known = rules_by_id() if settings is None else {rule.id: rule for rule in settled_rules(settings)}
    mode = Mode.DEMO if settings is None else settings.mode
    problems = [
        _problem(known[item.hit.code], _of_hit(item), shown, mode) for item in scan.found if item.hit.code in known
    ]
    if scan.hidden and "P07" in known:
        problems.append(_problem(known["P07"], remark_on_hidden(scan.hidden, _base(shown)), shown, mode))
    if scan.unchecked and "P08" in known:
        remark = Remark(values={"file": _base(shown), "why": scan.unchecked})
        problems.append(_problem(known["P08"], remark, shown, mode))
    return tuple(problems)


def _of_hit(item: Found) -> Remark:
    hit = item.hit
    masked = "" if hit.kind is Kind.SECRECY_MARK else hit.masked
    place = f"（{item.place}）" if item.place else ""
    return Remark(
        values={"masked": masked, "place": place},
        quote=masked,
        severity=None if hit.certain else Severity.WARNING,
        line=item.line,
        column=item.column,
        place=item.place,
    )


def remark_on_hidden(things: tuple[HiddenThing, ...], name: str) -> Remark:
    """One remark for all that a file called `name` hides; a warning if it is only names in its properties."""
    what = "、".join(f"{thing.what} {thing.count} 处" for thing in things)
    severity = None if any(thing.serious for thing in things) else Severity.WARNING
    return Remark(values={"file": name, "what": what}, quote="", severity=severity)


def _problem(rule: Rule, remark: Remark, shown: str, mode: Mode) -> Diagnostic:
    return Diagnostic(
        code=rule.id,
        name=rule.name,
        severity=remark.severity or rule.severity.of(mode),
        message=rule.message.format(**remark.values),
        hint=rule.hint,
        quote=remark.quote or "",
        place=remark.place,
        file=shown,
        line=remark.line or 1,
        column=remark.column or 1,
    )


def _base(shown: str) -> str:
    return shown.rpartition("/")[2]
