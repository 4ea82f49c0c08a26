"""Every code that a check can print can be read about: in words, with what to do, a wrong and a right example."""

from __future__ import annotations

import re

import pytest

from generator.catalogues.checks import OnSite
from generator.catalogues.rules import rules_by_id
from generator.reporting.codes import Code, all_codes, declared_problems

CHINESE = re.compile("[一-鿿]")
JARGON = re.compile(r"\b(?:None|null|Exception|span|regex|parse|token|stage|offset)\b|JSON Pointer|正则表达式|异常栈")
SECRECY = "K01"


def printable() -> list[Code]:
    """The codes that a check prints; rules that are looked at on the built site alone are told there."""
    rules = rules_by_id()
    return [code for code in all_codes() if code.code not in rules or not isinstance(rules[code.code].check, OnSite)]


@pytest.mark.parametrize("code", printable(), ids=lambda code: code.code)
def test_a_code_can_be_read_about(code: Code) -> None:
    assert CHINESE.search(code.title), code
    assert CHINESE.search(code.hint), code
    assert code.wrong.strip(), "no wrong example"
    assert code.right.strip(), "no right example"
    assert code.wrong != code.right
    assert [text for text in (code.title, code.hint) if JARGON.search(text)] == []


def test_no_example_of_a_secrecy_mark_is_given() -> None:
    (code,) = [code for code in all_codes() if code.code == SECRECY]
    assert "★" not in code.wrong + code.right + code.title


def test_no_code_means_two_things() -> None:
    names: dict[str, str] = {}
    for problem in declared_problems():
        assert names.setdefault(problem.code, problem.name) == problem.name
