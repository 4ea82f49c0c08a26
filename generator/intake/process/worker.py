"""The child: reads one file after another from its standard input and answers with JSON.

A question is a line `JOB SECONDS SIZE NAME` (`read` or `scrub`; the name in JSON) and the bytes; an answer is a line
`KIND SIZE MEMORY` and JSON, the bytes of a cleaned copy where KIND is `copy`, or a traceback where it is `bug`.
"""

from __future__ import annotations

import json
import os
import sys
import traceback

from generator.intake import problems
from generator.intake.limits import DEFAULT, Limits
from generator.intake.process.codec import encode
from generator.intake.process.limits import allow_seconds, limit_process, memory_used
from generator.intake.readers import READERS, docx, ofd, pdf
from generator.intake.refusal import Refusal
from generator.intake.scrub.docx import scrub as scrub_docx
from generator.intake.scrub.ofd import scrub as scrub_ofd
from generator.intake.scrub.pdf import scrub as scrub_pdf

_NO_FILES = 0
_SCRUBBERS = {docx.NAME: scrub_docx, ofd.NAME: scrub_ofd, pdf.NAME: scrub_pdf}


def main() -> None:
    """Serve until the input ends."""
    questions, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # a library that prints must not spoil the answers
    limit_process(memory=DEFAULT.memory, files=_NO_FILES)
    while line := questions.readline():
        job, seconds, size, name = line.decode("utf-8").split(" ", 3)
        data = questions.read(int(size))
        allow_seconds(int(seconds))
        kind, answer = _answer(job, data, json.loads(name), DEFAULT)
        answers.write(f"{kind} {len(answer)} {memory_used()}\n".encode("ascii"))
        answers.write(answer)
        answers.flush()


def _answer(job: str, data: bytes, name: str, limits: Limits) -> tuple[str, bytes]:
    reader = next(reader for reader in READERS if reader.accepts(data, name))
    try:
        if job == "scrub":
            return "copy", _SCRUBBERS[reader.NAME](data, limits)
        return "answer", encode(*reader.read(data, limits))
    except Refusal as refusal:
        return "answer", encode(None, (refusal.diagnostic,))
    except MemoryError:
        return "answer", encode(None, (problems.BOMB.at(why="占用内存过多"),))
    except Exception:  # noqa: BLE001 — the parent raises it again
        return "bug", traceback.format_exc().encode("utf-8", "backslashreplace")


if __name__ == "__main__":
    main()
