"""What is kept of the catalogue between commands: valid for the files it was made of, and never needed."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.catalogues.indicators import FOLDER, read_catalogue
from generator.catalogues.prepared import prepared


@dataclass
class Counted:
    """A file, and how often its text had to be made upper-case."""

    source: Path
    times: int = 0

    def work_out(self) -> str:
        """Make the text."""
        self.times += 1
        return self.source.read_text(encoding="utf-8").upper()


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Counted:
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "kept"))
    source = tmp_path / "list.yml"
    source.write_text("one", encoding="utf-8")
    return Counted(source)


def ask(made: Counted) -> str:
    return prepared(made.source.parent, [made.source], made.work_out)


def kept_file(made: Counted) -> Path:
    (found,) = (made.source.parent / "kept").rglob("*.prepared")
    return found


def test_the_second_command_reads_what_the_first_made(made: Counted) -> None:
    assert (ask(made), ask(made), made.times) == ("ONE", "ONE", 1)


def test_a_changed_file_is_read_anew(made: Counted) -> None:
    ask(made)
    made.source.write_text("two", encoding="utf-8")
    assert (ask(made), made.times) == ("TWO", 2)


@pytest.mark.parametrize(("left", "added"), [(0, b""), (40, b""), (-1, b""), (-1, b"?")])
def test_a_spoilt_file_only_costs_time(made: Counted, left: int, added: bytes) -> None:
    ask(made)
    path = kept_file(made)
    path.write_bytes(path.read_bytes()[:left] + added)
    assert (ask(made), ask(made), made.times) == ("ONE", "ONE", 2)


def test_a_place_that_cannot_be_written_only_costs_time(made: Counted) -> None:
    (made.source.parent / "kept").write_text("a file where the folder would be", encoding="utf-8")
    assert (ask(made), ask(made), made.times) == ("ONE", "ONE", 2)


def test_nothing_is_kept_of_what_failed(made: Counted) -> None:
    def fail() -> str:
        raise ValueError(made.work_out())

    with pytest.raises(ValueError, match="ONE"):
        prepared(made.source.parent, [made.source], fail)
    assert list(made.source.parent.rglob("*.prepared")) == []


def test_a_source_that_cannot_be_read_is_left_to_the_reader(made: Counted) -> None:
    gone = made.source.with_name("gone.yml")
    assert prepared(made.source.parent, [made.source, gone], made.work_out) == "ONE"


def test_all_may_read_what_is_kept(made: Counted) -> None:
    ask(made)
    assert kept_file(made).stat().st_mode & 0o777 == 0o644


def test_a_write_that_is_interrupted_leaves_nothing_behind(made: Counted, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", interrupt)
    with pytest.raises(KeyboardInterrupt):
        ask(made)
    assert [path for path in (made.source.parent / "kept").rglob("*") if path.is_file()] == []


def test_the_catalogue_comes_back_as_it_was_read(made: Counted) -> None:
    read = read_catalogue(FOLDER)
    sources = [made.source]
    assert prepared(made.source.parent, sources, lambda: read) is read
    assert prepared(made.source.parent, sources, lambda: None) == read
