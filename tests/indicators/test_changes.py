"""How a figure changed since the year before is told of that figure, or of none."""

from __future__ import annotations

import pytest

from tests.indicators.test_candidates import findings_of

CASES = {
    "办理法律援助案件500件，同比增长12.5%。": ("同比变化幅度", "法律援助案件数，增长"),
    "办理农民工法律援助案件50件，较上年减少9%。": ("同比变化幅度", "法律援助案件数（农民工），下降"),
    "人民调解成功率98.6%，较上年提高1.2个百分点。": ("同比变化百分点", "人民调解成功率，增长"),
    "修剪行道树120棵，同比增长20%。": ("", ""),
    "办理法律援助案件500件；修剪行道树同比增长20%。": ("", ""),
    "办理法律援助案件500件，解答来电咨询的群众满意程度有所提高，较上年增长3%。": ("", ""),
    "办理法律援助案件500件，环比增长20%。": ("", ""),
}


@pytest.mark.parametrize(("text", "expected"), CASES.items(), ids=CASES)
def test_a_change_is_one_of_the_figure_before_it(text: str, expected: tuple[str, str]) -> None:
    change = findings_of(text).facts[-1]
    assert (change.name if change.indicator else "", change.dimension) == expected


def test_a_change_stands_under_the_theme_of_what_changed() -> None:
    figure, change = findings_of("办理法律援助案件500件，同比增长12.5%。").facts
    assert (change.theme, change.indicator) == (figure.theme, "change-on-year")
