"""The child process: used again, limited, killed with all it started, and honest about bugs."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from generator.intake import problems
from generator.intake.limits import DEFAULT
from generator.intake.process.codec import decode, encode
from generator.intake.process.keeper import Keeper, ReaderBug, kill_group
from generator.model.document import Cell, Dropped, PageStart, Reading, Style, StyleRun, Table
from generator.model.span import Span
from tests.intake.build_pdf import Page, lines, pdf
from tests.intake.build_zip import docx, paragraph

_REPORT = docx(paragraph("全年依法办理行政复议案件12件。"))


@pytest.fixture
def keeper() -> Keeper:
    return Keeper()


def _child(keeper: Keeper) -> int:
    child = keeper._child  # noqa: SLF001 — what is tested is which process serves
    assert child is not None
    return child.pid


def test_one_child_serves_many_files(keeper: Keeper) -> None:
    texts, children = [], set()
    for data, name in ((_REPORT, "a.docx"), (pdf([Page(lines("一是加强组织领导。"))]), "b.pdf"), (_REPORT, "c.docx")):
        reading, _ = keeper.read(data, name, DEFAULT)
        texts.append(reading.text if reading else None)
        children.add(_child(keeper))
    keeper.stop()
    assert texts == ["全年依法办理行政复议案件12件。\n", "一是加强组织领导。\n", "全年依法办理行政复议案件12件。\n"]
    assert len(children) == 1


def test_children_are_replaced_after_so_many_files(keeper: Keeper) -> None:
    children = []
    for _ in range(4):
        keeper.read(_REPORT, "a.docx", replace(DEFAULT, recycle=2))
        children.append(_child(keeper))
    keeper.stop()
    assert (children[0] == children[1], children[1] == children[2], children[2] == children[3]) == (True, False, True)


def test_a_child_that_takes_too_long_is_killed(keeper: Keeper) -> None:
    keeper.read(_REPORT, "a.docx", DEFAULT)
    pid = _child(keeper)
    os.killpg(pid, signal.SIGSTOP)
    start = time.monotonic()
    reading, diagnostics = keeper.read(_REPORT, "a.docx", replace(DEFAULT, wall_seconds=1))
    assert (reading, diagnostics[0].code) == (None, problems.TOO_SLOW.code)
    assert time.monotonic() - start < 10
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
    reading, _ = keeper.read(_REPORT, "a.docx", DEFAULT)
    keeper.stop()
    assert reading is not None


def test_a_child_that_dies_costs_one_file(keeper: Keeper) -> None:
    keeper.read(_REPORT, "a.docx", DEFAULT)
    child = keeper._child  # noqa: SLF001
    assert child is not None
    os.killpg(child.pid, signal.SIGKILL)
    child.wait()
    reading, _ = keeper.read(_REPORT, "a.docx", DEFAULT)  # the dead child is noticed before it is asked
    assert reading is not None
    keeper.stop()


def test_an_answer_that_is_none_is_a_bug(keeper: Keeper, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeper, "_ask", lambda *_: ("bug", b"Traceback ..."))
    with pytest.raises(ReaderBug, match="Traceback"):
        keeper.read(_REPORT, "a.docx", DEFAULT)
    monkeypatch.setattr(keeper, "_ask", lambda *_: ("answer", b"[]"))
    with pytest.raises(ReaderBug):
        keeper.read(_REPORT, "a.docx", DEFAULT)
    keeper.stop()


def test_killing_a_group_kills_grandchildren() -> None:
    program = "import subprocess, sys; p = subprocess.Popen(['sleep', '60']); print(p.pid, flush=True); p.wait()"
    child = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, start_new_session=True)
    assert child.stdout is not None
    grandchild = int(child.stdout.readline())
    kill_group(child)
    child.stdout.close()
    for _ in range(100):
        try:
            state = Path(f"/proc/{grandchild}/stat").read_text(encoding="ascii").split()[2]
        except OSError:
            break
        if state == "Z":
            break
        time.sleep(0.05)
    else:
        pytest.fail("the grandchild still runs")


@pytest.mark.parametrize(
    ("program", "message"),
    [("bytearray(900_000_000)", "MemoryError"), ("open('big', 'wb').write(b'x' * 2_000_000)", "File too large")],
)
def test_limits_hold(program: str, message: str, tmp_path: object) -> None:
    limited = "from generator.intake.process.limits import *\nlimit_process(memory=500_000_000, files=1_000_000)\n"
    done = subprocess.run(
        [sys.executable, "-c", limited + program], capture_output=True, text=True, encoding="utf-8", check=False,
        cwd=str(tmp_path), env=dict(os.environ, PYTHONPATH=os.pathsep.join(filter(None, sys.path))),
    )  # fmt: skip
    assert done.returncode != 0
    assert message in done.stderr


def test_readings_survive_the_way() -> None:
    reading = Reading(
        text="标题\n正文\n甲\t乙\n",
        encoding="gb18030",
        styles=(StyleRun(Span(0, 2), Style.TITLE),),
        pages=(PageStart(0, 1), PageStart(3, 2)),
        tables=(Table(Span(6, 9), ((Cell(Span(6, 7), 0), Cell(Span(8, 9), 1, 2, 3)),), 1, Span(3, 5)),),
        joins=(2,),
        keeps=(5,),
        dropped=(Dropped("header", "页眉", 1), Dropped("contents", "目录")),
    )
    diagnostics = (problems.PICTURES.at(count=2), problems.BROKEN.at(Span(1, 2), quote="甲｜乙"))
    assert decode(encode(reading, diagnostics)) == (reading, diagnostics)
    assert decode(encode(None, diagnostics)) == (None, diagnostics)
