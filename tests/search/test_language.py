"""The catalogue of how people ask: mistakes are reported where they stand, and the shipped one is consistent."""

from collections import Counter
from pathlib import Path

import pytest

from generator.search import LanguageError, load_language
from generator.search.language import MEANS_WEIGHT, SAME_WEIGHT
from generator.search.normalise import fold
from tests.search.corpus import language


def load(folder: Path, text: str) -> object:
    path = folder / "words.yml"
    path.write_text(text, encoding="utf-8")
    return load_language(path)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("stop: [的\n", "2:1: YAML 格式有误"),
        ("stopp: [的]\n", "1:1: 不认识的键“stopp”"),
        ("[的]\n", "1:1: 应为键值对照"),
        ("", "1:1: 应为键值对照"),
        ("same:\n  - 甲\n", "2:5: 应为列表"),
        ("stop:\n  - {a: b}\n", "2:5: 应为文字"),
        ("means:\n  - {say: [甲], finds: [乙]}\n", "2:16: 不认识的键“finds”"),
        ("wishes:\n  - {wants: money, words: [钱]}\n", "2:13: wants 应为 figures、"),
    ],
)
def test_mistakes_are_reported_where_they_stand(text: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(LanguageError) as caught:
        load(tmp_path, text)
    assert message in str(caught.value)
    assert "words.yml:" in str(caught.value)


def test_words_of_a_group_stand_for_each_other(tmp_path: Path) -> None:
    found = load(tmp_path, "same:\n  - [甲, 乙]\nmeans:\n  - {say: [子], find: [丑, 寅]}\n")
    assert found.other_words == (  # type: ignore[attr-defined]
        ("甲", ("乙",), SAME_WEIGHT),
        ("乙", ("甲",), SAME_WEIGHT),
        ("子", ("丑", "寅"), MEANS_WEIGHT),
    )


def test_shipped_words_have_something_to_be_found_by() -> None:
    words = language()
    everything = [*words.stop, *words.ask, *(word for word, _, _ in words.other_words)]
    assert [word for word in everything if not fold(word)] == []


def test_shipped_groups_do_not_overlap() -> None:
    same = [word for word, _, weight in language().other_words if weight == SAME_WEIGHT]
    assert [word for word, count in Counter(same).items() if count > 1] == []


def test_shipped_stop_words_swallow_no_content() -> None:
    words = language()
    content = {fold(word) for word, others, _ in words.other_words for word in (word, *others)}
    assert content & set(map(fold, words.stop)) == {"打算"}
