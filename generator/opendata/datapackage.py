"""`datapackage.json`: what the data files are, in Frictionless Data Package v2."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator

from generator.model.report import Corpus, SiteFile
from generator.opendata.board import BOARD_COLUMNS
from generator.opendata.catalogue import CATALOGUE_COLUMNS
from generator.opendata.indicators import FIGURE_COLUMNS, FORMAT

SHEETS = {"catalogue": CATALOGUE_COLUMNS, "indicators": FIGURE_COLUMNS, "board": BOARD_COLUMNS}
"""The columns of each sheet, by the name of its file."""


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
    return {
        "name": name,
        "path": f"{name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(file.data),
        "hash": f"sha256:{hashlib.sha256(file.data).hexdigest()}",
        "schema": {
            "fields": [{key: value for key, value in column._asdict().items() if value} for column in SHEETS[name]],
            "missingValues": [{"value": "", "label": "未提及或未载明"}],
        },
    }
