"""The examples that stand beside each problem are true: the wrong one shows it, the right one does not."""

import pytest

from generator.identity import identify
from generator.identity.problems import (
    AGENCY_UNKNOWN,
    ISSUER_MISSING,
    KIND_UNKNOWN,
    NO_TITLE,
    OTHER_KIND,
    YEAR_UNKNOWN,
)
from generator.intake import read_text
from generator.model.diagnostic import Problem
from generator.model.metadata import Metadata, Roster
from generator.outline import find_outline

PROBLEMS = (AGENCY_UNKNOWN, ISSUER_MISSING, KIND_UNKNOWN, NO_TITLE, OTHER_KIND, YEAR_UNKNOWN)


def codes(text: str) -> set[str]:
    document, _ = read_text(text, "report.txt")
    outline, _ = find_outline(document)
    return {problem.code for problem in identify(document, outline, Metadata(), None, Roster())[1]}


@pytest.mark.parametrize("problem", PROBLEMS, ids=lambda problem: problem.code)
def test_examples(problem: Problem) -> None:
    body = "\n一、主要工作\n组织开展宣传活动，取得了较好的效果。\n"
    wrong, right = (example + body for example in (problem.wrong, problem.right))
    assert [problem.code in codes(text) for text in (wrong, right)] == [True, False]
