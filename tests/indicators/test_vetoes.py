"""Ways of speaking that make something else of a number, whatever the entry.

The entries are as loose as they come, so that nothing but the shared vetoes can keep them from firing.
"""

from __future__ import annotations

import shutil
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from generator.catalogues.indicator_forms import IndicatorCatalogue, SharedVeto
from generator.catalogues.indicators import FOLDER, read_catalogue
from generator.indicators.context import Context
from generator.indicators.resolve import Resolver
from generator.indicators.verdicts import is_aim
from tests.indicators.marked import analysed, read_marked

LOOSE = {
    "rules": ("cases", "政府规章 ⟨件⟩"),
    "documents": ("cases", "规范性文件 ⟨件⟩"),
    "documents-valid": ("cases", "(继续有效|现行有效)(的)?规范性文件 ⟨件⟩"),
    "lawsuits": ("cases", "行政诉讼案件 ⟨件⟩"),
    "funds": ("money", "奖补资金 ⟨元⟩"),
    "closures": ("bodies", "停产停业 ⟨家⟩"),
    "enterprises": ("bodies", "企业 ⟨家|个⟩"),
    "townships": ("bodies", "⟨个⟩ 乡镇 … 督察"),
    "duties": ("items", "职责清单 ⟨项|个⟩"),
    "trained-officers": ("visits", "⟨名⟩ … 参加 … 培训"),
    "time": ("days", "办理时间 ⟨⟩"),
    "group-study": ("times", "党组会 … 学习 … ⟨次⟩"),
    "case-meetings": ("times", "案审会 ⟨次⟩"),
    "lectures": ("times", "讲座 ⟨期⟩"),
    "joint-study": ("times", "(党组会|办公会) … 合计学习 ⟨次⟩"),
}
"""Entries of one pattern each: class of units and pattern."""

CARRIED = {
    "government-study": ("times", '{match: "(会前学法|集体学法) ⟨次⟩", sentence: 常务会议学法}'),
    "government-topics": ("times", '{match: "^ 研究 … 法治 … ⟨次⟩", previous: 常务会}'),
}
"""The same, with words taken from elsewhere in the sentence."""


@cache
def catalogue() -> IndicatorCatalogue:
    """The catalogue of the loose entries, with all that the real one shares."""
    lines = ["theme: T1", "entries:"]
    patterns = {name: (unit, f'"{pattern}"') for name, (unit, pattern) in LOOSE.items()} | CARRIED
    for name, (unit, pattern) in patterns.items():
        lines += [f"  - {{id: {name}, name: {name}, definition: 例, unit: {unit},", f"     patterns: [{pattern}],"]
        lines += ["     examples: [例⟦1件⟧]}"]
    with TemporaryDirectory() as folder:
        shutil.copy(FOLDER / "shared.yml", folder)
        Path(folder, "t1-loose.yml").write_text("\n".join(lines), encoding="utf-8")
        return read_catalogue(Path(folder))


def contexts_of(marked: str) -> tuple[Context, ...]:
    """What the catalogue is told of the marked number."""
    text = read_marked(marked)
    ((span, _),) = text.mentions
    return analysed(text.text).contexts_at(span)


def dimension(text: str) -> list[str]:
    """The dimensions of the loose entries that fire."""
    return [item.dimension for context in contexts_of(text) for item in Resolver(catalogue()).resolve(context)]


def fired(text: str, *, without: str = "") -> list[str]:
    """The ids of the loose entries that fire, `without` one of the shared vetoes if one is named."""
    known = catalogue()
    if without:
        known = replace(known, vetoes={**known.vetoes, without: SharedVeto()})
    return [item.indicator for context in contexts_of(text) for item in Resolver(known).resolve(context)]


