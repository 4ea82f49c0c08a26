"""Rules that need all reports or the settings: copies, addresses, later changes, index numbers, footer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import PurePosixPath
from typing import Any

import pytest

from generator.catalogues.rules import Example
from generator.hashing import text_hash
from generator.model.diagnostic import Severity
from generator.model.metadata import Acceptance, AgencyEntry, Correction, Ledger, LedgerEntry, Metadata, Mode, Roster
from generator.model.outcome import Verdict
from generator.model.report import Corpus, Report
from generator.model.settings import Footer, Settings
from generator.rules import accept, judge_corpus
from tests.benchmark.generated_reports import generate_reports
from tests.rules.scenario import REGIONS, try_example

TODAY = date(2025, 6, 1)
MET, NOT_MET, NOT_APPLICABLE = Verdict.MET, Verdict.NOT_MET, Verdict.NOT_APPLICABLE


def a_report(year: int = 2024, agency: str = "jia-bureau", text: str | None = None, **metadata: Any) -> Report:
    """A judged report of the frame, or of the given text, under another agency's id."""
    title = f"甲县农具推广局{year}年度法治政府建设情况报告"
    example = Example(MET, title=title, text=text, metadata=Metadata(year=year, **metadata), today=TODAY)
    report = try_example(example).report
    return replace(
        report,
        id=f"{agency}-{year}",
        agency=AgencyEntry(id=agency, name=f"甲县{agency}局", region="jia", kind="department"),
    )


def a_corpus(*reports: Report, settings: Settings | None = None, ledger: Ledger | None = None) -> Corpus:
    """The reports after the rules that need all of them."""
    corpus = Corpus(reports, Roster(REGIONS), settings or Settings("公开"), ledger or Ledger(), TODAY)
    return judge_corpus(corpus)


def verdicts(corpus: Corpus, rule: str) -> list[Verdict]:
    """The verdict of one rule on each report."""
    return [item.verdict for report in corpus.reports for item in report.judgement.outcomes if item.rule == rule]


def told(corpus: Corpus, rule: str) -> list[str]:
    """The messages of one rule on reports."""
    return [item.message for report in corpus.reports for item in report.diagnostics if item.code == rule]


def an_entry(report: Report, **changes: Any) -> LedgerEntry:
    """The ledger's entry of a report published in March."""
    entry = LedgerEntry(
        report=report.id or "",
        address=f"reports/{report.id}/",
        text_hash=text_hash(report.document),
        received=date(2025, 3, 1),
        first_published=date(2025, 3, 2),
    )
    return replace(entry, **changes)


def test_a_report_copied_from_last_year_is_found() -> None:
    corpus = a_corpus(a_report(2024), a_report(2023))
    assert verdicts(corpus, "C05") == [NOT_MET, MET]
    assert told(corpus, "C05") == ["与本机关2023年的报告有100%的文字相同"]


def test_a_report_copied_from_a_neighbour_is_found_on_both_sides() -> None:
    corpus = a_corpus(a_report(2024), a_report(2024, "yi-bureau"))
    assert verdicts(corpus, "C05") == [NOT_MET, NOT_MET]
    assert told(corpus, "C05")[0] == "与“甲县yi-bureau局”2024年的报告有100%的文字相同"


def test_different_reports_are_no_copies(reports: tuple[Any, ...]) -> None:
    texts = [path.read_text(encoding="utf-8") for path in reports]
    corpus = a_corpus(*(a_report(2024, f"bureau-{number}", text) for number, text in enumerate(texts)))
    assert set(verdicts(corpus, "C05")) == {MET}


def test_an_accepted_copy_blocks_nothing() -> None:
    settings = Settings("公开", rules={"C05": {"severity": "error"}})
    accepted = (Acceptance(code="C05", reason="通用表述", by="甲", dated=TODAY),)
    corpus = a_corpus(a_report(2024, accepted=accepted), a_report(2023), settings=settings)
    assert [item.accepted_by for item in corpus.reports[0].diagnostics if item.code == "C05"] == ["甲"]
    assert not corpus.reports[0].blocked


