"""The examples that stand beside each problem are true: the wrong one shows it, the right one does not."""

import pytest

from generator.intake import read_text
from generator.model.diagnostic import Problem
from generator.outline import find_outline
from generator.outline.numbering import MIXED, NUMBERING, UNNUMBERED


def codes(text: str) -> set[str]:
    document, _ = read_text(text, "report.txt")
    return {problem.code for problem in find_outline(document)[1]}


@pytest.mark.parametrize("problem", [MIXED, NUMBERING, UNNUMBERED], ids=lambda problem: problem.code)
def test_examples(problem: Problem) -> None:
    body = "\n开展法治宣传活动12场次，覆盖群众3000人次。\n"
    wrong, right = (body.join(example.splitlines()) + body for example in (problem.wrong, problem.right))
    assert [problem.code in codes(text) for text in (wrong, right)] == [True, False]


def test_restarted_points_are_no_problem() -> None:
    assert codes("一、问题\n一是学习不够；二是宣传不够。采取以下措施：一是加强学习；二是加强宣传。\n") == set()


def test_points_under_a_chapter_are_no_problem() -> None:
    assert (
        codes("一、主要工作\n一是加强学习。组织学习12次。二是加强宣传。开展宣传8次。\n二、存在问题\n人手不足。\n")
        == set()
    )
