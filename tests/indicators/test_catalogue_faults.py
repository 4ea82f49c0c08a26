"""A wrong catalogue is refused with file and line, in words for the person who wrote it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from generator.catalogues.indicators import FOLDER, read_catalogue
from generator.catalogues.load import CatalogueError

ENTRY = """\
theme: T6

entries:
  - id: notes-written
    name: 写便条次数
    definition: 写便条的次数。
    unit: times
    patterns:
      - 写便条 ⟨⟩
    examples:
      - 全年写便条⟦3次⟧。
"""


def read_with(tmp_path: Path, sheet: str) -> str:
    """The message for a catalogue that has only this sheet; "" if it is accepted."""
    shutil.copy(FOLDER / "shared.yml", tmp_path / "shared.yml")
    path = tmp_path / "t6-notes.yml"
    path.write_text(sheet, encoding="utf-8")
    try:
        read_catalogue(tmp_path)
    except CatalogueError as error:
        return f"{error.line}: {error.message}"
    return ""


def test_the_sheet_itself_is_fine(tmp_path: Path) -> None:
    assert read_with(tmp_path, ENTRY) == ""


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("theme: T6", "theme: T12", r"1: “theme”应为 T0 至 T9"),
        ("unit: times", "unit: weight", r"4: 指标“写便条次数”：不认识的单位类别“weight”"),
        ("    unit: times", "    unit: times\n    unti: times", r"8: .*不认识的键"),
        ("写便条 ⟨⟩", "写便条", r"4: .*没有写明数字的位置"),
        ("写便条 ⟨⟩", "写 ⟨⟩", r"4: .*至少要有一个两字以上的必有的词"),
        ("写便条 ⟨⟩", "写(便条 ⟨⟩", r"4: .*括号没有配对"),
        ("写便条 ⟨⟩", "写便条? ⟨⟩", r"4: .*“\?”前面没有可以配对的"),
        ("写便条 ⟨⟩", "写“便条” ⟨⟩", r"4: .*引号和括号"),
        ("写便条 ⟨⟩", "〔没有的表〕 ⟨⟩", r"4: .*不在共用词表中"),
        ("写便条 ⟨⟩", "写便条 ⟨⟩ ⟨⟩", r"4: .*只能有一个"),
        ("写便条 ⟨⟩", "{match: 写便条 ⟨⟩, about: nothing}", r"4: .*不是共用词表里的话题"),
        ("写便条 ⟨⟩", "{match: 写便条 ⟨⟩, author: nobody}", r"4: .*不是 functions.yml 里的职能"),
        ("    unit: times", "    unit: times\n    dimensions: [height]", r"4: .*不认识的维度组"),
        ("    unit: times", "    unit: times\n    yields_to: [nobody]", r"4: .*yields_to.*“nobody”"),
        ("    unit: times", "    unit: times\n    do_not_merge: {nobody: 没有}", r"4: .*do_not_merge.*“nobody”"),
        ("    unit: times", "    unit: times\n    allows: [everything]", r"4: .*allows.*“everything”"),
        ("⟦3次⟧", "3次", r"4: .*没有用 ⟦ ⟧ 标出"),
    ],
)
def test_what_is_wrong_is_told(tmp_path: Path, old: str, new: str, told: str) -> None:
    assert old in ENTRY
    assert re.match(told, read_with(tmp_path, ENTRY.replace(old, new, 1)))


def test_an_id_or_a_name_used_twice_is_refused(tmp_path: Path) -> None:
    again = ENTRY + ENTRY.split("entries:\n", 1)[1]
    assert re.match(r"4: .*“notes-written”重复", read_with(tmp_path, again))
    assert re.match(r"12: .*“写便条次数”", read_with(tmp_path, again.replace("notes-written", "notes", 1)))


def test_a_veto_of_a_class_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    shared = (FOLDER / "shared.yml").read_text(encoding="utf-8")
    assert "\nvetoes:\n" in shared
    wrong = shared.replace("\nvetoes:\n", "\nvetoes:\n  strange:\n    of: [weights]\n    clause: [奇怪 ⟨⟩]\n", 1)
    (tmp_path / "shared.yml").write_text(wrong, encoding="utf-8")
    with pytest.raises(CatalogueError, match="“strange”：不认识的单位类别“weights”"):
        read_catalogue(tmp_path)


def test_a_topic_is_a_list_of_words(tmp_path: Path) -> None:
    shared = (FOLDER / "shared.yml").read_text(encoding="utf-8")
    assert "\ntopics:\n" in shared
    wrong = shared.replace("\ntopics:\n", "\ntopics:\n  weather: 天气|(暴)?雨\n", 1)
    (tmp_path / "shared.yml").write_text(wrong, encoding="utf-8")
    with pytest.raises(CatalogueError, match=r"话题“weather”：“\(暴\)\?雨”应是用“\|”分开的词"):
        read_catalogue(tmp_path)
