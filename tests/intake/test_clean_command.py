"""`gongkai clean` writes a copy that tells of nobody, or replaces the file by it when asked to."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from generator.commands.clean import clean
from generator.intake import read_file
from tests.intake.build_zip import author, docx, paragraph
from tests.intake.samples import SAMPLES

_DATA = docx(paragraph("全年依法办理行政复议案件12件。"), members=author("王小明"))


def _run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(clean, [str(argument) for argument in arguments], standalone_mode=False)


def test_a_copy_is_written_beside_the_file(tmp_path: Path) -> None:
    file = tmp_path / "报告.docx"
    file.write_bytes(_DATA)
    result = _run(file)
    copy = tmp_path / "报告（已清理）.docx"
    assert (result.return_value, file.read_bytes()) == (0, _DATA)
    assert [problem.code for problem in read_file(copy)[1]] == []
    assert "报告（已清理）.docx" in result.output
    again = _run(file)
    assert (again.return_value, "已经存在" in again.output) == (1, True)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["报告.docx", "报告（已清理）.docx"]


def test_the_file_is_replaced_when_asked(tmp_path: Path) -> None:
    file = tmp_path / "报告.docx"
    file.write_bytes(_DATA)
    assert _run("--replace", file).return_value == 0
    assert [problem.code for problem in read_file(file)[1]] == []
    assert [path.name for path in tmp_path.iterdir()] == ["报告.docx"]
    assert "没有需要清理" in _run("--replace", file).output


def test_what_cannot_be_cleaned_stays(tmp_path: Path) -> None:
    file = tmp_path / "报告.html"
    file.write_bytes((SAMPLES / "html/01_trs_editor_utf8.html").read_bytes())
    result = _run(file, tmp_path / "没有.docx")
    assert result.return_value == 1
    assert "G034" in result.output
    assert [path.name for path in tmp_path.iterdir()] == ["报告.html"]
