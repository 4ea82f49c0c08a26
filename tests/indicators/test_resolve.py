"""The resolver on contexts as the binder gives them: where words may stand, what is inherited, what is refused."""

from __future__ import annotations

import time

import pytest

from generator.indicators.context import Context
from generator.indicators.resolve import resolve
from tests.indicators.marked import analysed, read_marked


def context(  # noqa: PLR0913 - one for each field
    left: str,
    unit: str,
    right: str = "",
    *,
    previous: str = "",
    heading: str = "",
    sentence: str = "",
    lead: str = "",
    subject: str = "",
) -> Context:
    return Context(left, unit, right, previous, subject, heading, sentence or left + right, lead)


def names(given: Context) -> list[str]:
    return [item.name for item in resolve(given)]


def test_some_wordings_are_of_one_kind_of_body_only() -> None:
    text = read_marked("向主管部门移送问题线索⟦4件⟧。")
    ((span, _),) = text.mentions
    (own,) = analysed(text.text, author="audit").facts_at(span)
    (other,) = analysed(text.text, author="water").facts_at(span)
    assert (own.indicator, other.indicator) == ("audit-clues", "clues-transferred")


@pytest.mark.parametrize(
    ("left", "unit", "right", "expected"),
    [
        ("全年受理行政复议申请", "件", "", ["行政复议受理件数"]),
        ("全年受理", "件", "行政复议申请", ["行政复议受理件数"]),
        ("行政复议案件共计受理", "件", "", ["行政复议受理件数"]),
        ("受理各类涉企行政复议申请总数达到", "件", "", ["涉企行政复议案件数"]),
        ("“一件事一次办”事项", "项", "", ["一件事事项数"]),
        ("受理“一件事”业务", "件", "", ["一件事办件量"]),
        ("检查企业", "家次", "", ["执法检查单位家次"]),
        ("村(社区)法律顾问覆盖率", "%", "", ["法律顾问覆盖率"]),
        ("企业开办时间压缩至", "个小时", "", ["企业开办时间"]),
    ],
)
def test_the_name_may_stand_before_or_behind(left: str, unit: str, right: str, expected: list[str]) -> None:
    assert names(context(left, unit, right)) == expected


def test_the_unit_is_a_gate() -> None:
    assert names(context("受理行政复议申请", "人")) == []
    assert names(context("受理行政复议申请", "没有的量词")) == []


def test_two_rates_with_one_number_give_two_names() -> None:
    given = context("报备及时率、合法合规率均达", "%", previous="备案规范性文件⟨件⟩")
    assert names(given) == ["规范性文件报备及时率", "规范性文件合法合规率"]


def test_a_bare_verb_takes_up_what_the_sentence_spoke_of() -> None:
    sentence = "受理行政复议申请36件,审结34件,其中维持20件、撤销3件"
    assert names(context("审结", "件", previous="受理行政复议申请⟨件⟩", sentence=sentence)) == ["行政复议办结件数"]
    assert names(context("其中维持", "件", previous="审结⟨件⟩", sentence=sentence)) == ["行政复议维持件数"]
    assert names(context("审结", "件")) == []


def test_or_what_the_paragraph_spoke_of_before() -> None:
    given = context("直接纠错率", "%", lead="全年受理行政复议申请221件。")
    assert names(given) == ["行政复议纠错率"]
    assert names(context("办结率", "%", lead="12345热线受理诉求86件。")) == ["12345热线办结率"]


def test_or_the_heading_if_that_names_one_thing() -> None:
    assert names(context("全年共受理", "件", heading="三、工作成效/（二）提升行政复议质效")) == ["行政复议受理件数"]
    assert names(context("全年共受理", "件", heading="加强行政复议和信访工作")) == []


def test_the_nearest_topic_wins() -> None:
    sentence = "受理行政复议申请36件,办理行政应诉案件20件,审结18件"
    assert names(context("审结", "件", previous="办理行政应诉案件⟨件⟩", sentence=sentence)) == ["行政诉讼审结件数"]


def test_the_binders_phrase_helps_where_the_words_do_not() -> None:
    assert names(context("公布", "项", subject="权责清单")) == ["权责清单事项数"]


