"""Dates of signing and of publication (D01–D07). Nothing is inferred, nothing is rewritten."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime

from generator.catalogues.checks import Dates
from generator.catalogues.rules import Rule
from generator.model.identity import Basis
from generator.model.span import Span
from generator.rules.context import Matter
from generator.rules.deadlines import due_date
from generator.rules.ruling import Remark, Ruling, met, not_applicable, not_met, undecided
from generator.rules.workdays import working_days_after
from generator.text import fold

_PROVINCE = re.compile(r"(?:省|自治区|^(?:北京|天津|上海|重庆)市)人民政府$")
_PROVINCIAL = 4
"""Provincial governments report to the centre before 1 April, all others before 1 March (规定 23)."""
_WELL_FORMED = re.compile(r"20[0-9]{2}年(?:[1-9]|1[0-2])月(?:[1-9]|[12][0-9]|3[01])日")


def check_dates(rule: Rule, check: Dates, matter: Matter) -> Ruling:
    """Dispatch on the duty."""
    return _CHECKS[check.of](rule, check, matter)


def _signed_on(matter: Matter) -> date | None:
    known = matter.report.identity.signed_on
    return known.value if known else matter.report.metadata.signed_on


def _published_on(matter: Matter) -> date | None:
    value = matter.report.identity.published_on or matter.report.metadata.published_on
    return value.date() if isinstance(value, datetime) else value


def _signed(rule: Rule, check: Dates, matter: Matter) -> Ruling:
    del rule, check
    place = matter.report.outline.date
    if place is None:
        signed = _signed_on(matter)
        if signed is not None:
            return met(f"正文没有成文日期，申报为{_day(signed)}。")
        return not_met("没有成文日期。", Remark(None, {"what": "没有成文日期"}, quote=""))
    words = "".join(place.of(matter.text).split())
    if _WELL_FORMED.search(fold(words)):
        return met(f"成文日期为{words}。", place)
    what = f"成文日期“{words}”写法不规范"
    return not_met(f"{what}。", Remark(place, {"what": what}))


def _published(rule: Rule, check: Dates, matter: Matter) -> Ruling:
    del check
    published = _published_on(matter)
    if published is None:
        return not_met(f"{rule.message}。", Remark(None, quote=""))
    return met(f"公开日期为{_day(published)}。")


def _deadline(rule: Rule, check: Dates, matter: Matter) -> Ruling:
    del check
    if matter.year is None:
        return undecided("报告年度不明。")
    due = due_date(matter.report.agency.kind if matter.report.agency else None, matter.year, rule)
    published = _published_on(matter)
    if due is None:
        return not_applicable("当时没有公开期限的规定。")
    if published is None:
        return undecided("公开日期未载明，无法判断是否在期限之内。")
    if days := due.days_late(published):
        what = f"{_day(published)}公开，晚于期限{_day(due.last_day)}（晚{days}天）"
        return not_met(f"{what}。", Remark(None, {"what": what}, quote=""))
    if published == due.disputed:
        what = f"{_day(published)}公开；“4月1日之前”是否包括当日有不同理解"
        return undecided(f"{what}。", Remark(None, {"what": what}, quote=""))
    return met(f"{_day(published)}公开，在期限{_day(due.last_day)}之内。")


def _reported(rule: Rule, check: Dates, matter: Matter) -> Ruling:
    del rule
    signed = _signed_on(matter)
    if signed is None or matter.year is None:
        return undecided("没有成文日期或报告年度，无法推断报送时间。")
    agency = matter.report.identity.agency
    month = _PROVINCIAL if agency and _PROVINCE.search(agency.value) else check.month
    due = date(matter.year + 1, month, check.day)
    if signed < due:
        return met(f"成文日期为{_day(signed)}，在{_day(due)}之前。")
    what = f"成文日期{_day(signed)}，不在报送期限{_day(due)}之前"
    return not_met(f"{what}。", Remark(_place(matter), {"what": what}))


def _working_days(rule: Rule, check: Dates, matter: Matter) -> Ruling:
    del rule
    signed, published = _signed_on(matter), _published_on(matter)
    if signed is None or published is None:
        return undecided("没有成文日期或公开日期，无法计算。")
    if published < signed:
        return not_applicable("公开日期早于成文日期，见另一条规则。")
    days = working_days_after(signed, published)
    if days is None:
        return undecided("没有这一年度的节假日安排，无法计算工作日。")
    if days <= check.working_days:
        return met(f"成文后第{days}个工作日公开。")
    return not_met(f"成文后第{days}个工作日公开。", Remark(None, {"days": str(days)}, quote=""))


def _order(rule: Rule, check: Dates, matter: Matter) -> Ruling:
    del rule, check
    signed, published, today = _signed_on(matter), _published_on(matter), matter.context.today
    faults = []
    if published is not None and signed is not None and published < signed:
        faults.append(f"公开日期{_day(published)}早于成文日期{_day(signed)}")
    if published is not None and published > today:
        faults.append(f"公开日期{_day(published)}晚于今天{_day(today)}")
    if published is None and signed is not None and signed > today:
        faults.append(f"成文日期{_day(signed)}晚于今天{_day(today)}")
    entry = matter.context.ledger.entry(matter.report.id) if matter.report.id else None
    first = entry.first_published if entry else None
    if first is not None and published is not None and published > first:
        faults.append(f"公开日期{_day(published)}晚于本站首次发布日期{_day(first)}")
    if faults:
        return not_met("；".join(faults) + "。", *(Remark(None, {"what": fault}, quote="") for fault in faults))
    if published is None and signed is None:
        return not_applicable("没有可以比较的日期。")
    return met("日期先后合理。")


def _earliest(rule: Rule, check: Dates, matter: Matter) -> Ruling:
    del rule
    signed = _signed_on(matter)
    if signed is None or matter.year is None:
        return not_applicable("没有成文日期或报告年度。")
    if signed >= date(matter.year, check.month, check.day):
        return met(f"成文日期为{_day(signed)}。")
    return not_met(f"成文日期{_day(signed)}早于报告年度的12月。", Remark(_place(matter), {"signed": _day(signed)}))


def _place(matter: Matter) -> Span | None:
    known = matter.report.identity.signed_on
    return known.span if known and known.basis is Basis.TEXT else None


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


_CHECKS: dict[str, Callable[[Rule, Dates, Matter], Ruling]] = {
    "signed": _signed,
    "published": _published,
    "deadline": _deadline,
    "reported": _reported,
    "working_days": _working_days,
    "order": _order,
    "earliest": _earliest,
}
