"""`gongkai candidates`: which names the catalogue of indicators should learn next."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date
from pathlib import Path

import click

from generator.commands.chinese import Command
from generator.commands.options import content_option, progress_bar, today_option
from generator.content.site import read_site
from generator.model.fact import Layer
from generator.pipeline import gather


@click.command(cls=Command, help="列出报告里最常见、而指标目录还没有的指标名称（候选指标），供扩充目录时参考。")
@content_option
@today_option
@click.option("--most", type=click.IntRange(min=1), default=50, show_default=True, help="最多列几个。")
def candidates(content: Path, today: date, most: int) -> int:
    """Print name, number of agencies, of figures, and one example for each of the most frequent composed names."""
    corpus = gather(read_site(content.resolve()), today, progress=progress_bar())
    counts: Counter[str] = Counter()
    agencies: dict[str, set[str]] = defaultdict(set)
    examples: dict[str, str] = {}
    for report in corpus.reports:
        for fact in report.findings.facts:
            if fact.layer is Layer.COMPOSED:
                counts[fact.name] += 1
                agencies[fact.name].add(report.agency.id if report.agency else str(report.path))
                examples.setdefault(fact.name, fact.evidence.of(report.document.text))
    ranked = sorted(counts, key=lambda name: (-len(agencies[name]), -counts[name], name))
    for name in ranked[:most]:
        click.echo(f"{len(agencies[name])} 个机关 {counts[name]} 次  {name}\n    例：{examples[name]}")
    click.echo(f"共有 {len(counts)} 个原文指标名称。扩充方法见 generator/catalogues/README.md。")
    return 0
