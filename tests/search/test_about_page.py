"""关于检索 says which search its figures belong to."""

import json
from pathlib import Path

import pytest

from generator.pages.audits import SEARCH_AUDIT, about_search_page

TESTED = "a" * 64
AUDIT = {
    "date": "2026-03-31",
    "commit": "c" * 40,
    "site_sha256": "b" * 64,
    "search_sha256": TESTED,
    "browser": "Chromium 150",
    "reports": 5,
    "questions": 40,
    "hit_at_1": 38,
    "hit_at_5": 39,
    "without_results": 0,
    "phrases": 60,
    "phrase_precision": 1.0,
    "phrase_recall": 0.995,
    "first_answer_bytes": 88435,
    "first_answer_ms": 200,
    "missed": ["一条没有排进前五的提问"],
}


@pytest.fixture
def content(tmp_path: Path) -> Path:
    file = tmp_path / SEARCH_AUDIT
    file.parent.mkdir()
    file.write_text(json.dumps(AUDIT), encoding="utf-8")
    return tmp_path


def page(content: Path, search_sha256: str) -> str:
    return about_search_page(content, search_sha256).data.decode()


def test_the_search_that_was_tested(content: Path) -> None:
    text = page(content, TESTED)
    assert "本网站的检索索引和检索程序与检测时完全相同" in text
    assert ("<code>cccccccccccc</code>" in text, "<code>bbbbbbbbbbbb</code>" in text) == (True, True)
    assert "一条没有排进前五的提问" in text


def test_another_search(content: Path) -> None:
    text = page(content, "d" * 64)
    assert "检测之后，本网站的报告或检索程序有过改动" in text
    assert "完全相同" not in text


def test_never_tested(tmp_path: Path) -> None:
    assert "尚未检测" in page(tmp_path, TESTED)
