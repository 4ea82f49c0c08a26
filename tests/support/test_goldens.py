"""Expected results: compared, missed, and rewritten only on purpose."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.goldens import Golden


def test_written_with_the_switch_and_compared_without(tmp_path: Path) -> None:
    Golden(tmp_path, update=True).check("a/b.json", {"名": ["一\r\n"]})
    assert (tmp_path / "a" / "b.json").read_bytes().decode() == '{\n "名": [\n  "一\\r\\n"\n ]\n}\n'
    Golden(tmp_path, update=False).check("a/b.json", {"名": ["一\r\n"]})
    with pytest.raises(AssertionError):
        Golden(tmp_path, update=False).check("a/b.json", {"名": ["二"]})


def test_line_ends_are_kept(tmp_path: Path) -> None:
    Golden(tmp_path, update=True).check("x.txt", "一\r\n二\n")
    Golden(tmp_path, update=False).check("x.txt", "一\r\n二\n")
    with pytest.raises(AssertionError):
        Golden(tmp_path, update=False).check("x.txt", "一\n二\n")


def test_a_missing_file_fails(tmp_path: Path) -> None:
    with pytest.raises(pytest.fail.Exception, match="--update-goldens"):
        Golden(tmp_path, update=False).check("x.txt", "一")
