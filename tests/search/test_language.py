"""The catalogue of how people ask: mistakes are reported where they stand, and the shipped one is consistent."""

from collections import Counter
from pathlib import Path

import pytest

from generator.catalogues.load import CatalogueError, load
from generator.search import SearchLanguage
from generator.search.language import MEANS_WEIGHT, SAME_WEIGHT
from generator.search.normalise import fold
from tests.search.corpus import language


def read(folder: Path, text: str) -> SearchLanguage:
    path = folder / "words.yml"
    path.write_text(text, encoding="utf-8")
    return load(path, SearchLanguage)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("stop: [的\n", "2:1: YAML 格式有误"),
        ("stopp: [的]\n", "1:1: “stopp”不认识的键"),
        ("[的]\n", "1:1: “”应为键值对照"),
        ("same:\n  - 甲\n", "2:5: “same.0”应为列表"),
        ("stop:\n  - {a: b}\n", "2:5: “stop.0”应为文字"),
        ("stop: [12345]\n", "1:8: “stop.0”应为文字（必要时加引号）"),
        ("means:\n  - {say: [甲], finds: [乙]}\n", "2:5: “means.0.find”缺少必填的键"),
        ("means:\n  - {say: [甲], find: [乙], as: 丙}\n", "2:27: “means.0.as”不认识的键"),
        ("wishes:\n  - {wants: money, words: [钱]}\n", "2:6: “wishes.0.wants”不是允许的取值"),
    ],
)
def test_mistakes_are_reported_where_they_stand(text: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(CatalogueError) as caught:
        read(tmp_path, text)
    assert f"words.yml:{message}" in str(caught.value)


def test_words_of_a_group_stand_for_each_other(tmp_path: Path) -> None:
    found = read(tmp_path, "same:\n  - [甲, 乙]\nmeans:\n  - {say: [子], find: [丑, 寅]}\n")
    assert list(found.other_words()) == [
        ("甲", ("乙",), SAME_WEIGHT),
        ("乙", ("甲",), SAME_WEIGHT),
        ("子", ("丑", "寅"), MEANS_WEIGHT),
    ]


def test_shipped_words_have_something_to_be_found_by() -> None:
    words = language()
    wished = [word for wish in words.wishes for word in (*wish.words, *wish.cues)]
    others = [word for name, meant, _ in words.other_words() for word in (name, *meant)]
    assert [word for word in (*words.stop, *words.ask, *wished, *others) if not fold(word)] == []


def test_shipped_groups_do_not_overlap() -> None:
    same = [word for group in language().same for word in group]
    assert [word for word, count in Counter(same).items() if count > 1] == []


def test_shipped_stop_words_swallow_no_content() -> None:
    words = language()
    content = {fold(word) for word, others, _ in words.other_words() for word in (word, *others)}
    assert content & set(map(fold, words.stop)) == {"打算"}
