"""Rules that need all reports or the site's settings: copies, addresses, later changes, index numbers, the footer."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.catalogues.checks import AcrossReports, Configured
from generator.catalogues.rules import Rule
from generator.hashing import text_hash
from generator.locate import locate
from generator.model.diagnostic import Diagnostic
from generator.model.metadata import Mode
from generator.model.outcome import Judgement, Outcome
from generator.model.report import Corpus, Report
from generator.model.settings import Settings
from generator.rules.acceptance import accept
from generator.rules.context import Matter, RuleContext
from generator.rules.copies import find_copies
from generator.rules.judge import outcome, problem, severity_of
from generator.rules.ruling import Remark, Ruling, met, not_applicable, not_met
from generator.rules.settle import settled_rules

SETTINGS_FILE, LEDGER_FILE = "site.yml", "ledger.json"
_SITE_CODE = re.compile(r"[0-9]{10}|bm[0-9]{8}")
_PLACEHOLDER = re.compile(r"[XxＸ×]{2,}|0{6,}|待填|待定|请填写|示例|example|TODO|null", re.IGNORECASE)
_FOOTER = {
    "organiser": "主办单位",
    "contact": "联系方式",
    "site_code": "网站标识码",
    "icp": "ICP备案编号",
    "police": "公安机关备案标识",
    "error_report": "我为政府网站找错",
    "badge": "党政机关网站标识",
}
"""Footer items of W05; the eighth, the site map, is always there."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A ruling on a report (its number in the corpus), or on the site (None)."""

    rule: Rule
    report: int | None
    ruling: Ruling


def judge_corpus(corpus: Corpus) -> Corpus:
    """The corpus with the outcomes and problems of the rules that need all of it.

    Outcomes go to the reports they concern; problems of the site's settings and of its ledger to the corpus. Problems
    that the metadata file accepts are marked.
    """
    found = [item for rule in settled_rules(corpus.settings) for item in _decide(rule, corpus)]
    by_report: dict[int, list[_Found]] = defaultdict(list)
    site: list[Diagnostic] = []
    for item in found:
        if item.report is None:
            severity = item.rule.severity.of(corpus.settings.mode)
            site += (problem(item.rule, remark, severity) for remark in item.ruling.remarks)
        else:
            by_report[item.report].append(item)
    reports = tuple(_with(report, by_report[number], corpus) for number, report in enumerate(corpus.reports))
    return replace(corpus, reports=reports, diagnostics=(*corpus.diagnostics, *site))


def _with(report: Report, found: list[_Found], corpus: Corpus) -> Report:
    context = RuleContext(corpus.settings, corpus.roster, corpus.ledger, corpus.today)
    matter = Matter(report, context, {})
    outcomes: list[Outcome] = []
    problems: list[Diagnostic] = []
    for item in found:
        outcomes.append(outcome(item.rule, item.ruling, matter))
        severity = severity_of(item.rule, report, corpus.settings)
        problems += (problem(item.rule, remark, severity) for remark in item.ruling.remarks)
    told = accept(problems, report.metadata, report.path, across=True)
    located = (locate(item, report.document, report.path) for item in told)
    judgement = Judgement(report.judgement.parts, (*report.judgement.outcomes, *outcomes))
    return replace(report, judgement=judgement, diagnostics=(*report.diagnostics, *located))


def _decide(rule: Rule, corpus: Corpus) -> Iterator[_Found]:
    if isinstance(rule.check, AcrossReports):
        deciders = {"copies": _copies, "addresses": _addresses, "changes": _changes, "catalogue": _catalogue}
        yield from deciders[rule.check.of](rule, corpus)
    elif isinstance(rule.check, Configured):
        checks = {"site_code": _site_code, "footer": _footer, "placeholders": _placeholders}
        yield _Found(rule, None, checks[rule.check.of](corpus.settings))


def _copies(rule: Rule, corpus: Corpus) -> Iterator[_Found]:
    check = rule.check
    if not isinstance(check, AcrossReports):
        return
    copies = {copy.of: copy for copy in reversed(find_copies(corpus.reports, check.own, check.others))}
    for number in range(len(corpus.reports)):
        copy = copies.get(number)
        if copy is None:
            yield _Found(rule, number, met("没有发现大段照抄。"))
            continue
        source = corpus.reports[copy.source]
        other = f"本机关{_year(source)}年的报告" if copy.same_agency else f"“{_name(source)}”{_year(source)}年的报告"
        percent = f"{100 * copy.share:.0f}"
        reason = f"与{other}有{percent}%的文字相同。"
        yield _Found(rule, number, not_met(reason, Remark(None, {"other": other, "percent": percent}, quote="")))


