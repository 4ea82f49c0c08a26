"""Files that are no reports: one clear message each."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.intake import read_bytes, read_file, read_text
from generator.intake.encoding import decode
from tests.intake.samples import SAMPLES

_TEXT = "全年依法办理行政复议案件12件，办结率100%。\n二是规范执法行为，群众满意。\n"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "G001"),
        (b" \r\n\t\n", "G002"),
        ("　\xa0\u200b".encode(), "G002"),
        ("报告。".encode(), "G002"),
        (bytes(range(256)) * 20, "G003"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "G017"),
        (b"\xff\xd8\xff\xe0" + bytes(100), "G017"),
        (b"Rar!\x1a\x07\x00" + bytes(100), "G017"),
        (b"%PDF-1.7 and nothing else", "G014"),
        (b"PK\x03\x04" + bytes(100), "G014"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000), "G014"),
        (_TEXT.encode("gbk")[:-1].decode("latin-1").encode("utf-8"), "G005"),
        (_TEXT.encode("utf-8").decode("gbk", "replace").encode("gbk", "replace") * 3, "G005"),
        (b"\x81\x20\xff\x30" * 200, "G004"),
        (b"a" * 10_000_000, "G007"),
        ("字" * 1_100_000, "G007"),
        (b"x" * 50_000_000, "G006"),
    ],
    ids=lambda value: repr(value[:12]) if not isinstance(value, str) or len(value) > 4 else value,
)
def test_bytes_that_are_no_report(data: bytes | str, code: str) -> None:
    document, diagnostics = read_bytes(data.encode() if isinstance(data, str) else data, "报告.txt")
    assert document is None
    assert [problem.code for problem in diagnostics] == [code]
    assert diagnostics[0].blocks
    assert diagnostics[0].message
    assert diagnostics[0].hint


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028"])
def test_encodings_and_line_ends(encoding: str, end: str) -> None:
    end = "\n" if encoding == "gbk" and end == "\u2028" else end  # GBK has no line separator
    document, diagnostics = read_bytes(_TEXT.replace("\n", end).encode(encoding), "报告.txt")
    assert document is not None
    assert document.text == _TEXT.strip()
    assert diagnostics == ()


def test_a_file_of_50_megabytes_is_not_even_read(tmp_path: Path) -> None:
    path = tmp_path / "大.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    document, diagnostics = read_file(path)
    assert (document, [problem.code for problem in diagnostics]) == (None, ["G006"])


def test_links_that_lead_out_are_refused(tmp_path: Path) -> None:
    outside = tmp_path / "外面.txt"
    outside.write_text(_TEXT, encoding="utf-8")
    root = tmp_path / "content"
    root.mkdir()
    (root / "报告.txt").symlink_to(outside)
    (root / "自己.txt").symlink_to(root / "自己.txt")
    (root / "真的.txt").write_text(_TEXT, encoding="utf-8")
    (root / "内链.txt").symlink_to(root / "真的.txt")
    found = {path.name: [problem.code for problem in read_file(path, root=root)[1]] for path in root.iterdir()}
    assert found == {"报告.txt": ["G008"], "自己.txt": ["G009"], "真的.txt": [], "内链.txt": []}


def test_folders_and_missing_files(tmp_path: Path) -> None:
    assert [problem.code for problem in read_file(tmp_path)[1]] == ["G009"]
    document, diagnostics = read_file(tmp_path / "没有.txt")
    assert document is None
    assert "找不到" in diagnostics[0].message


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_files_without_permission(tmp_path: Path) -> None:
    path = tmp_path / "报告.txt"
    path.write_text(_TEXT, encoding="utf-8")
    path.chmod(0)
    assert "权限" in read_file(path)[1][0].message


def test_a_string_always_gives_a_document() -> None:
    document, diagnostics = read_text("", "a.txt")
    assert (document.text, [problem.code for problem in diagnostics]) == ("", ["G002"])


def _snippets(length: int) -> list[str]:
    text = "".join(path.read_text(encoding="utf-8") for path in sorted((SAMPLES / "../../gold/reports").glob("*.txt")))
    return [text[place : place + length] for place in range(0, len(text) - length, 53)]


@pytest.mark.parametrize("length", [8, 20, 200])
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_snippets_of_reports_are_decoded(encoding: str, length: int) -> None:
    wrong = [piece for piece in _snippets(length) if decode(piece.encode(encoding)).text != piece]
    assert wrong == []


@pytest.mark.parametrize("length", [12, 20, 200])
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_snippets_in_utf16_without_a_mark(encoding: str, length: int) -> None:
    pieces = _snippets(length)
    wrong = [piece for piece in pieces if decode(piece.encode(encoding)).text != piece]
    assert wrong == []
