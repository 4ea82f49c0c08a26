"""Generated reports keep out of the way of the queries, are the same for the same seed, and differ."""

from itertools import islice

from tests.benchmark.generated_reports import generate_reports
from tests.search.corpus import CASES


def test_terms_of_the_queries_do_not_occur() -> None:
    absent = (CASES / "absent_terms.txt").read_text(encoding="utf-8").split()
    texts = "\n".join(report.text for report in generate_reports(2000, 1))
    assert [term for term in absent if term in texts] == []


def test_same_seed_same_reports() -> None:
    assert list(generate_reports(20, 3)) == list(islice(generate_reports(100, 3), 20))
    assert next(generate_reports(1, 3)).text != next(generate_reports(1, 4)).text


def test_each_agency_once_a_year() -> None:
    made = [(report.metadata.agency, report.metadata.year) for report in generate_reports(2000, 1)]
    assert len(set(made)) == 2000
    assert {year for _, year in made} == {2018, 2019, 2020, 2021, 2022}
    assert len({agency for agency, _ in made}) == 400
