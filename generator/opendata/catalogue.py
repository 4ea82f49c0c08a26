"""The public catalogue as CSV and JSON."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.report import Corpus, SiteFile
from generator.opendata.compact import json_bytes
from generator.opendata.tabular import csv_bytes
from generator.series.catalogue import catalogue_entries

COLUMNS = ("索引", "名称", "内容概述", "生成日期", "年度", "发文机关", "报告编号", "地址")


def catalogue_files(corpus: Corpus) -> Iterator[SiteFile]:
    """`data/catalogue.csv` and `data/catalogue.json`."""
    entries = catalogue_entries(corpus)
    rows = [
        (
            entry.index,
            entry.name,
            entry.summary,
            entry.formed.isoformat() if entry.formed else "",
            entry.year,
            entry.agency,
            entry.report,
            entry.address,
        )
        for entry in entries
    ]
    yield SiteFile("data/catalogue.csv", csv_bytes(COLUMNS, rows))
    twins = [
        {
            "index": entry.index,
            "name": entry.name,
            "summary": entry.summary,
            "formed": entry.formed.isoformat() if entry.formed else None,
            "year": entry.year,
            "agency": entry.agency,
            "report": entry.report,
            "address": entry.address,
        }
        for entry in entries
    ]
    yield SiteFile("data/catalogue.json", json_bytes(twins))
