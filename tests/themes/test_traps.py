"""Places in the five reports where a classifier goes wrong that trusts headings, single words or line breaks."""

from __future__ import annotations

from generator.intake import read_text
from generator.outline import find_outline
from generator.themes import classify
from tests.themes.reading import gold_report, identity, ranked, tags_with, themes_of


def section_themes(number: int, heading: str) -> list[str]:
    _, outline, found = gold_report(number)
    section = next(item.section for item in outline.headings if heading in item.title)
    return ranked(found.tags, section)


def test_the_body_wins_over_a_heading_on_power_and_one_on_enforcement() -> None:
    assert section_themes(0, "强化权力制约，严格依法行政")[0] == "T1"
    assert set(section_themes(0, "强化权力制约，严格依法行政")) == {"T1", "T8"}
    assert set(section_themes(0, "强化依法执法，提升办事能力")) == {"T1", "T8"}


def test_residue_of_a_development_and_reform_commission_decides_nothing() -> None:
    tags = tags_with(0, "发改")
    assert {tag.theme for tag in tags} <= {"T9", "T0", "T4"}
    document, _, _ = gold_report(0)
    assert not any("发改" in cue.of(document.text) for tag in tags for cue in tag.cues)


def test_residue_of_a_medical_insurance_bureau_decides_nothing() -> None:
    tags = tags_with(2, "医疗保障领域")
    assert tags[0].theme == "T0"
    assert "medical-insurance" not in {tag.topic for tag in tags}
    document, _, _ = gold_report(2)
    assert not any("医疗保障" in cue.of(document.text) for tag in tags for cue in tag.cues)


def test_a_word_cut_by_a_page_break_is_read_whole() -> None:
    tags = tags_with(3, "“三高”创建标准")
    assert (tags[0].theme, tags[0].topic) == ("T9", "demonstration")
    assert len({tag.span for tag in tags}) == 1


def test_inspection_rounds_are_oversight_and_not_rule_of_law_inspection() -> None:
    tags = tags_with(4, "暗访督查")
    assert tags[0].theme == "T7"
    assert "inspections" in {tag.topic for tag in tags}
    assert section_themes(4, "健全行政权力制约和监督体系")[0] == "T7"
    assert "law-inspection" not in {tag.topic for tag in tags}


def test_a_single_word_of_another_function_is_no_cue_but_matter_of_its_own_is() -> None:
    stray = "加强医保队伍建设，提升业务能力。"
    matter = "医保基金监管专项整治检查定点医药机构九十家，追回欺诈骗保资金三百万元。"
    assert "medical-insurance" not in {tag.topic for tag in themes_of(stray, "某县水利局").tags}
    assert "medical-insurance" in {tag.topic for tag in themes_of(matter, "某县水利局").tags}
    assert "medical-insurance" in {tag.topic for tag in themes_of(matter, "某县医疗保障局").tags}
    assert "medical-insurance" in {tag.topic for tag in themes_of(matter, "某县人民政府").tags}


def test_lines_around_a_report_have_no_theme() -> None:
    text = (
        "当前位置：首页 > 政务公开 > 行政处罚\n甲县乙局2024年度法治政府建设情况报告\n"
        "一、主要做法\n办理行政复议案件12件。\n"
        "附件：2024年行政处罚案件统计表\n甲县乙局\n2025年1月6日\n（此件公开发布）\n"
    )
    document, _ = read_text(text, "a.txt")
    outline, _ = find_outline(document)
    found, _ = classify(document, outline, identity("甲县乙局", 2024))
    assert {(tag.theme, tag.span.of(document.text)) for tag in found.tags} == {("T6", "办理行政复议案件12件。")}
