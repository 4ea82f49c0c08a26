"""What the figures of a sentence say of one another: recomputed where they agree, a note to staff where they do not."""

from __future__ import annotations

import pytest

from generator.indicators import extract
from tests.indicators.marked import analysed


def told(text: str) -> tuple[list[str], list[str]]:
    """The formulas that agree and the codes of the notes."""
    analysis = analysed(text)
    findings, notes = extract(analysis.document, analysis.outline, analysis.identity)
    return [item.formula for item in findings.recomputations if item.agrees], [note.code for note in notes]


@pytest.mark.parametrize(
    ("text", "formulas"),
    [
        ("全年查处案件200件，其中食品类案件50件，占比25%。", ["50件 ÷ 200件 = 25%"]),
        ("全年查处案件200件，其中食品类案件50件，占案件总数的25%。", ["50件 ÷ 200件 = 25%"]),
        ("核查对象106个，反馈98次，反馈率92.5%。", []),
        ("清理文件217件，其中继续有效168件、修改13件、废止36件。", ["168件 + 13件 + 36件 = 217件"]),
        ("受理申请36件，办结34件。", ["34件 ≤ 36件"]),
        ("下辖26个行政村、28个社区。54个村（社区）完成换届。", ["26个行政村 + 28个社区 = 54个村(社区)"]),
    ],
)
def test_what_agrees_is_recomputed(text: str, formulas: list[str]) -> None:
    assert told(text) == (formulas, [])


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("全年查处案件200件，其中食品类案件50件，占比35%。", "C02"),
        ("全年查处案件200件，其中食品类案件50件，占案件总数的35%。", "C02"),
        ("受理信访件120件，其中网上信访30件，占比为50%。", "C02"),
        ("核查对象98个，反馈106次，反馈率100%。", "C02"),
        ("受理申请36件，办结38件。", "C03"),
        ("清理文件17件，其中继续有效168件。", "C03"),
        ("案件办结率120%。", "C02"),
    ],
)
def test_what_does_not_agree_is_noted(text: str, code: str) -> None:
    formulas, codes = told(text)
    assert (formulas, codes) == ([], [code])


@pytest.mark.parametrize(
    "text",
    [
        "全年查处案件200件，办理信访50件，占比35%。",
        "全年查处案件200余件，其中食品类案件50件，占比35%。",
        "全年查处案件200件，其中食品类案件50件，同比增长35%。",
        "2022年受理申请36件，2023年办结38件。",
        "上半年受理申请36件，全年办结38件。",
    ],
)
def test_what_need_not_agree_is_not_noted(text: str) -> None:
    assert told(text) == ([], [])
