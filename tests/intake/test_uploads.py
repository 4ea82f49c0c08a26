"""Files as they are handed in: names, folders, archives."""

from __future__ import annotations

import json
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from generator.intake.uploads import of_archive, safe_name, uploads
from tests.intake.build_zip import docx, paragraph, zipped
from tests.intake.samples import SAMPLES

_NAMES: list[dict[str, str]] = json.loads((SAMPLES / "hostile/34_file_names.json").read_text(encoding="utf-8"))
_REPORT = docx(paragraph("全年依法办理行政复议案件12件。"))


@pytest.mark.parametrize("case", _NAMES, ids=lambda case: ascii(case["raw"])[:40])
def test_names_become_safe(case: dict[str, str]) -> None:
    assert safe_name(case["raw"]) == case["safe"]


def test_a_folder_is_walked_without_its_clutter(tmp_path: Path) -> None:
    folder = tmp_path / "2023年报告"
    (folder / "局办").mkdir(parents=True)
    (folder / "局办" / "报告.docx").write_bytes(_REPORT)
    (folder / "说明.txt").write_text("全文见附件报告。", encoding="utf-8")
    for clutter in (".DS_Store", "~$报告.docx", "Thumbs.db"):
        (folder / clutter).write_bytes(b"x")
    (folder / "链接.txt").symlink_to("/etc/passwd")
    found = list(uploads([folder]))
    assert [(one.name, one.place, one.trouble.code if one.trouble else len(one.data) > 0) for one in found] == [
        ("报告.docx", "2023年报告/局办/报告.docx", True),
        ("说明.txt", "2023年报告/说明.txt", True),
        ("链接.txt", "2023年报告/链接.txt", "G008"),
    ]


def test_archives_are_opened_and_documents_are_not(tmp_path: Path) -> None:
    archive = tmp_path / "上报材料.zip"
    archive.write_bytes(
        zipped({"甲/报告.docx": _REPORT, "乙.txt": "正文内容".encode(), "__MACOSX/._甲": b"x", "乙/": b""})
    )
    (tmp_path / "单份.docx").write_bytes(_REPORT)
    found = list(uploads([archive, tmp_path / "单份.docx"]))
    assert [(one.name, one.place.removeprefix(f"{tmp_path}/"), one.data == _REPORT) for one in found] == [
        ("报告.docx", "上报材料.zip/甲/报告.docx", True),
        ("乙.txt", "上报材料.zip/乙.txt", False),
        ("单份.docx", "单份.docx", True),
    ]


def test_names_in_chinese_windows_archives_are_readable() -> None:
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        member = zipfile.ZipInfo("x")
        member.filename = "报告.txt".encode("gbk").decode("cp437")
        archive.writestr(member, "正文内容")
    data = bytearray(made.getvalue())
    for place in (6, data.rfind(b"PK\x01\x02") + 8):  # say, as Windows does, nothing of the encoding
        data[place : place + 2] = b"\0\0"
    raw, gbk = "报告.txt".encode("gbk").decode("cp437").encode("utf-8"), "报告.txt".encode("gbk")
    shorter = len(raw) - len(gbk)
    made_by_windows = bytearray(bytes(data).replace(raw, gbk))
    entry, end = made_by_windows.rfind(b"PK\x01\x02"), made_by_windows.rfind(b"PK\x05\x06")
    for place, size, change in ((26, 2, 0), (entry + 28, 2, 0), (end + 12, 4, shorter), (end + 16, 4, shorter)):
        value = int.from_bytes(made_by_windows[place : place + size], "little") - change if change else len(gbk)
        made_by_windows[place : place + size] = value.to_bytes(size, "little")
    assert [one.name for one in of_archive(bytes(made_by_windows), "a.zip", "a.zip")] == ["报告.txt"]


@pytest.mark.parametrize("name", ["../x.txt", "a/../../x.txt", "/x.txt", "..\\x.txt", "C:\\x.txt"])
def test_an_archive_whose_names_lead_out_is_refused_whole(name: str) -> None:
    found = list(of_archive(zipped({"好的.txt": b"abcdef", name: b"x"}), "a.zip", "a.zip"))
    assert [one.trouble.code if one.trouble else "" for one in found] == ["G032"]


def test_an_archive_with_a_link_is_refused_whole() -> None:
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    found = list(of_archive(made.getvalue(), "a.zip", "a.zip"))
    assert [one.trouble.code if one.trouble else "" for one in found] == ["G032"]


def test_the_sample_archive_is_refused() -> None:
    path = SAMPLES / "hostile/33_batch_upload_zip_slip.zip"
    assert [one.trouble.code if one.trouble else "" for one in uploads([path])] == ["G032"]


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    (found,) = uploads([tmp_path / "没有.docx"])
    assert found.trouble is not None
    assert found.trouble.code == "G009"
