"""Older formats with LibreOffice and without it."""

from __future__ import annotations

import socket
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from generator.intake import door, read_bytes, read_file
from generator.intake.limits import DEFAULT
from generator.intake.office import canary
from generator.intake.office.convert import convert, find_office
from generator.intake.refusal import Refusal
from generator.intake.scrub.door import can_be_linked
from tests.intake.listening import heard_at
from tests.intake.samples import SAMPLES

_WORD = SAMPLES / "doc/01_word97_manual_numbering.doc"


@pytest.mark.parametrize(
    "name", ["doc/01_word97_manual_numbering.doc", "doc/05_wps_writer_named.wps", "doc/06_rtf_named.doc"]
)
def test_without_libreoffice_the_clerk_is_told_what_to_do(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door, "find_office", lambda: None)
    document, diagnostics = read_file(SAMPLES / name)
    assert document is None
    assert [problem.code for problem in diagnostics] == ["G030"]
    assert "另存为 .docx" in diagnostics[0].hint


def test_the_setting_names_a_program_or_none(monkeypatch: pytest.MonkeyPatch) -> None:
    find_office.cache_clear()
    monkeypatch.setenv("GONGKAI_SOFFICE", "")
    assert find_office() is None
    find_office.cache_clear()
    monkeypatch.setenv("GONGKAI_SOFFICE", "/opt/office/soffice")
    assert find_office() == "/opt/office/soffice"
    find_office.cache_clear()


def test_an_original_that_cannot_be_cleaned_is_not_linked(office: str) -> None:
    assert office
    document, diagnostics = read_file(SAMPLES / "doc/04_word97_tracked_hidden.doc")
    assert document is not None
    assert not can_be_linked(document.original)
    assert document.original.reader.startswith("legacy/1 (LibreOffice ")
    found = [problem for problem in diagnostics if problem.code == "P07"]
    assert [(problem.blocks, "不提供原文件下载" in problem.message) for problem in found] == [(False, True)]


def test_a_system_that_cannot_isolate_libreoffice_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door, "find_office", lambda: "/usr/bin/soffice")
    monkeypatch.setattr(door, "is_isolated", lambda *_: False)
    document, diagnostics = read_file(_WORD)
    assert document is None
    assert [problem.code for problem in diagnostics] == ["G031"]


def test_without_namespaces_the_lure_decides(office: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(canary, "without_network", lambda: ())
    canary.is_isolated.cache_clear()
    heard: list[bool] = []

    def fetch(data: bytes, *_: object, **__: object) -> bytes:
        port = int(data.split(b"127.0.0.1:")[1].split(b"/")[0])
        socket.create_connection(("127.0.0.1", port)).close()
        heard.append(True)
        return b""

    monkeypatch.setattr(canary, "convert", fetch)
    assert not canary.is_isolated(office, DEFAULT)
    assert heard == [True]
    canary.is_isolated.cache_clear()
    monkeypatch.setattr(canary, "convert", lambda *_, **__: b"")
    assert canary.is_isolated(office, DEFAULT)
    canary.is_isolated.cache_clear()


def test_rich_text_with_links_reaches_nobody(office: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, heard_at(server) as heard:
        address = f"http://127.0.0.1:{server.getsockname()[1]}"
        head = (
            f'{{\\rtf1\\ansi\\ansicpg936{{\\field{{\\*\\fldinst INCLUDEPICTURE "{address}/a.png"}}{{\\fldrslt }}}}'
            f"{{\\*\\template {address}/t.dot}}\\pard "
        )
        text = "".join(f"\\'{byte:02x}" for byte in "正文内容完整。".encode("gbk"))
        document, _ = read_bytes(f"{head}{text}\\par}}".encode("ascii"), "报告.doc")
    assert office
    assert document is not None
    assert document.text == "正文内容完整。"
    assert document.original.media_type == "application/rtf"
    assert heard == []


def test_opendocument_goes_the_same_way(office: str, monkeypatch: pytest.MonkeyPatch) -> None:
    content = (
        '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"><office:body><office:text>'
        "<text:p>全年依法办理行政复议案件12件。</text:p></office:text></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.text"
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    )
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, body in (("mimetype", kind), ("content.xml", content), ("META-INF/manifest.xml", manifest)):
            archive.writestr(name, body)
    document, _ = read_bytes(made.getvalue(), "报告.odt")
    assert office
    assert document is not None
    assert (document.text, document.original.media_type) == ("全年依法办理行政复议案件12件。", kind)
    monkeypatch.setattr(door, "find_office", lambda: None)
    assert [problem.code for problem in read_bytes(made.getvalue(), "报告.odt")[1]] == ["G030"]


def test_work_files_are_gone_afterwards(office: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    assert convert(_WORD.read_bytes(), ".doc", office, DEFAULT).startswith(b"PK")
    assert list(tmp_path.iterdir()) == []


def test_a_program_that_makes_nothing_means_damage() -> None:
    with pytest.raises(Refusal) as refused:
        convert(_WORD.read_bytes(), ".doc", "true", DEFAULT)
    assert refused.value.diagnostic.code == "G014"