@pytest.mark.parametrize(
    ("veto", "text", "indicator"),
    [
        ("change", "审结案件30件，同比2022年行政诉讼案件⟦21件⟧有所上升。", "lawsuits"),
        ("in_force", "现行有效的政府规章⟦9件⟧。", "rules"),
        ("in_force", "收录现行有效的地方性法规6件、政府规章⟦9件⟧。", "rules"),
        ("in_force", "收录地方性法规6件、行政规范性文件⟦13件⟧。", "documents"),
        ("listed_in_plan", "政府规章⟦6件⟧列入年度立法计划。", "rules"),
        ("from_above", "争取上级奖补资金⟦200万元⟧。", "funds"),
        ("expired", "因资质到期停产停业⟦3家⟧。", "closures"),
        ("prevented", "有效避免行政诉讼案件⟦12件⟧。", "lawsuits"),
        ("bodies", "对⟦12个⟧乡镇职责清单开展梳理。", "duties"),
        ("things", "上线⟦45个⟧企业联办事项。", "enterprises"),
        ("persons", "⟦71名⟧领导干部参加业务培训。", "trained-officers"),
        ("former_limits", "由原来串联办理时间⟦60天⟧缩短。", "time"),
        ("former_limits", "从法定办理时间⟦20天⟧提速。", "time"),
        ("several_forms", "召开局党组会、局长办公会议传达学习条例⟦6次⟧。", "group-study"),
        ("several_forms", "举办全市法治培训、讲座⟦6期⟧。", "lectures"),
        ("several_forms", "召开政府常务会、法治工作推进会，研究推进法治建设事项⟦8次⟧。", "government-topics"),
        ("several_forms", "召开法制协调会议、局案审会等⟦6次⟧。", "case-meetings"),
        ("several_forms", "召开⟦6次⟧执法协调会、案审会。", "case-meetings"),
        ("aspects", "细化职责清单⟦5个⟧方面。", "duties"),
    ],
)
def test_words_that_make_something_else_of_a_number(veto: str, text: str, indicator: str) -> None:
    assert fired(text, without=veto) == [indicator]
    assert fired(text) == []


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("继续有效的规范性文件⟦13件⟧。", "documents-valid"),
        ("对⟦12个⟧乡镇开展督察。", "townships"),
        ("继续有效5件、废止2件，制定政府规章⟦9件⟧。", "rules"),
        ("召开局党组会、局长办公会等会议合计学习⟦6次⟧。", "joint-study"),
        ("召开局党组会3次，局党组会专题学习⟦6次⟧。", "group-study"),
        ("召开政府常务会，研究推进法治建设事项⟦8次⟧。", "government-topics"),
        ("举办法治专题讲座⟦6期⟧。", "lectures"),
        ("召开法制协调会议3次、局案审会⟦6次⟧。", "case-meetings"),
        ("同比增长一成，2022年行政诉讼案件⟦21件⟧。", "lawsuits"),
    ],
)
def test_what_says_nothing_else_of_the_number_fires(text: str, indicator: str) -> None:
    assert fired(text) == [indicator]


@pytest.mark.parametrize(
    ("own", "others"),
    [
        ("政府常务会议学法12次，会前学法⟦6次⟧。", "政府常务会议学法12次，乡镇、部门开展会前学法⟦6次⟧。"),
        ("政府常务会议学法12次，开展集体学法⟦6次⟧。", "政府常务会议学法12次，带动区县、乡镇开展集体学法⟦6次⟧。"),
    ],
)
def test_a_clause_with_a_subject_of_its_own_takes_nothing_from_the_sentence(own: str, others: str) -> None:
    assert fired(own) == ["government-study"]
    assert fired(others) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("行政诉讼案件36件，其中群体性行政诉讼案件⟦6件⟧。", "群体性行政诉讼案件"),
        ("行政复议案件36件，其中群体性行政诉讼案件⟦6件⟧。", ""),
        ("群体性行政诉讼案件⟦6件⟧。", ""),
        ("市级行政诉讼案件⟦6件⟧。", "市级"),
    ],
)
def test_a_part_of_its_own_whole_is_named_by_its_own_words(text: str, expected: str) -> None:
    assert dimension(text) == [expected]


@pytest.mark.parametrize(
    ("before", "aim"),
    [
        ("结转到下年度继续办理", False),
        ("结转至下一年度", False),
        ("转入下年度办理", False),
        ("下年度将办理", True),
        ("力争受理", True),
    ],
)
def test_what_is_carried_over_to_the_next_year_is_no_aim(before: str, *, aim: bool) -> None:
    assert is_aim(before) is aim
