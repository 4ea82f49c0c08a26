"""The examples that stand beside each problem are true: the wrong one shows it, the right one does not."""

import pytest

from generator.intake import read_text
from generator.model.diagnostic import Problem
from generator.outline import find_outline
from generator.outline.numbering import MIXED, NUMBERING, UNNUMBERED
from generator.outline.page_remains import PAGE_REMAINS


def codes(text: str) -> set[str]:
    document, _ = read_text(text, "report.txt")
    return {problem.code for problem in find_outline(document)[1]}


@pytest.mark.parametrize("problem", [MIXED, NUMBERING, PAGE_REMAINS, UNNUMBERED], ids=lambda problem: problem.code)
def test_examples(problem: Problem) -> None:
    body = "\n开展法治宣传活动12场次，覆盖群众3000人次。\n"
    wrong, right = (body.join(example.splitlines()) + body for example in (problem.wrong, problem.right))
    assert [problem.code in codes(text) for text in (wrong, right)] == [True, False]


def test_what_official_documents_say_around_their_text_is_no_remains() -> None:
    top, body = "密级：无\n签发人：王一\n甲县乙局2024年度法治政府建设情况报告\n", "一、主要做法\n组织学习12次。\n"
    assert codes(top + body + "甲县乙局\n2025年1月6日\n（此件公开发布）\n附件：统计表\n联系人：办公室\n") == set()


def test_buttons_below_the_signature_are_remains() -> None:
    report = "甲县乙局2024年度法治政府建设情况报告\n一、主要做法\n组织学习12次。\n甲县乙局\n2025年1月6日\n"
    assert codes(report + "扫一扫在手机打开当前页\n") == {"G102"}


def test_restarted_points_are_no_problem() -> None:
    assert codes("一、问题\n一是学习不够；二是宣传不够。采取以下措施：一是加强学习；二是加强宣传。\n") == set()


def test_points_under_a_chapter_are_no_problem() -> None:
    assert (
        codes("一、主要工作\n一是加强学习。组织学习12次。二是加强宣传。开展宣传8次。\n二、存在问题\n人手不足。\n")
        == set()
    )
