"""Whatever the text: an outcome for every rule, evidence inside the text, and never a failure."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import settings as effort
from hypothesis import strategies as st

from generator.catalogues.checks import AcrossReports, Configured, OnSite
from generator.catalogues.rules import all_rules
from generator.guard import scan_text
from generator.model.metadata import Ledger, Metadata, Roster
from generator.model.outcome import PartName
from generator.model.settings import Settings
from generator.rules import RuleContext
from tests.rules.scenario import try_text

PIECES = (
    *("\n", "\n\n", "一、", "（一）", "一是", "，", "。", "：", "　", "*", "**", "《", "》", "〔", "〕"),
    *("甲县乙局", "关于", "2024年", "2025年", "度", "报告", "法治政府建设", "情况", "下一步", "我局将", "我县"),
    *("存在的不足和原因", "还存在", "等短板", "第一责任人", "主要举措和成效", "其他需要报告的情况", "其他情况"),
    *("发改队伍", "市人大常委会", "报送", "截止2024年", "占比", "95%", "12件", "其中", "[bookmark: _GoBack]"),
    *("19912345678", "机密★", "内部资料", "患者王小明", "张建国诉", "建设路1号"),
)
TEXTS = st.lists(st.sampled_from(PIECES), min_size=12, max_size=60).map("".join)
LISTS = Settings("测试", leaders=("王小东",), phrases=("法治政府建设",))
CONTEXT = RuleContext(LISTS, Roster(), Ledger(), date(2026, 1, 1))
ON_REPORTS = [rule.id for rule in all_rules() if not isinstance(rule.check, AcrossReports | Configured | OnSite)]


@effort(max_examples=60)
@given(TEXTS)
def test_any_text_is_judged(text: str) -> None:
    report = try_text("法治政府建设" + text, CONTEXT, Metadata(), None).report
    whole = len(report.document.text)
    assert [item.rule for item in report.judgement.outcomes] == ON_REPORTS
    assert [part.name for part in report.judgement.parts] == list(PartName)
    spans = [span for item in report.judgement.outcomes for span in item.evidence]
    spans += [part.span for part in report.judgement.parts if part.span]
    assert [span for span in spans if not 0 <= span.start <= span.end <= whole] == []


@given(st.text(alphabet="张王李0123456789 -\n，。（）患者原告诉住路号机密★☆内部资料Xx", max_size=80))
def test_hits_lie_in_the_text_and_show_no_number(text: str) -> None:
    for hit in scan_text(text):
        assert 0 <= hit.span.start < hit.span.end <= len(text)
        assert not any(part in hit.masked for part in (hit.span.of(text),) if part.isdecimal())