@pytest.mark.parametrize(
    ("left", "unit"),
    [
        ("行政复议受理件数同比增长", "%"),
        ("热线办结率同比提高", "%"),
        ("每个村配备法律明白人", "名"),
        ("平均每名调解员调解纠纷", "件"),
        ("力争化解信访积案", "件"),
    ],
)
def test_changes_shares_and_aims_are_nobodys_figures(left: str, unit: str) -> None:
    assert names(context(left, unit)) == []


@pytest.mark.parametrize(
    ("left", "unit", "right", "not_this"),
    [
        ("表彰", "名", "人民调解员", "人民调解员人数"),
        ("表彰优秀人民调解员", "名", "", "人民调解员人数"),
        ("评查行政裁量基准", "项", "", "行政裁量权基准项数"),
        ("培训各级法律顾问", "人", "", "法律顾问人数"),
        ("修订应急演练方案", "次", "", "应急演练次数"),
        ("受理综合行政执法事项", "件", "", "综合行政执法事项数"),
    ],
)
def test_an_act_done_with_the_thing_counted_is_not_the_thing(left: str, unit: str, right: str, not_this: str) -> None:
    assert not_this not in names(context(left, unit, right))


@pytest.mark.parametrize(
    ("left", "unit", "name", "dimension"),
    [
        ("县级政务服务事项", "项", "政务服务事项数", "县级"),
        ("景德镇分厅梳理政务服务事项", "项", "政务服务事项数", ""),
        ("好评率在", "%", "好评率", ""),
        ("好评率稳定在", "%", "好评率", ""),
        ("全程网办率（不包含省级直接办理的）", "%", "全程网办率", ""),
    ],
)
def test_words_that_say_nothing_of_the_figure(left: str, unit: str, name: str, dimension: str) -> None:
    assert [(item.name, item.dimension) for item in resolve(context(left, unit))] == [(name, dimension)]


def test_the_dimension_follows_from_the_words() -> None:
    found = resolve(context("区级政务服务事项", "项"))
    assert [(item.indicator, item.dimension) for item in found] == [("service-items", "区级")]
    found = resolve(context("占比为", "%", previous="区级即办件⟨项⟩"))
    assert [(item.indicator, item.dimension) for item in found] == [("immediate-rate", "区级")]


@pytest.mark.parametrize(
    ("left", "unit", "dimension"),
    [
        ("兼职人民调解员", "名", "兼职"),
        ("专、兼职人民调解员", "名", ""),
        ("涉及农民工法律援助案件", "件", "农民工"),
        ("农民工、残疾人法律援助案件", "件", ""),
        ("农民工和外出农民工法律援助案件", "件", "农民工"),
    ],
)
def test_a_member_of_a_list_counted_as_a_whole_is_no_dimension(left: str, unit: str, dimension: str) -> None:
    assert [item.dimension for item in resolve(context(left, unit))] == [dimension]


def test_the_last_member_of_an_open_list_is_not_all_that_is_counted() -> None:
    assert names(context("配备网格员", "名")) == ["网格员人数"]
    assert names(context("覆盖社区干部、网格员等", "名")) == []
    assert names(context("发放宣传单、宣传册等", "份")) == ["宣传资料份数"]


def test_the_rule_tells_entry_and_wording() -> None:
    found = resolve(context("全年开展应急演练", "次"))
    assert found[0].rule.startswith("drills: (演练|应急演练")


@pytest.mark.parametrize(
    "unfriendly",
    [
        "受理" * 50_000,
        "受理行政复议" * 20_000,
        "率、" * 50_000,
        "(" * 100_000,
        "共计" * 50_000,
        "开展组织学习法治宣传" * 10_000,
    ],
)
def test_hostile_words_cost_no_more_than_others(unfriendly: str) -> None:
    given = context(unfriendly, "%", unfriendly, previous=unfriendly, sentence=unfriendly, lead=unfriendly)
    resolve(given)  # patterns are compiled at first use
    start = time.process_time()
    for unit in ("件", "次", "%", "人次"):
        resolve(context(unfriendly, unit, unfriendly, previous=unfriendly, sentence=unfriendly, lead=unfriendly))
    assert time.process_time() - start < 10  # a tenth of a second on a machine that does nothing else
