"""`datapackage.json`: what the data files are, in Frictionless Data Package v2."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator

from generator.model.report import Corpus, SiteFile
from generator.opendata.indicators import COLUMNS, FORMAT

CATALOGUE_COLUMNS = (
    ("索引", "string"),
    ("名称", "string"),
    ("内容概述", "string"),
    ("生成日期", "date"),
    ("年度", "integer"),
    ("发文机关", "string"),
    ("报告编号", "string"),
    ("地址", "string"),
)

BOARD_COLUMNS = (
    ("机关编号", "string"),
    ("机关", "string"),
    ("年度", "integer"),
    ("公开情况", "string"),
    ("公开日期", "date"),
    ("期限", "date"),
    ("依据", "string"),
    ("说明", "string"),
    ("报告编号", "string"),
)
SHEETS = {"catalogue": CATALOGUE_COLUMNS, "board": BOARD_COLUMNS}
"""Columns and types of the sheets besides the figures."""


def with_datapackage(files: Iterable[SiteFile], corpus: Corpus) -> Iterator[SiteFile]:
    """Pass the files on, and after them the package description with the size and hash of each CSV file."""
    resources = []
    for file in files:
        if file.path.startswith("data/") and file.path.endswith(".csv"):
            resources.append(_resource(file))
        yield file
    settings = corpus.settings
    package = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "gongkai",
        "title": settings.name,
        "description": settings.description,
        "version": FORMAT,
        "created": f"{corpus.today.isoformat()}T00:00:00Z",
        **({"homepage": settings.base_url} if settings.base_url else {}),
        **({"licenses": [{"name": settings.licence}]} if settings.licence else {}),
        "resources": resources,
    }
    yield SiteFile("data/datapackage.json", (json.dumps(package, ensure_ascii=False, indent=1) + "\n").encode())


def _resource(file: SiteFile) -> dict[str, object]:
    name = file.path.removeprefix("data/").removesuffix(".csv")
    columns = SHEETS.get(name) or tuple((column[0], column[1]) for column in COLUMNS)
    described = {column[0]: column[2] for column in COLUMNS}
    return {
        "name": name,
        "path": f"{name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(file.data),
        "hash": f"sha256:{hashlib.sha256(file.data).hexdigest()}",
        "schema": {
            "fields": [
                {"name": column, "type": kind, **({"description": described[column]} if column in described else {})}
                for column, kind in columns
            ],
            "missingValues": [{"value": "", "label": "未提及或未载明"}],
        },
    }
