"""Ways of speaking that make something else of a number, whatever the entry, as the real engine reads them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.catalogues.indicators import SharedVeto, indicator_catalogue
from generator.indicators.context import Context
from generator.indicators.resolve import Resolver
from tests.indicators.marked import analysed, read_marked


def fired(resolver: Resolver, contexts: tuple[Context, ...]) -> list[str]:
    """The ids of the entries that fire."""
    return [item.indicator for context in contexts for item in resolver.resolve(context)]


def contexts_of(marked: str) -> tuple[Context, ...]:
    """What the catalogue is told of the marked number."""
    text = read_marked(marked)
    ((span, _),) = text.mentions
    return analysed(text.text).contexts_at(span)


def without(veto: str) -> Resolver:
    """The resolver without one of the shared vetoes."""
    catalogue = indicator_catalogue()
    return Resolver(replace(catalogue, vetoes={**catalogue.vetoes, veto: SharedVeto((), ())}))


@pytest.mark.parametrize(
    ("veto", "text", "indicator"),
    [
        ("in_force", "收录部门行政规范性文件⟦13件⟧。", "normative-issued"),
        ("in_force", "收录地方性法规6件、行政规范性文件⟦13件⟧。", "normative-issued"),
        ("listed_in_plan", "⟦6件⟧审议项目列入政府规章年度计划。", "government-rules"),
        ("from_above", "争取上级企业奖补资金⟦200万元⟧。", "policy-funds-paid"),
        ("expired", "机构资质到期停产停业⟦3家⟧。", "closures"),
        ("bodies", "对⟦12个⟧乡镇履行职责清单事项开展梳理。", "power-list-items"),
        ("things", "企业服务平台上线⟦45个⟧企业联办事项。", "enterprises-visited"),
        ("persons", "⟦71名⟧领导干部参加业务培训。", "enforcement-training-visits"),
        ("former", "从法定平均办理时间⟦6天⟧提速至3天。", "average-handling-time"),
        ("prevented", "有效避免行政诉讼案件⟦12件⟧。", "litigation-cases"),
    ],
)
def test_words_that_make_something_else_of_a_number(veto: str, text: str, indicator: str) -> None:
    contexts = contexts_of(text)
    assert fired(without(veto), contexts) == [indicator]
    assert indicator not in fired(Resolver(indicator_catalogue()), contexts)


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("继续有效行政规范性文件⟦13件⟧。", "normative-kept"),
        ("⟦4个⟧地区荣获全省法治政府建设示范命名。", "demonstration-projects"),
        ("收录现行有效的地方性法规6件，制定政府规章⟦9件⟧。", "government-rules"),
        ("继续有效5件、废止行政规范性文件⟦3件⟧。", "normative-abolished"),
    ],
)
def test_an_entry_that_counts_just_that_is_exempt(text: str, indicator: str) -> None:
    assert fired(Resolver(indicator_catalogue()), contexts_of(text)) == [indicator]


@pytest.mark.parametrize(
    ("own", "other"),
    [
        ("政府常务会议专题学法15次，会前学法⟦6次⟧。", "政府常务会议专题学法15次，区县、部门开展会前学法⟦6次⟧。"),
        ("政府常务会议学法15次，开展集体学法⟦6次⟧。", "政府常务会议学法15次，带动区县、乡镇开展集体学法⟦6次⟧。"),
    ],
)
def test_a_clause_with_a_subject_of_its_own_takes_nothing_from_the_sentence(own: str, other: str) -> None:
    resolver = Resolver(indicator_catalogue())
    assert fired(resolver, contexts_of(own)) == ["study-meeting-law"]
    assert "study-meeting-law" not in fired(resolver, contexts_of(other))
