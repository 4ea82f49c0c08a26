"""Files of all kinds: text in any encoding, every part of office files, and what cannot be looked at."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from generator.guard import FileScan, scan_bytes
from tests.support.growth import growth

MOBILE = "19912345678"
PARAGRAPH = "<w:p><w:r><w:t>{}</w:t></w:r><w:r><w:t>{}</w:t></w:r></w:p>"


def archive(**members: str) -> bytes:
    """A ZIP file; keys are member names with `__` for `/` and `_xml` for `.xml`."""
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in members.items():
            file.writestr(name.replace("__", "/").replace("_xml", ".xml"), text)
    return packed.getvalue()


def told(scan: FileScan) -> list[tuple[str, int | None, int | None, str]]:
    """Code, line, column and place of everything found."""
    return [(item.hit.code, item.line, item.column, item.place) for item in scan.found]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030"])
def test_text_is_read_in_the_usual_encodings(encoding: str) -> None:
    data = f"第一行\n电话：{MOBILE}\n".encode(encoding)
    assert told(scan_bytes(data, "附件.txt")) == [("P02", 2, 4, "")]


def test_metadata_is_scanned_like_any_text() -> None:
    data = "agency: a-b\nnotes: |\n  机密★10年\n".encode()
    scan = scan_bytes(data, "报告.yml")
    assert [(item.hit.code, item.line, item.hit.masked) for item in scan.found] == [("K01", 3, "")]


def test_tags_do_not_hide_a_number_and_comments_do_not_either() -> None:
    page = f"<p>电话199<b>1234</b>5678</p>\n<p\n>正文</p><!-- {MOBILE} -->\n<a href='tel:{MOBILE}'>电话</a>"
    assert told(scan_bytes(page.encode(), "附件.html")) == [
        ("P02", 1, 3, ""),
        ("P02", 3, 13, ""),
        ("P02", 4, 14, ""),
    ]


def test_the_name_of_a_file_is_scanned() -> None:
    assert told(scan_bytes(b"", f"名单{MOBILE}.txt")) == [("P02", None, None, "文件名")]


def test_a_number_cut_into_runs_of_a_document_is_found() -> None:
    data = archive(word__document_xml=PARAGRAPH.format("电话1991234", "5678"))
    assert told(scan_bytes(data, "附件.docx")) == [("P02", None, None, "正文")]


def test_comments_headers_and_hidden_text_of_a_document_are_scanned() -> None:
    data = archive(
        word__document_xml="<w:p><w:r><w:t>正文</w:t></w:r></w:p>",
        word__comments_xml=f"<w:comment w:id='1'>{PARAGRAPH.format('请核对', MOBILE)}</w:comment>",
        word__header1_xml=PARAGRAPH.format("机密", "★1年"),
    )
    scan = scan_bytes(data, "附件.docx")
    assert {(item.hit.code, item.place) for item in scan.found} == {
        ("P02", "批注"),
        ("K01", "页眉"),
    }
    assert [(thing.what, thing.count, thing.serious) for thing in scan.hidden] == [("批注", 1, True)]


def test_numbers_in_cells_of_a_sheet_are_found() -> None:
    cells = f"<row><c><v>1</v></c><c><v>{MOBILE}</v></c></row><row><c><v>990101199003070015</v></c></row>"
    scan = scan_bytes(archive(xl__worksheets__sheet1_xml=cells), "名单.xlsx")
    assert sorted(code for code, *_ in told(scan)) == ["P01", "P02"]


def test_tracked_changes_hidden_sheets_and_authors_are_counted() -> None:
    data = archive(
        word__document_xml="<w:p><w:del w:id='1'></w:del><w:ins w:id='2'></w:ins><w:rPr><w:vanish/></w:rPr></w:p>",
        docProps__core_xml="<dc:creator>某人</dc:creator>",
    )
    assert [(thing.what, thing.count, thing.serious) for thing in scan_bytes(data, "a.docx").hidden] == [
        ("修订痕迹", 2, True),
        ("隐藏的文字、行或工作表", 1, True),
        ("作者姓名等文件属性", 1, False),
    ]


@pytest.mark.parametrize(
    ("value", "count"),
    [
        (b"(Zhang San)", 1),
        (b"(Administrator)", 0),
        (b"()", 0),
        (b"<FEFF5F204E09>", 1),  # 张三
        (b"<FEFF5FAE8F6F7528 6237>", 0),  # 微软用户
        (b"(\\(a\\))", 1),
    ],
)
def test_only_names_of_people_count_as_authors(value: bytes, count: int) -> None:
    hidden = scan_bytes(b"%PDF-1.4 /Author " + value, "a.pdf").hidden
    assert [thing.count for thing in hidden] == [count] * bool(count)
    name = archive(
        docProps__core_xml="<dc:creator>Administrator</dc:creator><cp:lastModifiedBy>张三</cp:lastModifiedBy>"
    )
    assert [thing.count for thing in scan_bytes(name, "a.docx").hidden] == [1]


@pytest.mark.parametrize(
    ("name", "data", "unchecked"),
    [
        ("扫描件.pdf", b"%PDF-1.4\n", "这种格式的文字无法检查"),
        ("老文件.doc", b"\xd0\xcf\x11\xe0", "这种格式的文字无法检查"),
        ("照片.png", b"\x89PNG", "图片中的文字无法检查"),
        ("坏文件.docx", b"PK\x03\x04 broken", "文件损坏或有密码"),
        ("空文件.docx", b"", "这种格式的文字无法检查"),
        ("压缩包.rar", b"Rar!\x1a\x07\x00", "这种格式的文字无法检查"),
        ("网页.doc", "<html><p>正文</p>".encode(), ""),
        ("说明.txt", "正文".encode(), ""),
        ("图片.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "文件内容不全是文字"),
    ],
)
def test_what_cannot_be_looked_at_is_said(name: str, data: bytes, unchecked: str) -> None:
    assert scan_bytes(data, name).unchecked == unchecked


def test_a_reader_makes_other_formats_readable() -> None:
    def read(data: bytes, name: str) -> str | None:
        return f"{data[:4]!r} {name} {MOBILE}"

    scan = scan_bytes(b"%PDF-1.4 /Author (x)", "a.pdf", read)
    assert (scan.unchecked, [item.hit.code for item in scan.found]) == ("", ["P02"])
    assert [thing.what for thing in scan.hidden] == ["作者姓名等文件属性"]


def test_the_position_of_a_photograph_is_found() -> None:
    exif = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x25\x88\x04\0\x01\0\0\0\x1a\0\0\0"
    picture = b"\xff\xd8\xff\xe1" + (len(exif) + 2).to_bytes(2, "big") + exif + b"\xff\xda"
    assert [thing.what for thing in scan_bytes(picture, "a.jpg").hidden] == ["拍摄位置"]
    assert scan_bytes(picture.replace(b"\x25\x88", b"\x25\x89"), "a.jpg").hidden == ()


def test_a_bomb_is_not_unpacked() -> None:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        for number in range(5):
            file.writestr(f"word/{number}.xml", b" " * (16 * 1024 * 1024))
    assert scan_bytes(packed.getvalue(), "a.docx").unchecked == "解压后过大"


@pytest.mark.parametrize(
    "part", ["1 ", "12 ", "19912345678 ", "张建国，", "建设路1号，", "机密", "（内部", "原告王建国诉", "a@b.cc ", "豫A"]
)
def test_cost_grows_with_the_length_of_a_hostile_text(part: str) -> None:
    """Sixteen times the text may take sixty times the time on a busy machine: a square would be 256."""
    short, long = ((part * (length // len(part))).encode() for length in (20_000, 320_000))
    assert growth(lambda data: scan_bytes(data, "a.txt"), short, long, enough=60, measurable=0.005) < 60
