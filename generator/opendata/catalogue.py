"""The public catalogue as CSV and JSON."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.report import Corpus, SiteFile
from generator.opendata.compact import json_bytes
from generator.opendata.tabular import Column, csv_bytes
from generator.series.catalogue import catalogue_entries

CATALOGUE_COLUMNS = (
    Column("索引", "string"),
    Column("名称", "string"),
    Column("内容概述", "string"),
    Column("生成日期", "date", "成文日期；未载明为空"),
    Column("年度", "integer", "不明为空"),
    Column("发文机关", "string", "不明为空"),
    Column("报告编号", "string"),
    Column("地址", "string", "相对网站根"),
)


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
    yield SiteFile("data/catalogue.csv", csv_bytes(CATALOGUE_COLUMNS, rows))
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
