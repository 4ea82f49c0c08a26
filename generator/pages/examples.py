"""Example queries for the home page: taken from the collection itself, so that every one of them finds something."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

from generator.catalogues.indicators import indicator_catalogue
from generator.catalogues.themes import themes
from generator.model.report import Corpus
from generator.series.figures import by_indicator
from generator.series.passages import by_topic

_TELLING = Decimal(100)
"""A figure below this stands in many sentences: no good example of finding one sentence by its number."""


def example_queries(corpus: Corpus) -> tuple[str, ...]:
    """Up to four queries of different kinds: a sub-topic, an indicator, a figure as written, an agency."""
    found = (_topic(corpus), _indicator(corpus), _figure(corpus), _agency(corpus))
    return tuple(dict.fromkeys(query for query in found if query))


def _topic(corpus: Corpus) -> str | None:
    """The sub-topic that most reports treat."""
    reports = Counter(
        {topic: len({item.report.id for item in found}) for (_, topic), found in by_topic(corpus).items() if topic}
    )
    best = min(reports, key=lambda name: (-reports[name], name), default=None)
    topic = themes().topic(best)
    return topic.name if topic else None


def _indicator(corpus: Corpus) -> str | None:
    """The indicator that most agencies report."""
    reported = by_indicator(corpus)
    best = min(reported, key=lambda name: (-len({item.report.id for item in reported[name]}), name), default=None)
    return indicator_catalogue().by_id[best].entry.name if best else None


def _figure(corpus: Corpus) -> str | None:
    """A large figure of the newest report, as its text has it."""
    for report in corpus.reports:
        told = [fact for fact in report.findings.facts if fact.value is not None and fact.value >= _TELLING]
        if told:
            return "".join(max(told, key=lambda fact: fact.value or Decimal(0)).mention.split())
    return None


def _agency(corpus: Corpus) -> str | None:
    return corpus.reports[0].agency.name if corpus.reports and corpus.reports[0].agency else None
