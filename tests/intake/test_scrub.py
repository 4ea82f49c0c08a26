"""Copies without traces: nothing left of people and remarks, everything left of the text."""

from __future__ import annotations

import struct
import zipfile
import zlib
from io import BytesIO

import pytest

from generator.intake import read_bytes
from generator.intake.limits import DEFAULT
from generator.intake.pictures import inspect_picture, strip_picture
from generator.intake.process.keeper import KEEPER
from generator.intake.scrub.docx import scrub as scrub_docx
from generator.intake.scrub.door import scrub_bytes
from tests.intake.build_pdf import Page, lines, pdf
from tests.intake.build_zip import author, docx, ofd, paragraph, run, text_object
from tests.intake.samples import SAMPLES


def _jpeg(tags: dict[int, int]) -> bytes:
    entries = b"".join(struct.pack("<HHLL", tag, 4, 1, value) for tag, value in sorted(tags.items()))
    block = b"Exif\0\0II*\0\x08\0\0\0" + struct.pack("<H", len(tags)) + entries + b"\0\0\0\0"
    return (
        b"\xff\xd8\xff\xe1"
        + (len(block) + 2).to_bytes(2, "big")
        + block
        + b"\xff\xdb\x00\x04\x00\x00\xff\xda\x00\x02PICTURE\xff\xd9"
    )


_LOCATED = _jpeg({0x8825: 26, 0x0110: 5})


def test_pictures_tell_where_they_were_taken() -> None:
    found = inspect_picture(_LOCATED)
    assert (found.located, found.device) == (True, True)
    clean = strip_picture(_LOCATED)
    assert clean == b"\xff\xd8\xff\xdb\x00\x04\x00\x00\xff\xda\x00\x02PICTURE\xff\xd9"
    assert (inspect_picture(clean).located, inspect_picture(clean).device) == (False, False)


def test_png_text_goes_and_the_picture_stays() -> None:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return len(body).to_bytes(4, "big") + kind + body + zlib.crc32(kind + body).to_bytes(4, "big")

    head, text, end = chunk(b"IHDR", b"x" * 13), chunk(b"tEXt", b"Author\0Wang"), chunk(b"IEND", b"")
    data = b"\x89PNG\r\n\x1a\n" + head + text + end
    assert inspect_picture(data).device
    assert strip_picture(data) == b"\x89PNG\r\n\x1a\n" + head + end


def test_a_word_document_keeps_its_text_and_loses_its_traces() -> None:
    comments = '<w:comment w:id="1" w:author="科长"><w:p><w:r><w:t>这句删掉</w:t></w:r></w:p></w:comment>'
    body = (
        f"<w:p><w:commentRangeStart w:id='1'/>{run('全年')}"
        "<w:del w:author='张三'><w:r><w:delText>旧稿</w:delText></w:r></w:del>"
        f"<w:ins w:author='李四'>{run('新稿内容')}</w:ins>{run('完成。')}<w:commentRangeEnd w:id='1'/>"
        "<w:r><w:commentReference w:id='1'/></w:r></w:p>"
        f"<w:p><w:pPr><w:rPr><w:del w:author='张三'/></w:rPr></w:pPr>{run('前半句，')}</w:p>{paragraph('后半句。')}"
        f"<w:p>{run('内部掌握', '<w:vanish/>')}{run('公开的话。')}</w:p>"
    )
    data = docx(body, comments=comments, members=author("王小明") | {"word/media/a.jpg": _LOCATED})
    before, found = read_bytes(data, "报告.docx")
    assert [problem.blocks for problem in found if problem.code == "P07"] == [True]
    copy, trouble = scrub_bytes(data, "报告.docx")
    assert trouble == ()
    assert copy is not None
    after, left = read_bytes(copy, "报告.docx")
    assert before is not None
    assert after is not None
    assert after.text == before.text == "全年新稿内容完成。\n前半句，后半句。\n公开的话。"
    assert [problem.code for problem in left] == []
    with zipfile.ZipFile(BytesIO(copy)) as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist())
    for trace in ("张三", "李四", "王小明", "科长", "旧稿", "这句删掉", "内部掌握", "Exif"):
        assert trace.encode() not in everything


def test_the_same_file_gives_the_same_copy() -> None:
    data = (SAMPLES / "docx/05_tracked_changes_comments_hidden.docx").read_bytes()
    assert scrub_docx(data, DEFAULT) == scrub_docx(data, DEFAULT)


@pytest.mark.parametrize(
    "name",
    [
        "docx/01_gbt9704_manual_numbering.docx",
        "docx/04_table_merged_cells.docx",
        "docx/05_tracked_changes_comments_hidden.docx",
        "docx/10_saved_by_libreoffice.docx",
        "ofd/05_written_by_easyofd.ofd",
        "pdf/01_text_page_numbers.pdf",
    ],
)
def test_samples_are_cleaned_without_a_change_of_text(name: str) -> None:
    data = (SAMPLES / name).read_bytes()
    copy, trouble = KEEPER.scrub(data, name, DEFAULT)
    assert (copy is not None, trouble) == (True, ())
    before, after = read_bytes(data, name)[0], read_bytes(copy or b"", name)[0]
    assert before is not None
    assert after is not None
    assert (after.text, after.styles, after.tables) == (before.text, before.styles, before.tables)


def test_a_pdf_loses_its_author_and_the_exif_of_its_pictures() -> None:
    note = b"<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/Contents(remark)>>"
    data = pdf([Page(lines("　　一是加强组织领导，全年召开会议12次。"))], info="/Author(Wang Xiaoming)")
    data = data.replace(b"/Rotate 0", b"/Rotate 0/Annots[" + note + b"]")
    _, found = read_bytes(data, "报告.pdf")
    assert any("批注 1 条" in problem.message for problem in found)
    copy, trouble = scrub_bytes(data, "报告.pdf")
    assert trouble == ()
    assert copy is not None
    assert b"Wang" not in copy
    assert b"remark" not in copy


def test_an_ofd_loses_its_author() -> None:
    data = ofd([text_object(30, 40, "一是加强组织领导。")], info="<ofd:Author>王小明</ofd:Author>")
    copy, _ = scrub_bytes(data, "报告.ofd")
    assert copy is not None
    with zipfile.ZipFile(BytesIO(copy)) as archive:
        assert "王小明".encode() not in archive.read("OFD.xml")


def test_a_signed_ofd_is_left_alone() -> None:
    data = ofd(
        [text_object(30, 40, "一是加强组织领导。")],
        info="<ofd:Author>王小明</ofd:Author><ofd:Signatures>s</ofd:Signatures>",
    )
    copy, trouble = scrub_bytes(data, "报告.ofd")
    assert (copy, [problem.code for problem in trouble]) == (None, ["G033"])


def test_plain_text_has_nothing_to_lose() -> None:
    data = "一是加强组织领导。".encode()
    assert scrub_bytes(data, "报告.txt") == (data, ())


def test_web_pages_cannot_be_cleaned() -> None:
    page = "<html><meta name='author' content='王小明'><p>一是加强组织领导。</p></html>"
    copy, trouble = scrub_bytes(page.encode(), "报告.html")
    assert (copy, [problem.code for problem in trouble]) == (None, ["G034"])