def _addresses(rule: Rule, corpus: Corpus) -> Iterator[_Found]:
    known = {report.id for report in (*corpus.reports, *corpus.withheld)}
    kept = {address for entry in corpus.ledger.entries if entry.report in known for address in entry.former_addresses}
    for number, report in enumerate(corpus.reports):
        entry = corpus.ledger.entry(report.id) if report.id else None
        ruling = met("网址固定不变。") if entry else not_applicable("还没有登记网址。")
        yield _Found(rule, number, ruling)
    for entry in corpus.ledger.entries:
        if entry.report not in known and entry.address not in kept:
            what = f"曾经登记的报告“{entry.report}”不见了，网址“{entry.address}”会打不开"
            remark = Remark(None, {"what": what}, quote="", file=LEDGER_FILE, line=1, column=1)
            yield _Found(rule, None, not_met(f"{what}。", remark))


def _changes(rule: Rule, corpus: Corpus) -> Iterator[_Found]:
    for number, report in enumerate(corpus.reports):
        entry = corpus.ledger.entry(report.id) if report.id else None
        if entry is None or entry.first_published is None:
            yield _Found(rule, number, not_applicable("还没有公开过。"))
            continue
        changes = len(entry.earlier) + (entry.text_hash != text_hash(report.document))
        if not changes:
            yield _Found(rule, number, met("公开之后文字没有改动。"))
        elif len(report.metadata.corrections) >= changes:
            yield _Found(rule, number, met("公开之后的改动有更正说明。"))
        else:
            yield _Found(rule, number, not_met(f"{rule.message}。", Remark(None, quote="")))


def _catalogue(rule: Rule, corpus: Corpus) -> Iterator[_Found]:
    by_index: dict[str, list[int]] = defaultdict(list)
    for number, report in enumerate(corpus.reports):
        if report.metadata.index_number:
            by_index[report.metadata.index_number.strip()].append(number)
    for number, report in enumerate(corpus.reports):
        index = (report.metadata.index_number or "").strip()
        others = [corpus.reports[item] for item in by_index.get(index, ()) if item != number]
        if not index:
            yield _Found(rule, number, not_applicable("没有申报索引号，目录以报告的固定编号为索引。"))
        elif others:
            other = f"“{_name(others[0])}”{_year(others[0])}年的报告"
            reason = f"索引号与{other}重复。"
            yield _Found(rule, number, not_met(reason, Remark(None, {"found": index, "other": other}, quote="")))
        else:
            yield _Found(rule, number, met("索引号没有重复。"))


def _site_code(settings: Settings) -> Ruling:
    code = settings.footer.site_code.strip()
    if not code:
        return not_applicable("没有填写网站标识码。")
    if _SITE_CODE.fullmatch(code):
        return met("网站标识码格式正确。")
    return not_met("网站标识码格式不正确。", _in_settings({"found": code}))


def _footer(settings: Settings) -> Ruling:
    if settings.mode is Mode.DEMO:
        return not_applicable("演示站不要求页脚信息。")
    missing = [name for key, name in _FOOTER.items() if not getattr(settings.footer, key).strip()]
    if missing:
        return not_met(f"页脚缺少{'、'.join(missing)}。", _in_settings({"what": "、".join(missing)}))
    return met("页脚信息齐全。")


def _placeholders(settings: Settings) -> Ruling:
    values = [settings.name, settings.host, *(getattr(settings.footer, key) for key in _FOOTER)]
    found = [value for value in values if _PLACEHOLDER.search(value)]
    if found:
        return not_met(f"有{len(found)}处占位文字。", *(_in_settings({"found": value}) for value in found))
    return met("没有占位文字。")


def _in_settings(values: dict[str, str]) -> Remark:
    return Remark(None, values, quote="", file=SETTINGS_FILE, line=1, column=1)


def _year(report: Report) -> str:
    return str(report.identity.year.value) if report.identity.year else "另一"


def _name(report: Report) -> str:
    if report.agency is not None:
        return report.agency.name
    return report.identity.agency.value if report.identity.agency else report.path.name