@pytest.mark.parametrize(
    ("years", "code", "unused"),
    [
        ((2024, 2023), "C05", []),  # there is a copy
        ((2024,), "C05", ["C05"]),  # all reports were looked at, and there is none
        ((2024,), "S08", []),  # not a matter of this stage: told when the report itself is read
    ],
)
def test_an_acceptance_of_a_rule_across_reports_is_judged_when_all_are_known(
    years: tuple[int, ...], code: str, unused: list[str]
) -> None:
    accepted = (Acceptance(code=code, reason="通用表述", by="甲", dated=TODAY),)
    metadata = Metadata(accepted=accepted)
    alone = accept((), metadata, PurePosixPath("reports/甲.docx"))
    assert [item.code for item in alone] == ([] if code == "C05" else ["G506"])
    corpus = a_corpus(a_report(years[0], accepted=accepted), *(a_report(year) for year in years[1:]))
    found = [item for item in corpus.reports[0].diagnostics if item.code == "G506"]
    assert [(item.file, item.message) for item in found] == [
        ("reports/报告.yml", f"补充信息里接受了问题 {name}，但报告中没有这个问题") for name in unused
    ]


def test_index_numbers_are_unique() -> None:
    corpus = a_corpus(a_report(2024, index_number="A/2025-1"), a_report(2023, index_number="A/2025-1"), a_report(2022))
    assert verdicts(corpus, "W14") == [NOT_MET, NOT_MET, NOT_APPLICABLE]
    assert verdicts(a_corpus(a_report(2024, index_number="A/2025-1")), "W14") == [MET]


def test_a_published_address_must_not_vanish() -> None:
    here, gone = a_report(2024), a_report(2023)
    corpus = a_corpus(here, ledger=Ledger((an_entry(here), an_entry(gone))))
    assert verdicts(corpus, "W16") == [MET]
    assert [(item.code, item.file) for item in corpus.diagnostics] == [("W16", "ledger.json")]
    moved = an_entry(here, former_addresses=("reports/jia-bureau-2023/",))
    assert a_corpus(here, ledger=Ledger((moved, an_entry(gone)))).diagnostics == ()
    assert verdicts(a_corpus(here), "W16") == [NOT_APPLICABLE]


def test_a_later_change_needs_a_public_note() -> None:
    report = a_report(2024)
    known, changed = an_entry(report), an_entry(report, text_hash="0" * 64)
    unpublished = an_entry(report, text_hash="0" * 64, first_published=None)
    rewritten = an_entry(report, earlier=("0" * 64,))
    for entry, verdict in ((known, MET), (changed, NOT_MET), (rewritten, NOT_MET), (unpublished, NOT_APPLICABLE)):
        assert verdicts(a_corpus(report, ledger=Ledger((entry,))), "W17") == [verdict]
    corrected = replace(report, metadata=replace(report.metadata, corrections=(Correction(TODAY, "更正件数"),)))
    assert verdicts(a_corpus(corrected, ledger=Ledger((changed,))), "W17") == [MET]


@pytest.mark.parametrize(
    ("settings", "codes"),
    [
        (Settings("公开"), []),
        (Settings("公开", footer=Footer(site_code="123")), ["W03"]),
        (Settings("公开", footer=Footer(site_code="bm07000001")), []),
        (Settings("公开", footer=Footer(contact="XXXX")), ["W06"]),
        (Settings("公开", mode=Mode.OFFICIAL), ["W05"]),
        (Settings("公开", mode=Mode.OFFICIAL, footer=Footer("甲", "乙", "4110020001", "丙", "丁", "戊", "己")), []),
    ],
)
def test_the_footer(settings: Settings, codes: list[str]) -> None:
    assert [item.code for item in a_corpus(settings=settings).diagnostics] == codes


def test_in_demo_mode_the_site_is_never_blocked_by_its_footer() -> None:
    settings = Settings("公开", footer=Footer(site_code="1", contact="待填"))
    assert {item.severity for item in a_corpus(settings=settings).diagnostics} == {Severity.NOTE}


def test_cost_does_not_explode() -> None:
    """Copies are looked for in time that grows with the number of reports, not with its square."""
    pattern = a_report(2022)
    reports = tuple(
        replace(pattern, id=f"x-{number}", document=replace(pattern.document, text=item.text))
        for number, item in enumerate(generate_reports(300, seed=3))
    )
    assert len(verdicts(a_corpus(*reports), "C05")) == 300
