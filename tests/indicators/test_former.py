"""The numbers before and after a change are figures of the same thing, and the one before says so."""

from __future__ import annotations

import pytest

from tests.indicators.marked import analysed, read_marked

CASES = [
    # sentence with the two numbers; indicator; dimension before and after the change
    ("公职律师由⟦3名⟧增加到⟦7名⟧。", "public-lawyers", ("变化前", "")),
    ("许可平均办理时限由法定的⟦18个工作日⟧压缩到⟦4个工作日⟧。", "average-handling-time", ("变化前，法定", "")),
    ("承诺件平均办结时限由改革前的⟦9天⟧减少为⟦2天⟧。", "average-handling-time", ("改革前", "")),
    ("12345热线满意率由去年的⟦90.1%⟧提高到⟦94.7%⟧。", "hotline-satisfaction", ("去年", "")),
    ("行政许可事项从⟦310项⟧减少至⟦288项⟧。", "licence-items", ("变化前", "")),
]


def test_what_people_make_up_is_no_change() -> None:
    marked = read_marked("帮办代办队伍由⟦65人⟧组成。")
    assert [fact.dimension for fact in analysed(marked.text).facts_at(marked.mentions[0][0])] == [""]


@pytest.mark.parametrize(("text", "indicator", "dimensions"), CASES, ids=[case[1] for case in CASES])
def test_before_and_after(text: str, indicator: str, dimensions: tuple[str, str]) -> None:
    marked = read_marked(text)
    sentence = analysed(marked.text)
    facts = [fact for span, _ in marked.mentions for fact in sentence.facts_at(span)]
    assert [(fact.indicator, fact.dimension) for fact in facts] == [(indicator, said) for said in dimensions]
