"""What the metadata file says of reviews and of disclosure (K03–K05)."""

from __future__ import annotations

from datetime import date, datetime
from itertools import pairwise

from generator.catalogues.checks import Disclosed, Reviewed
from generator.catalogues.rules import Rule
from generator.model.diagnostic import Severity
from generator.model.metadata import Metadata, Review
from generator.rules.context import Matter
from generator.rules.ruling import Remark, Ruling, met, not_met

_PASSED = frozenset({"通过", "同意", "合格", "可以公开", "同意公开", "审查通过", "审核通过"})
_PROACTIVE = "主动公开"


def check_reviewed(rule: Rule, check: Reviewed, matter: Matter) -> Ruling:
    """Each review is there, passed, in order, before publication, and by different people if the rule says so."""
    del rule
    metadata = matter.report.metadata
    found: list[Review] = []
    missing: list[str] = []
    faults: list[str] = []
    for names in check.reviews:
        review = next((item for item in metadata.reviews if item.kind.strip() in names), None)
        if review is None:
            missing.append(names[0])
        else:
            found.append(review)
            faults += _faults(review, names[0], metadata)
    faults += [
        f"{later.kind}的日期（{later.dated}）早于{earlier.kind}（{earlier.dated}）"
        for earlier, later in pairwise(found)
        if later.dated < earlier.dated
    ]
    people = [review.by.strip() for review in found]
    if check.different_people and len(set(people)) < len(people):
        faults.append("各级审核写的是同一个人或岗位")
    if missing:
        faults.insert(0, f"没有{'、'.join(missing)}记录")
    if faults:
        # Names of reviewers are never published, so the sentence for the outcome names none.
        what = "；".join(faults)
        return not_met(f"{what}。", Remark(None, {"what": what}, quote=""))
    return met("审查记录齐全。")


def _faults(review: Review, name: str, metadata: Metadata) -> list[str]:
    faults = []
    published = _day(metadata.published_on)
    if not review.by.strip():
        faults.append(f"{name}没有写审查的岗位、人员或机构")
    if review.result.strip() not in _PASSED:
        faults.append(f"{name}的结论不是“通过”")
    if published is not None and review.dated > published:
        faults.append(f"{name}的日期（{review.dated}）晚于公开日期（{published}）")
    return faults


def check_disclosed(rule: Rule, check: Disclosed, matter: Matter) -> Ruling:
    """主动公开; anything else must not be here at all, whatever the mode."""
    del rule, check
    value = (matter.report.metadata.disclosure or "").strip()
    if value == _PROACTIVE:
        return met("申报为主动公开。")
    if not value:
        return not_met("没有载明公开属性。", Remark(None, {"what": "没有载明公开属性"}, quote=""))
    what = f"公开属性是“{value}”，不能在这里发布"
    return not_met(f"{what}。", Remark(None, {"what": what}, quote="", severity=Severity.ERROR))


def _day(value: date | datetime | None) -> date | None:
    return value.date() if isinstance(value, datetime) else value
