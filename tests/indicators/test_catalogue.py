"""Every example of the indicator catalogue, read by the real engine, and what must hold for all entries."""

from __future__ import annotations

import csv
import re
from collections import Counter
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path

import pytest

from generator.catalogues.indicator_forms import Entry, Example
from generator.catalogues.indicators import THEMES, indicator_catalogue
from generator.catalogues.measures import measures
from generator.indicators.context import Context
from generator.indicators.resolve import resolver
from generator.model.fact import Fact
from tests.indicators.marked import analysed, read_marked

ROOT = Path(__file__).resolve().parent.parent
ENTRIES = indicator_catalogue().entries


def as_example(given: str | Example) -> Example:
    return Example(given) if isinstance(given, str) else given


@dataclass(frozen=True, slots=True)
class Read:
    """An example as the engine reads it: at each mark what it is a figure of, and what was told to the catalogue."""

    example: Example
    facts: tuple[tuple[Fact, ...], ...]
    contexts: tuple[Context, ...]


def read_example(given: str | Example) -> Read:
    example = as_example(given)
    marked = read_marked(example.text)
    assert marked.mentions, f"{example.text} has no ⟦ ⟧"
    sentence = analysed(marked.text, example.heading, example.author)
    spans = [span for span, _ in marked.mentions]
    contexts = (context for span in spans for context in sentence.contexts_at(span))
    return Read(example, tuple(sentence.facts_at(span) for span in spans), tuple(contexts))


@pytest.mark.parametrize("entry", ENTRIES, ids=attrgetter("id"))
def test_entry_fires_on_its_examples_and_not_on_its_counter_examples(entry: Entry) -> None:
    """One test an entry: each sentence is read once, and a failure names all that are read otherwise."""
    examples = [read_example(given) for given in entry.examples]
    counter_examples = [read_example(given) for given in entry.counter_examples]
    wrong = [*(_missed(entry, read) for read in examples), *(_fired(entry, read) for read in counter_examples)]
    wrong += [_contested(read) for read in (*examples, *counter_examples)]
    assert [line for line in wrong if line] == []


def _missed(entry: Entry, read: Read) -> str:
    for facts in read.facts:
        found = {fact.indicator: fact.dimension for fact in facts}
        if entry.id not in found:
            return f"{read.example.text} 应为 {entry.id}，读作 {list(found)}"
        if read.example.dimension and read.example.dimension not in [fact.dimension for fact in facts]:
            return f"{read.example.text} 的维度应为“{read.example.dimension}”，读作“{found[entry.id]}”"
    return ""


def _fired(entry: Entry, read: Read) -> str:
    for facts in read.facts:
        found = [fact.indicator for fact in facts]
        if entry.id in found or (read.example.instead and found != [read.example.instead]):
            return f"{read.example.text} 应为 {read.example.instead or '别的'}，读作 {found}"
    return ""


def _contested(read: Read) -> str:
    """Two entries fire on one number only where one of them is declared to yield."""
    by_id = indicator_catalogue().by_id
    for context in read.contexts:
        fired = set(resolver().fired(context))
        kept = {item.indicator for item in resolver().resolve(context)}
        for loser in fired - kept:
            if not kept.intersection(by_id[loser].entry.yields_to):
                return f"{read.example.text}：{loser} 与 {kept} 同时命中，未写 yields_to"
    return ""


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
