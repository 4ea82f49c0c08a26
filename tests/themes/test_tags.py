"""What tags promise: weights, spans, deciding words; and when there is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.catalogues.themes import themes
from generator.themes import classify
from tests.themes.reading import gold_report, identity, read, themes_of

WORDS = st.sampled_from(
    [
        *themes().topics[0].strong,
        "一件事一次办",
        "行政复议",
        "“",
        "”",
        "《",
        "》",
        "。",
        "；",
        "\n",
        "一是",
        "（一）",
        "医保",
        "的",
        "a",
    ]
)


@pytest.mark.parametrize("number", range(5))
def test_every_tag_quotes_the_words_that_decided(number: int) -> None:
    document, outline, found = gold_report(number)
    points = {(paragraph.id, point.span) for paragraph in outline.paragraphs for point in paragraph.points}
    headings = [heading.span for heading in outline.headings]
    assert found.tags
    for tag in found.tags:
        assert (tag.paragraph, tag.span) in points
        assert 0 < tag.weight <= 1
        assert tag.cues
        assert all(tag.span.holds(cue) or any(head.holds(cue) for head in headings) for cue in tag.cues)
        assert all(cue.of(document.text).strip() for cue in tag.cues)


@pytest.mark.parametrize("number", range(5))
def test_the_weights_of_a_point_are_parts_of_one(number: int) -> None:
    _, _, found = gold_report(number)
    for span in {tag.span for tag in found.tags}:
        assert sum(tag.weight for tag in found.tags if tag.span == span) <= 1.01


@pytest.mark.parametrize(
    "text",
    [
        "总之，要采取多种措施，推动各项工作再上新台阶。",
        "工作中虽然取得了一定的成绩，但与上级要求相比还有差距。",
        "以习近平新时代中国特色社会主义思想为指导，全面贯彻党的二十大精神。",
        "",
    ],
)
def test_there_is_no_theme_where_none_fits(text: str) -> None:
    assert themes_of(text).tags == ()


def test_the_introduction_is_about_nothing() -> None:
    opening = "2023年，我局深入学习贯彻习近平法治思想，优化营商环境，严格执法，现将有关情况报告如下："
    found = themes_of(f"{opening}\n一、行政复议\n受理行政复议申请九件，办结九件，行政机关负责人全部出庭应诉。\n")
    assert {tag.theme for tag in found.tags} == {"T6"}
    assert found.abstract == "2023年，我局深入学习贯彻习近平法治思想，优化营商环境，严格执法"


def test_quotation_marks_blanks_and_width_do_not_matter() -> None:
    texts = ("“一件事”一次办改革", "一件事一次办改革", "一件事 一次办改革", "「一件事一次办」改革")
    assert {tuple((tag.theme, tag.topic) for tag in themes_of(text).tags) for text in texts} == {(("T1", "one-thing"),)}


def test_titles_of_laws_say_what_is_studied_and_not_what_is_done() -> None:
    found = themes_of("组织学习《中华人民共和国行政复议法》《信访工作条例》《中华人民共和国安全生产法》。")
    assert [tag.theme for tag in found.tags] == ["T0"]


def test_words_that_a_report_uses_everywhere_count_less() -> None:
    lines = [
        f"{number}.消防救援站{word}。"
        for number, word in enumerate(
            (
                "开展法治培训",
                "开展中心组学习",
                "旁听庭审",
                "开展宪法宣誓",
                "组织学法考试",
                "落实会前学法",
                "学习民法典知识",
                "开展法治讲座",
            ),
            1,
        )
    ]
    found = themes_of("一、学法\n" + "\n".join(lines) + "\n")
    firsts = {tag.span: tag.theme for tag in reversed(found.tags)}
    assert set(firsts.values()) == {"T0"}


def test_a_year_that_no_outline_covers_is_for_a_person_to_decide() -> None:
    problems = classify(*read("受理行政复议申请九件。"), identity(year=2031))[1]
    assert [(problem.code, problem.severity.value) for problem in problems] == [("H01", "warning")]
    assert "2031" in problems[0].message
    assert classify(*read("受理行政复议申请九件。"), identity(year=2025))[1] == ()
    assert classify(*read("受理行政复议申请九件。"), identity(year=None))[1] == ()


@given(st.lists(WORDS, max_size=40).map("".join))
def test_any_text_is_classified(text: str) -> None:
    found = themes_of(text)
    assert all(0 < tag.weight <= 1 and tag.cues for tag in found.tags)
