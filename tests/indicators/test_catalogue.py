"""Every example of the indicator catalogue, read by the real engine, and what must hold for all entries."""

from __future__ import annotations

import csv
import re
from collections import Counter
from pathlib import Path

import pytest

from generator.catalogues.indicators import THEMES, Entry, Example, indicator_catalogue
from generator.catalogues.measures import measures
from generator.indicators.resolve import resolver
from tests.indicators.marked import analysed, read_marked

ROOT = Path(__file__).resolve().parent.parent
ENTRIES = indicator_catalogue().entries


def as_example(given: str | Example) -> Example:
    return Example(given) if isinstance(given, str) else given


EXAMPLES = [(entry, as_example(given)) for entry in ENTRIES for given in entry.examples]
COUNTER_EXAMPLES = [(entry, as_example(given)) for entry in ENTRIES for given in entry.counter_examples]


def called(case: tuple[Entry, Example]) -> str:
    return f"{case[0].id}: {case[1].text[:24]}"


@pytest.mark.parametrize("case", EXAMPLES, ids=called)
def test_example_fires(case: tuple[Entry, Example]) -> None:
    entry, example = case
    marked = read_marked(example.text)
    assert marked.mentions
    sentence = analysed(marked.text, example.heading)
    for span, _ in marked.mentions:
        facts = sentence.facts_at(span)
        assert entry.id in [fact.indicator for fact in facts]
        if example.dimension:
            assert example.dimension in [fact.dimension for fact in facts]


@pytest.mark.parametrize("case", COUNTER_EXAMPLES, ids=called)
def test_counter_example_does_not_fire(case: tuple[Entry, Example]) -> None:
    entry, example = case
    marked = read_marked(example.text)
    assert marked.mentions
    sentence = analysed(marked.text, example.heading)
    for span, _ in marked.mentions:
        fired = [fact.indicator for fact in sentence.facts_at(span)]
        assert entry.id not in fired
        if example.instead:
            assert fired == [example.instead]


@pytest.mark.parametrize("case", EXAMPLES + COUNTER_EXAMPLES, ids=called)
def test_two_entries_fire_only_where_it_is_declared(case: tuple[Entry, Example]) -> None:
    marked = read_marked(case[1].text)
    sentence = analysed(marked.text, case[1].heading)
    by_id = indicator_catalogue().by_id
    for span, _ in marked.mentions:
        for context in sentence.contexts_at(span):
            fired = set(resolver().fired(context))
            kept = {item.indicator for item in resolver().resolve(context)}
            for loser in fired - kept:
                assert kept.intersection(by_id[loser].entry.yields_to), f"{loser} 与 {kept} 同时命中，未写 yields_to"


def test_ids_and_names_are_unique() -> None:
    names = Counter(name for entry in ENTRIES for name in (entry.name, *entry.aliases))
    assert [name for name, count in names.items() if count > 1] == []
    assert [entry.id for entry in ENTRIES if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", entry.id)] == []


def test_definitions_are_whole_sentences() -> None:
    assert [entry.id for entry in ENTRIES if not entry.definition.endswith("。")] == []


def test_every_theme_has_entries_and_there_are_enough() -> None:
    assert {entry.theme for entry in ENTRIES} == set(THEMES)
    assert len(ENTRIES) >= 500


def test_units_are_measure_words() -> None:
    used = {unit for item in indicator_catalogue().indicators for rule in item.rules for unit in rule.units}
    no_unit = {""}  # 阅读量8.6万: a count of views is often written bare
    assert used - measures().keys() - no_unit == set()


def test_every_name_of_the_gold_is_an_entry() -> None:
    with (ROOT / "gold" / "indicators.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    gold = {row["canonical"] for row in rows if row["canonical"]}
    assert gold - {entry.name for entry in ENTRIES} == set()
