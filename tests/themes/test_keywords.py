"""Keywords and abstract are taken from the text, and a new report changes no other page."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.catalogues.cues import compact
from generator.themes.abstract import abstract
from generator.themes.idf import TABLE, build_idf, word_table
from generator.themes.keywords import COUNT
from generator.themes.words import cut
from tests.themes.reading import gold_report, read, themes_of


@pytest.mark.parametrize("number", range(5))
def test_keywords_stand_in_the_text_and_differ(number: int) -> None:
    document, _, found = gold_report(number)
    text = compact(document.text)
    assert 5 <= len(found.keywords) <= COUNT
    assert len(set(found.keywords)) == len(found.keywords)
    assert [word for word in found.keywords if word not in text] == []


def test_keywords_are_the_matters_of_the_report() -> None:
    assert "一件事一次办" in gold_report(0)[2].keywords
    assert "督查" in gold_report(4)[2].keywords


def test_words_of_the_genre_and_of_offices_are_no_keywords() -> None:
    usual = {"法治政府", "法治建设", "依法行政", "推进", "工作", "县委", "区政府", "加强"}
    assert {word for number in range(5) for word in gold_report(number)[2].keywords} & usual == set()


def test_the_table_is_built_the_same_way_from_texts_in_any_order() -> None:
    texts = ["推进一件事一次办改革。", "受理行政复议申请。"]
    table = build_idf(texts)
    assert table == build_idf(reversed(texts))
    rows = dict(line.split("\t", 1) for line in table.decode().splitlines()[1:])
    assert float(rows["行政复议"].split("\t")[1]) < float(rows["法律援助"].split("\t")[1])


def test_the_frozen_table_is_sorted_and_says_where_it_comes_from() -> None:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    words = [line.split("\t")[0] for line in lines[1:]]
    assert lines[0].startswith("# ")
    assert "MIT" in lines[0]
    assert words == sorted(set(words))
    assert len(word_table()) == len(words) > 20_000


@given(st.text(alphabet="行政复议一件事次办，。“”a1 ", max_size=50))
def test_cutting_loses_nothing(text: str) -> None:
    assert "".join(cut(text)) == compact(text)


def test_the_generator_starts_without_jieba() -> None:
    code = "import sys, generator.themes; sys.exit('jieba' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_cutting_leaves_no_cache_file(tmp_path: Path) -> None:
    code = "from generator.themes.words import cut; print(cut('行政复议'))"
    environment = {"TMPDIR": str(tmp_path), "PATH": ""}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=True)
    assert (done.stderr, list(tmp_path.iterdir())) == (b"", [])


@pytest.mark.parametrize("number", range(5))
def test_the_abstract_is_verbatim(number: int) -> None:
    document, _, found = gold_report(number)
    assert len(found.abstract) >= 15
    assert found.abstract in document.text
    assert "如下" not in found.abstract


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "2023年是全面贯彻党的二十大精神的开局之年。我局依法履职，全年办件两千件。\n一、学法\n学习法律。\n",
            "我局依法履职，全年办件两千件。",
        ),
        (
            "2023年，我局依法履职、全年办件两千件，现将情况报告如下：\n一、学法\n学习法律。\n",
            "2023年，我局依法履职、全年办件两千件",
        ),
        (
            "一、学法\n（一）加强学习。全年组织集中学法十二次，参加四百人次。\n",
            "全年组织集中学法十二次，参加四百人次。",
        ),
        ("", ""),
    ],
)
def test_the_abstract_is_the_first_sentence_that_says_something(text: str, expected: str) -> None:
    assert abstract(*read(text)) == expected


def test_the_same_text_gives_the_same_answer() -> None:
    text = gold_report(3)[0].source
    assert themes_of(text) == themes_of(text)
