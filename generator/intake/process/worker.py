"""The child: reads one file after another from its standard input and answers with JSON.

A question is a line `SECONDS SIZE NAME` (the name in JSON) and the bytes; an answer is a line `KIND SIZE MEMORY` and
JSON, or a traceback where KIND is `bug`.
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
from generator.intake.readers import READERS
from generator.intake.refusal import Refusal

_NO_FILES = 0


def main() -> None:
    """Serve until the input ends."""
    questions, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # a library that prints must not spoil the answers
    limit_process(memory=DEFAULT.memory, files=_NO_FILES)
    while line := questions.readline():
        seconds, size, name = line.decode("utf-8").split(" ", 2)
        data = questions.read(int(size))
        allow_seconds(int(seconds))
        kind, answer = _answer(data, json.loads(name), DEFAULT)
        answers.write(f"{kind} {len(answer)} {memory_used()}\n".encode("ascii"))
        answers.write(answer)
        answers.flush()


def _answer(data: bytes, name: str, limits: Limits) -> tuple[str, bytes]:
    reader = next(reader for reader in READERS if reader.accepts(data, name))
    try:
        return "answer", encode(*reader.read(data, limits))
    except Refusal as refusal:
        return "answer", encode(None, (refusal.diagnostic,))
    except MemoryError:
        return "answer", encode(None, (problems.BOMB.at(why="占用内存过多"),))
    except Exception:  # noqa: BLE001 — the parent raises it again
        return "bug", traceback.format_exc().encode("utf-8", "backslashreplace")


if __name__ == "__main__":
    main()
