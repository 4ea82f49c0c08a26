"""Laws in 《》 and document numbers are found, named as the catalogue names them, and never guessed."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.catalogues.instruments import FOLDER, instruments, load_instruments, name_key
from generator.catalogues.load import CatalogueError, load
from generator.model.outline import Outline
from generator.model.span import Span
from generator.themes.citations import cite
from generator.themes.numbers import find_numbers
from generator.themes.titles import find_titles
from tests.themes.reading import gold_report, read

CASES = Path(__file__).resolve().parent.parent / "cases" / "themes" / "citations.yml"
NOTHING = Outline(None, None, (), (), None, None)


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence and what it cites; see the head of the file."""

    text: str
    found: tuple[tuple[str, str, str, str | None], ...]
    problems: tuple[str, ...] = ()
    year: int = 2024


@pytest.mark.parametrize("case", load(CASES, tuple[Case, ...]), ids=lambda case: case.text[:20])
def test_citations_of_a_sentence(case: Case) -> None:
    citations, problems = cite(case.text, NOTHING, case.year)
    known = {entry.id for entry in instruments().values()}
    found = tuple(
        (item.kind, item.text, item.normalised, item.instrument if item.instrument in known else None)
        for item in citations
    )
    assert found == case.found
    assert tuple(problem.code for problem in problems) == case.problems
    assert all(item.span.of(case.text) == item.text and item.instrument.isascii() for item in citations)


def test_the_five_reports_cite_these_laws_and_numbers() -> None:
    found = [[(item.kind, item.normalised) for item in gold_report(number)[2].citations] for number in range(5)]
    laws = [[name for kind, name in report if kind in {"law", "document"}] for report in found]
    assert laws == [
        ["许魏法〔2023〕6号", "中华人民共和国民法典", "中华人民共和国政府信息公开条例", "中华人民共和国网络安全法"],
        [
            "莆涵委法〔2022〕6号",
            "中华人民共和国民法典",
            "优化营商环境条例",
            "中华人民共和国宪法",
            "中华人民共和国劳动合同法",
        ],
        [],
        [],
        [],
    ]


def test_the_own_number_of_a_report_is_no_citation() -> None:
    document, outline = read(
        "某县司法局\n关于2023年法治政府建设情况的报告\n某司〔2024〕3号\n依据某政发〔2023〕9号，现报告如下：\n一、学法\n学习法律。\n"
    )
    own = document.text.find("某司〔2024〕3号")
    placed = Outline(
        outline.title, None, outline.headings, outline.paragraphs, None, None, document_number=Span(own, own + 10)
    )
    assert [item.normalised for item in cite(document.text, placed, 2023)[0]] == ["某政发〔2023〕9号"]


def test_a_citation_knows_its_paragraph() -> None:
    document, outline = read("一、学法\n学习《民法典》。\n二、宣传\n宣传《宪法》。\n")
    found = cite(document.text, outline, 2023)[0]
    places = {paragraph.id: paragraph.span for paragraph in outline.paragraphs}
    assert [places[item.paragraph or ""].holds(item.span) for item in found] == [True, True]


def test_there_are_many_instruments_and_each_is_found_by_its_full_and_short_name() -> None:
    catalogue = instruments()
    entries = {entry.id: entry for entry in catalogue.values()}
    assert len(entries) >= 350
    assert all(catalogue[name_key(entry.name)] is entry for entry in entries.values())
    assert {entry.by for entry in entries.values() if entry.by} <= set(entries)
    assert catalogue[name_key("行政复议法")].name == "中华人民共和国行政复议法"


def test_a_name_that_two_instruments_claim_is_a_mistake(tmp_path: Path) -> None:
    rows = "version: 1\nkind: law\ninstruments:\n  - {id: a, name: 某条例}\n  - {id: b, name: 乙, short: [某条例]}\n"
    (tmp_path / "laws.yml").write_text(rows, encoding="utf-8")
    with pytest.raises(CatalogueError, match="同时属于") as caught:
        load_instruments(tmp_path)
    assert caught.value.line == 5


def test_every_file_of_instruments_is_read() -> None:
    assert {path.name for path in FOLDER.glob("*.yml")} >= {"laws.yml", "regulations.yml", "party.yml"}


@given(st.text(alphabet="《》〈〉<>法a。\n（", max_size=60))
def test_titles_are_balanced_and_do_not_overlap(text: str) -> None:
    titles, lonely = find_titles(text)
    for title in titles:
        written = title.span.of(text)
        assert (written[0], written[-1]) == ("《", "》")
        assert "\n" not in written
        assert all(title.span.holds(inner.span) and inner.span != title.span for inner in title.inner)
    assert all(first.span.end <= second.span.start for first, second in pairwise(titles))
    assert all(len(span) == 1 and span.of(text) in "《》" for span in lonely)


@given(st.text(alphabet="某政发〔〕[]（）()2023第06号令国务院 ", max_size=40))
def test_document_numbers_have_the_form_of_the_standard(text: str) -> None:
    for number in find_numbers(text):
        assert number.span.of(text) == number.text
        assert number.normalised.endswith("号")
        assert find_numbers(number.normalised)[0].normalised == number.normalised
