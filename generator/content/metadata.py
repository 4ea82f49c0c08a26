"""The metadata file beside a report: what the publisher declares."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from generator.catalogues.load import CatalogueError, load
from generator.model.diagnostic import Diagnostic, Problem, Severity
from generator.model.metadata import Metadata

METADATA_WRONG = Problem(
    code="G501",
    name="metadata-wrong",
    severity=Severity.ERROR,
    message="补充信息文件有误：{what}",
    hint="对照《发布指南》中的样例改正这一行；不清楚的项目可以整行删去。",
    wrong="yeer: 2023",
    right="year: 2023",
)


def read_metadata(file: Path | None, shown: str) -> tuple[Metadata, tuple[Diagnostic, ...]]:
    """Read a metadata file; None gives an empty one. `shown` is the path to print in messages.

    A wrong file gives an empty `Metadata` and one error with its line and column.
    """
    if file is None:
        return Metadata(), ()
    try:
        return load(file, Metadata), ()
    except CatalogueError as error:
        found = METADATA_WRONG.at(what=error.message)
        return Metadata(), (replace(found, file=shown, line=error.line, column=error.column),)
    except OSError as error:
        return Metadata(), (
            replace(METADATA_WRONG.at(what=f"无法读取（{error.strerror}）"), file=shown, line=1, column=1),
        )
