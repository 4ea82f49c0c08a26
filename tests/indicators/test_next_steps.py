"""Where a report turns to the time to come, its numbers are targets; and before that they are not."""

from __future__ import annotations

import pytest

from generator.indicators import extract
from generator.model.fact import Reason
from tests.indicators.marked import analysed

HEAD = "甲县农具推广局2024年法治政府建设情况报告\n一、主要工作\n开展法治培训12期。{}\n"


@pytest.mark.parametrize(
    "turning",
    [
        "\n下一步，我局将建设法治文化长廊3处，每村培育不低于2名法律明白人。",
        "下一步，我局将建设法治文化长廊3处。",
        "\n2025年，我局将组织案卷评查，抽查100宗案卷。",
        "\n2025年工作打算。我们要把一审败诉率降到8%以下。",
        "\n明年，建设法治文化长廊3处。",
        "持证率离95%的要求还有差距。",
        "\n方案提出到2030年，阵地覆盖率提高60%，新增文化长廊28处。",
    ],
)
def test_what_is_to_come_is_a_target(turning: str) -> None:
    analysis = analysed(HEAD.format(turning))
    findings, _ = extract(analysis.document, analysis.outline, analysis.identity)
    assert [fact.mention for fact in findings.facts] == ["12期"]
    assert {item.reason for item in findings.left_out if item.span.start > analysis.document.text.index("12期")} >= {
        Reason.TARGET
    }


@pytest.mark.parametrize(
    ("going_on", "mentions"),
    [
        ("\n2024年，我局将普法送到田间，开展宣讲36场。", ["12期", "36场"]),
        ("\n2024年工作打算全部落实，开展宣讲36场。", ["12期", "36场"]),
        ("\n对照到2030年的目标，已建成文化长廊28处。", ["12期", "28处"]),
    ],
)
def test_what_was_done_is_none(going_on: str, mentions: list[str]) -> None:
    analysis = analysed(HEAD.format(going_on))
    findings, _ = extract(analysis.document, analysis.outline, analysis.identity)
    assert [fact.mention for fact in findings.facts] == mentions
