"""The catalogue of themes does what its own examples say, and a new national outline needs no code."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.catalogues.load import CatalogueError
from generator.catalogues.themes import FOLDER, ThemeCatalogue, Topic, load_themes, theme_names, themes
from generator.themes.lexicon import compile_lexicon
from generator.themes.tagging import Tagger
from tests.themes.reading import identity, read, themes_of

TOPICS = themes().topics

OUTLINE_2026 = """
version: 1
id: outline-2026
name: 假想的下一部纲要
source: 测试
valid_from: 2026
valid_to: 2030
themes:
  - {id: U1, title: 服务和环境, short: 服务, definition: 测试, source: 测试, continues: [T1, T8], strong: [增值化改革]}
  - id: U2
    title: 其余各项
    short: 其余
    definition: 测试
    source: 测试
    continues: [T0, T2, T3, T4, T5, T6, T7, T9]
placements: {hotline: U1}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the catalogue that a test may change."""
    return shutil.copytree(FOLDER, tmp_path / "themes")


def topics_of(text: str) -> list[str | None]:
    return [tag.topic for tag in themes_of(text).tags]


def test_there_are_enough_topics_in_every_theme() -> None:
    assert len(TOPICS) >= 100
    assert {topic.theme for topic in TOPICS} == set(theme_names(2023))


def test_ten_themes_of_the_national_outline_hold_for_2021_to_2025() -> None:
    assert list(theme_names(2021)) == list(theme_names(2025)) == [f"T{number}" for number in range(10)]
    assert [themes().covers(year) for year in (2020, 2021, 2025, 2026)] == [False, True, True, False]


@pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.id)
def test_examples_are_recognised_and_counter_examples_are_not(topic: Topic) -> None:
    missed = [example for example in topic.examples if topic.id not in topics_of(example)]
    wrong = [example for example in topic.counter_examples if topic.id in topics_of(example)]
    assert topic.examples
    assert topic.counter_examples
    assert (missed, wrong) == ([], [])


@pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.id)
def test_an_example_stands_under_the_theme_of_its_topic(topic: Topic) -> None:
    assert [themes_of(example).tags[0].theme for example in topic.examples] == [topic.theme] * len(topic.examples)


@pytest.mark.parametrize("theme", themes().framework(2023).themes, ids=lambda theme: theme.id)
def test_an_official_heading_alone_tells_the_theme(theme: object) -> None:
    text = f"一、{theme.title}\n今年以来做了大量工作，取得了明显进展。\n"  # type: ignore[attr-defined]
    assert [tag.theme for tag in themes_of(text).tags] == [theme.id]  # type: ignore[attr-defined]


def tags_by(catalogue: ThemeCatalogue, year: int, text: str) -> list[tuple[str, str | None]]:
    document, outline = read(text)
    words = compile_lexicon(catalogue, catalogue.framework(year))
    return [(tag.theme, tag.topic) for tag in Tagger(document, outline, identity(), words).tags()]


def test_a_new_outline_is_a_new_file_and_nothing_else(folder: Path) -> None:
    (folder / "outline-2026.yml").write_text(OUTLINE_2026, encoding="utf-8")
    catalogue = load_themes(folder)
    text = "受理行政复议申请六十件，审结五十六件。"
    assert tags_by(catalogue, 2025, text) == [("T6", "reconsideration")]
    assert tags_by(catalogue, 2026, text) == [("U2", "reconsideration")]
    assert tags_by(catalogue, 2026, "自助服务终端布设五十台。") == [("U1", "self-service")]
    assert tags_by(catalogue, 2027, "12345热线受理诉求两万件。") == [("U1", "hotline")]
    assert tags_by(catalogue, 2028, "深化增值化改革。") == [("U1", None)]


def test_the_nearest_outline_serves_years_that_none_covers() -> None:
    catalogue = themes()
    assert [catalogue.framework(year).id for year in (2019, 2023, 2031)] == ["outline-2021"] * 3


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("topics-0-study.yml", "id: first-agenda", "id: study-groups", "子题编号“study-groups”重复"),
        ("topics-0-study.yml", "id: first-agenda", "id: 第一议题", "只能用小写字母、数字和连字符"),
        ("topics-0-study.yml", "    theme: T0\n", "    theme: T77\n", "没有这个主题：T77"),
        ("topics-0-study.yml", "strong: [第一议题]", "strong: [第]", "太短"),
        ("topics-0-study.yml", "strong: [第一议题]", "stronk: [第一议题]", "不认识的键"),
        ("topics-1c-functions.yml", "function: education", "function: cooking", "没有这个职能：cooking"),
        ("outline-2021.yml", "id: T1\n", "id: T0\n", "主题编号“T0”重复"),
    ],
)
def test_a_mistake_is_named_with_file_line_and_column(
    folder: Path, file: str, old: str, new: str, message: str
) -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(CatalogueError) as caught:
        load_themes(folder)
    assert message in caught.value.message
    assert caught.value.file == path
    assert caught.value.line > 1


def test_outlines_may_not_overlap(folder: Path) -> None:
    text = OUTLINE_2026.replace("valid_from: 2026", "valid_from: 2025")
    (folder / "outline-2026.yml").write_text(text, encoding="utf-8")
    with pytest.raises(CatalogueError, match="适用年度重叠"):
        load_themes(folder)


def test_no_cue_of_a_topic_is_swallowed_by_a_set_phrase() -> None:
    catalogue = themes()
    cues = {cue for topic in catalogue.topics for cue in (*topic.aliases, *topic.strong, *topic.medium)}
    assert sorted(cues & set(catalogue.silent)) == []
