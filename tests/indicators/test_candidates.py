"""Candidates for the catalogue: counted by report, spelling and place aside."""

from __future__ import annotations

from generator.indicators import extract
from generator.indicators.candidates import Candidate, candidates
from generator.model.fact import Findings
from tests.indicators.marked import analysed


def findings_of(text: str) -> Findings:
    sentence = analysed(text)
    findings, _ = extract(sentence.document, sentence.outline, sentence.identity)
    return findings


def test_what_several_reports_say_comes_first() -> None:
    found = candidates(
        [
            findings_of("修剪行道树120棵，投放鱼苗3万尾。"),
            findings_of("全县修剪“行道树”86棵。"),
            findings_of("我局修剪行道树20棵，擦洗路牌30块。"),
        ]
    )
    assert [(item.name, item.units, item.reports, item.figures) for item in found] == [
        ("修剪行道树棵数", ("棵",), 3, 3)
    ]


def test_figures_with_a_canonical_name_are_no_candidates() -> None:
    assert candidates([findings_of("受理行政复议申请36件。")] * 3) == ()


def test_a_name_of_one_report_can_be_asked_for() -> None:
    found = candidates([findings_of("擦洗路牌30块，又擦洗路牌20块。")], at_least=1)
    assert [type(item) for item in found] == [Candidate]
    assert [number for number, _ in found[0].facts] == [0, 0]


def test_nothing_in_nothing_out() -> None:
    assert candidates([]) == ()
